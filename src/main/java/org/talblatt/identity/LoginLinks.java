package org.talblatt.identity;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.talblatt.base.Failure;
import org.talblatt.platform.jobs.Job;
import org.talblatt.platform.jobs.Jobs;
import org.talblatt.platform.mail.MailAddress;

/** Logging in by a mailed link: good for a quarter of an hour, once, on whatever device. */
@Component
class LoginLinks {
  private static final int LONGEST = 300;

  private final Accounts accounts;
  private final MailedLinks links;
  private final Throttle throttle;
  private final Jobs jobs;
  private final Job<LoginLinkMails.Asked> loginLinkMail;

  LoginLinks(
      Accounts accounts,
      MailedLinks links,
      Throttle throttle,
      Jobs jobs,
      Job<LoginLinkMails.Asked> loginLinkMail) {
    this.accounts = accounts;
    this.links = links;
    this.throttle = throttle;
    this.jobs = jobs;
    this.loginLinkMail = loginLinkMail;
  }

  /**
   * Queues the mail; whether there is such an account is looked up later, so the answer and its
   * work are the same.
   *
   * @param login name or mail address as typed
   * @throws Failure where neither can be read as one, or too many were asked for
   */
  void ask(String login, Whence whence, String block) {
    String known = login.length() > LONGEST ? "" : key(login);
    if (known.isEmpty()) {
      throw Failure.invalid("login", "factor.link-needed");
    }
    throttle.count(Throttle.Limit.MAIL_BLOCK, block);
    throttle.count(Throttle.Limit.MAIL, known);
    Goal goal = Goal.of(whence);
    jobs.queue(loginLinkMail, new LoginLinkMails.Asked(known, goal.textKey(), goal.back()));
  }

  /** The address or the name, however it is written; empty for neither. */
  private static String key(String login) {
    return login.contains("@")
        ? MailAddress.parse(login).map(MailAddress::key).orElse("")
        : AccountName.key(login.strip()).replace("\0", "");
  }

  /** Somebody whom a link would let in, and whether a text waits for them. */
  record Guest(String name, boolean text) {}

  /** Whom a link would let in; empty where it is unknown, used or too old. */
  Optional<Guest> guest(String link) {
    return links
        .mayEnter(link)
        .flatMap(
            entering ->
                accounts
                    .find(entering.account())
                    .map(account -> new Guest(account.name(), entering.goal().text())));
  }

  /** Uses a link up. */
  @Transactional
  Optional<MailedLinks.Entering> use(String link) {
    return links.enter(link);
  }
}
