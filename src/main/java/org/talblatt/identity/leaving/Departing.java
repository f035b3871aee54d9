package org.talblatt.identity.leaving;

import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.talblatt.base.AccountId;
import org.talblatt.base.Failure;
import org.talblatt.identity.ChangeOfMind;
import org.talblatt.identity.Leaving;
import org.talblatt.identity.Sessions;
import org.talblatt.identity.Staff;
import org.talblatt.paper.Actor;
import org.talblatt.paper.AuditEntry;
import org.talblatt.paper.AuditLog;
import org.talblatt.platform.jobs.Job;
import org.talblatt.platform.jobs.Jobs;
import org.talblatt.platform.page.PageChanges;

/** The door out, and back in for a day. */
@Service
class Departing implements ChangeOfMind {
  static final String PATH = "/abschied";

  private final Leavings leavings;
  private final Staff staff;
  private final Sessions sessions;
  private final AuditLog log;
  private final PageChanges pages;
  private final Jobs jobs;
  private final Work work;

  Departing(
      Leavings leavings,
      Staff staff,
      Sessions sessions,
      AuditLog log,
      PageChanges pages,
      Jobs jobs,
      Work work) {
    this.leavings = leavings;
    this.staff = staff;
    this.sessions = sessions;
    this.log = log;
    this.pages = pages;
    this.jobs = jobs;
    this.work = work;
  }

  /** What is done after the answer. */
  record Work(Job<Long> hide, Job<Long> show, Job<Long> mail) {}

  /**
   * Hides an account at once, ends its sessions, and lets it be erased a day later. A mail brings
   * the link by which they may stay.
   *
   * @throws Failure where nobody would be administrator any more
   */
  @Transactional
  public void leave(AccountId account, Leaving way, Actor by) {
    begin(account, way, by);
    jobs.queue(work.mail(), account.value());
  }

  /** The same without the day, for who asked by letter; {@link Erasing} goes on from here. */
  @Transactional
  public void leaveAtOnce(AccountId account, Leaving way, Actor by) {
    begin(account, way, by);
    leavings.hurry(account);
  }

  /** Who is leaving already doesn't wait for the end of the day, and goes this way. */
  @Transactional
  public void hurry(AccountId account, Leaving way) {
    leavings.change(account, way);
    leavings.hurry(account);
  }

  private void begin(AccountId account, Leaving way, Actor by) {
    staff.beforeLeaving(account);
    if (!leavings.begin(account, way)) {
      throw Failure.of(Failure.Kind.CONFLICT, "leaving.already");
    }
    sessions.closeAll(account);
    log.record(AuditEntry.of(by, "account.leaving", account, way.word()));
    pages.changed("account:" + account);
    jobs.queue(work.hide(), account.value());
  }

  /** Who a link lets stay; empty where it is too late. */
  Optional<Leavings.Departure> linked(String link) {
    return leavings.linked(link);
  }

  /**
   * They stay, as if they had never said anything.
   *
   * @param block where the request comes from, for the log
   * @return whose account it is; empty where it is too late
   */
  @Transactional
  public Optional<AccountId> stay(String link, String block) {
    Optional<AccountId> account = leavings.linked(link).map(Leavings.Departure::account);
    return account.filter(leaver -> stay(leaver, Actor.of(leaver, block)));
  }

  private boolean stay(AccountId account, Actor by) {
    if (!leavings.stay(account)) {
      return false;
    }
    log.record(AuditEntry.of(by, "account.stayed", account, ""));
    pages.changed("account:" + account);
    jobs.queue(work.show(), account.value());
    return true;
  }

  @Override
  public boolean possible(AccountId account) {
    return leavings.find(account).filter(departure -> !departure.erasing()).isPresent();
  }

  /** By logging in; who comes too late finds the account closed. */
  @Override
  @Transactional
  public void stay(AccountId account) {
    stay(account, Actor.of(account, "program"));
  }
}
