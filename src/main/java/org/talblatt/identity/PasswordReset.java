package org.talblatt.identity;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.talblatt.base.AccountId;
import org.talblatt.base.Failure;
import org.talblatt.paper.Actor;
import org.talblatt.paper.AuditEntry;
import org.talblatt.paper.AuditLog;
import org.talblatt.paper.Papers;
import org.talblatt.platform.jobs.Job;
import org.talblatt.platform.jobs.Jobs;
import org.talblatt.platform.mail.MailAddress;

/** A new password: for who forgot the old one, and for who knows it. */
@Component
class PasswordReset {
  private final Accounts accounts;
  private final MailedLinks links;
  private final Passwords passwords;
  private final Sessions sessions;
  private final PendingLogins pending;
  private final Papers papers;
  private final AuditLog log;
  private final Throttle throttle;
  private final Jobs jobs;
  private final Job<String> passwordMail;
  private final Job<Long> passwordChangedMail;
  private final TransactionTemplate transaction;

  PasswordReset(
      Accounts accounts,
      MailedLinks links,
      Passwords passwords,
      Sessions sessions,
      PendingLogins pending,
      Papers papers,
      AuditLog log,
      Throttle throttle,
      Jobs jobs,
      Job<String> passwordMail,
      Job<Long> passwordChangedMail,
      TransactionTemplate transaction) {
    this.accounts = accounts;
    this.links = links;
    this.passwords = passwords;
    this.sessions = sessions;
    this.pending = pending;
    this.papers = papers;
    this.log = log;
    this.throttle = throttle;
    this.jobs = jobs;
    this.passwordMail = passwordMail;
    this.passwordChangedMail = passwordChangedMail;
    this.transaction = transaction;
  }

  /** Queues the mail with the link; whether there is such an account is looked up later. */
  void ask(MailAddress email, String block) {
    throttle.count(Throttle.Limit.MAIL_BLOCK, block);
    throttle.count(Throttle.Limit.MAIL, email.key());
    jobs.queue(passwordMail, email.value());
  }

  /** Whose password a link changes; empty where it is unknown, used or too old. */
  Optional<Account> asked(String link) {
    return links.mayReset(link).flatMap(accounts::find);
  }

  /**
   * Sets the password, uses the link up and ends every session of the account.
   *
   * @throws Failure where the password is no good or the link unknown, used or too old
   */
  void reset(String link, String password, Actor by) {
    Account account = asked(link).orElseThrow(PasswordReset::linkEnded);
    set(
        account,
        password,
        by,
        () -> {
          if (!links.useUp(link)) {
            throw linkEnded();
          }
        });
  }

  /**
   * Changes the password of who knows the old one; every session ends, the caller opens a new one.
   *
   * @throws Failure where the old password is wrong or the new one no good
   */
  void change(AccountId id, String old, String password, Actor by) {
    Account account = accounts.find(id).orElseThrow(Failure::forbidden);
    mustBe(account, old, "old");
    set(account, password, by, () -> links.dropAll(id));
    throttle.forgive(Throttle.Limit.LOGIN, "account " + id);
  }

  /**
   * Goes on where this is the account's password.
   *
   * @throws Failure where it isn't, or was tried too often
   */
  void know(AccountId id, String password) {
    Account account = accounts.find(id).orElseThrow(Failure::forbidden);
    mustBe(account, password, "password");
    throttle.forgive(Throttle.Limit.LOGIN, "account " + id);
  }

  private void mustBe(Account account, String typed, String field) {
    throttle.count(Throttle.Limit.LOGIN, "account " + account.id());
    if (typed.length() > Passwords.LONGEST || !passwords.matches(typed, account.passwordHash())) {
      throw Failure.invalid(
          field,
          field.equals("old") ? "identity.password-old-wrong" : "identity.proof-password-wrong");
    }
  }

  private void set(Account account, String password, Actor by, Runnable first) {
    String weak =
        Passwords.refusal(password, account.name(), account.email(), papers.current().name());
    if (weak != null) {
      throw Failure.invalid("password", weak);
    }
    String hash = passwords.hash(password);
    transaction.executeWithoutResult(
        done -> {
          first.run();
          accounts.setPasswordHash(account.id(), hash);
          sessions.closeAll(account.id());
          pending.endAll(account.id());
          log.record(AuditEntry.of(by, "account.password-changed", account.id(), ""));
          jobs.queue(passwordChangedMail, account.id().value());
        });
  }

  private static Failure linkEnded() {
    return Failure.of(Failure.Kind.NOT_FOUND, "identity.link-ended");
  }
}
