package org.talblatt.identity;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.talblatt.base.AccountId;
import org.talblatt.base.Failure;
import org.talblatt.base.Links;
import org.talblatt.paper.Actor;
import org.talblatt.paper.AuditEntry;
import org.talblatt.paper.AuditLog;
import org.talblatt.platform.Settings;
import org.talblatt.platform.jobs.Job;
import org.talblatt.platform.jobs.Jobs;

/** What colleagues do for an account whose owner can't, or must not, get at it. */
@Component
public class AccountCare {
  private final Accounts accounts;
  private final Sessions sessions;
  private final SecondFactors factors;
  private final MailedLinks links;
  private final Jobs jobs;
  private final Job<String> passwordMail;
  private final AuditLog log;
  private final Links addresses;

  AccountCare(
      Accounts accounts,
      Sessions sessions,
      SecondFactors factors,
      MailedLinks links,
      Jobs jobs,
      Job<String> passwordMail,
      AuditLog log,
      Settings settings) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.factors = factors;
    this.links = links;
    this.jobs = jobs;
    this.passwordMail = passwordMail;
    this.log = log;
    this.addresses = settings.links();
  }

  /** Logs it out everywhere. */
  @Transactional
  public void endSessions(AccountId account, Actor by) {
    open(account);
    sessions.closeAll(account);
    log.record(AuditEntry.of(by, "account.sessions-ended", account, ""));
  }

  /** Takes its second factors away, for who has lost them, and logs it out everywhere. */
  @Transactional
  public void dropFactors(AccountId account, Actor by) {
    open(account);
    factors.drop(account);
    sessions.closeAll(account);
    log.record(AuditEntry.of(by, "account.factors-reset", account, ""));
  }

  /** Mails its owner the link to a new password. The old one goes on being good until then. */
  @Transactional
  public void sendReset(AccountId account, Actor by) {
    jobs.queue(passwordMail, open(account).email());
    log.record(AuditEntry.of(by, "account.reset-mailed", account, ""));
  }

  /** The link to a new password, to be handed to its owner; good once, for an hour. */
  @Transactional
  public String resetLink(AccountId account, Actor by) {
    open(account);
    log.record(AuditEntry.of(by, "account.reset-shown", account, ""));
    return addresses.absolute("/passwort/neu?link=" + links.resetting(account).secret());
  }

  private Account open(AccountId id) {
    return accounts
        .find(id)
        .filter(account -> account.state() != Account.State.CLOSED)
        .orElseThrow(() -> Failure.of(Failure.Kind.NOT_FOUND, "identity.account-unknown"));
  }
}
