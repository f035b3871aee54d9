package org.talblatt.identity.profile;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.talblatt.base.Failure;
import org.talblatt.identity.ChangeOfMind;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Recovery;
import org.talblatt.identity.Throttle;
import org.talblatt.identity.guard.DisposableDomains;
import org.talblatt.paper.Actor;
import org.talblatt.paper.AuditEntry;
import org.talblatt.paper.AuditLog;
import org.talblatt.platform.jobs.Job;
import org.talblatt.platform.jobs.Jobs;
import org.talblatt.platform.mail.MailAddress;

/**
 * Another mail address. It counts once its owner has confirmed it; who has the old one is told and
 * can undo it for seven days. Whether an address is somebody else's is told to its owner only.
 */
@Component
class MailChange {
  private final MailChanges changes;
  private final Profiles profiles;
  private final DisposableDomains disposable;
  private final Recovery recovery;
  private final ChangeOfMind mind;
  private final Throttle throttle;
  private final AuditLog log;
  private final Jobs jobs;
  private final Job<Long> mailChangeMail;
  private final Job<Long> mailChangedMail;
  private final Job<String> passwordMail;

  MailChange(
      MailChanges changes,
      Profiles profiles,
      DisposableDomains disposable,
      Recovery recovery,
      ChangeOfMind mind,
      Throttle throttle,
      AuditLog log,
      Jobs jobs,
      Job<Long> mailChangeMail,
      Job<Long> mailChangedMail,
      Job<String> passwordMail) {
    this.changes = changes;
    this.profiles = profiles;
    this.disposable = disposable;
    this.recovery = recovery;
    this.mind = mind;
    this.throttle = throttle;
    this.log = log;
    this.jobs = jobs;
    this.mailChangeMail = mailChangeMail;
    this.mailChangedMail = mailChangedMail;
    this.passwordMail = passwordMail;
  }

  /**
   * Sends a link to the new address; the same happens whether it is somebody else's or not.
   *
   * @param block where the reader comes from
   * @throws Failure where it is no address, or too many were asked for
   */
  @Transactional
  public void ask(Reader reader, String typed, String block) {
    MailAddress address =
        MailAddress.parse(typed)
            .orElseThrow(() -> Failure.invalid("email", "identity.email-invalid"));
    if (address.value().equals(profiles.of(reader.account()).email())) {
      throw Failure.invalid("email", "profile.mail-same");
    }
    if (disposable.holds(address)) {
      throw Failure.invalid("email", "guard.email-disposable");
    }
    throttle.count(Throttle.Limit.MAIL_BLOCK, block);
    throttle.count(Throttle.Limit.MAIL, address.key());
    jobs.queue(mailChangeMail, changes.ask(reader.account(), address));
  }

  /** The change that a link would make or undo; empty where it is unknown, used or too old. */
  @Transactional
  public Optional<MailChanges.Change> linked(String link, MailChanges.Purpose purpose) {
    return changes.linked(link, purpose);
  }

  /** The new address counts; both are told. */
  @Transactional
  public void confirm(String link, Actor by) {
    MailChanges.Change change =
        changes
            .linked(link, MailChanges.Purpose.CONFIRM)
            .filter(wanted -> !changes.somebodyElses(wanted.after(), wanted.account()))
            .orElseThrow(MailChange::ended);
    changes.confirm(change);
    log.record(AuditEntry.of(by, "account.mail-changed", change.account(), ""));
    jobs.queue(mailChangedMail, change.id());
  }

  /**
   * The old address counts again. As somebody else may know the password and may have added ways in
   * of their own, none opens anything any more, and a link for a new password is on its way. Where
   * they have begun to close the account, it stays.
   */
  @Transactional
  public void undo(String link, Actor by) {
    MailChanges.Change change =
        changes.linked(link, MailChanges.Purpose.UNDO).orElseThrow(MailChange::ended);
    if (changes.somebodyElses(change.before(), change.account())) {
      throw Failure.of(Failure.Kind.CONFLICT, "profile.mail-undo-taken");
    }
    if (mind.possible(change.account())) {
      mind.stay(change.account());
    }
    changes.undo(change);
    recovery.lockOut(change.account(), by);
    log.record(AuditEntry.of(by, "account.mail-restored", change.account(), ""));
    jobs.queue(passwordMail, change.before().value());
  }

  private static Failure ended() {
    return Failure.of(Failure.Kind.NOT_FOUND, "identity.link-ended");
  }
}
