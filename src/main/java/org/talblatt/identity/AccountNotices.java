package org.talblatt.identity;

import java.util.List;
import org.springframework.stereotype.Component;
import org.talblatt.base.AccountId;
import org.talblatt.platform.jobs.Job;
import org.talblatt.platform.jobs.Jobs;

/** Mails that tell somebody what happened to their account, in case it wasn't them. */
@Component
public class AccountNotices {
  private final Jobs jobs;
  private final Job<Notice> accountNoticeMail;

  AccountNotices(Jobs jobs, Job<Notice> accountNoticeMail) {
    this.jobs = jobs;
    this.accountNoticeMail = accountNoticeMail;
  }

  /** What the job needs to know. */
  record Notice(long account, String key, List<String> arguments) {}

  /**
   * Queues a mail in the caller's transaction.
   *
   * @param key of the text; {@code key-subject} is its subject. In both {0} is the paper, {1} the
   *     account's name, {2} the address of the security page, {3} the one for a new password; then
   *     come these arguments
   */
  public void tell(AccountId account, String key, String... arguments) {
    jobs.queue(accountNoticeMail, new Notice(account.value(), key, List.of(arguments)));
  }
}
