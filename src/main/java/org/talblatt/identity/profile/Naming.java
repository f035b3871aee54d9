package org.talblatt.identity.profile;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.talblatt.base.AccountId;
import org.talblatt.base.Failure;
import org.talblatt.identity.AccountName;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Registrations;
import org.talblatt.identity.ReservedNames;
import org.talblatt.identity.Throttle;
import org.talblatt.paper.Actor;
import org.talblatt.paper.AuditEntry;
import org.talblatt.paper.AuditLog;
import org.talblatt.paper.Papers;
import org.talblatt.platform.jobs.Job;
import org.talblatt.platform.jobs.Jobs;
import org.talblatt.platform.page.PageChanges;

/**
 * Another name: once in 30 days, under the rules of the registration. The one given up stays
 * reserved for who bore it. Another spelling of the same name is no other name.
 */
@Component
class Naming {
  static final Duration PAUSE = Duration.ofDays(30);

  private final Profiles profiles;
  private final Registrations registrations;
  private final Throttle throttle;
  private final Papers papers;
  private final PageChanges pages;
  private final AuditLog log;
  private final Jobs jobs;
  private final Job<RenamedMail> renamedMail;
  private final Clock clock;
  private final TransactionTemplate transaction;

  Naming(
      Profiles profiles,
      Registrations registrations,
      Throttle throttle,
      Papers papers,
      PageChanges pages,
      AuditLog log,
      Jobs jobs,
      Job<RenamedMail> renamedMail,
      Clock clock,
      TransactionTemplate transaction) {
    this.profiles = profiles;
    this.registrations = registrations;
    this.throttle = throttle;
    this.papers = papers;
    this.pages = pages;
    this.log = log;
    this.jobs = jobs;
    this.renamedMail = renamedMail;
    this.clock = clock;
    this.transaction = transaction;
  }

  /** Whom to tell, and how they were called. */
  record RenamedMail(long account, String before) {}

  /** When another name may be chosen again; empty where it may be now. */
  Optional<Instant> closedUntil(@Nullable Instant renamedAt) {
    return Optional.ofNullable(renamedAt)
        .map(before -> before.plus(PAUSE))
        .filter(next -> next.isAfter(clock.instant()));
  }

  /**
   * Gives the reader another name.
   *
   * @return the name as it now is
   * @throws Failure where it is no name, reserved, somebody else's, changed too lately, or for who
   *     is suspended
   */
  AccountName change(Reader reader, String typed, Actor by) {
    AccountName name = AccountName.parse(typed);
    if (name.value().equals(profiles.of(reader.account()).name())) {
      return name;
    }
    if (reader.suspended()) {
      throw Failure.invalid("name", "profile.suspended");
    }
    mayBeBorne(name, reader);
    if (name.key().equals(AccountName.key(reader.name()))) {
      throttle.count(Throttle.Limit.RESPELLING, "account " + reader.account());
    }
    transaction.executeWithoutResult(done -> change(reader.account(), name, by));
    return name;
  }

  private void mayBeBorne(AccountName name, Reader reader) {
    boolean paper = !reader.staff() && ReservedNames.holds(name, papers.current().name());
    boolean colleague =
        profiles.staffBeside(reader.account()).stream()
            .anyMatch(other -> ReservedNames.looksLike(name, other));
    if (paper || colleague) {
      throw Failure.invalid("name", "identity.name-reserved");
    }
  }

  private void change(AccountId account, AccountName name, Actor by) {
    registrations.queueUp();
    profiles.lock(account);
    Profiles.Profile before = profiles.of(account);
    if (profiles.taken(name, account)) {
      throw Failure.invalid("name", "identity.name-taken");
    }
    AccountName old = new AccountName(before.name());
    if (old.key().equals(name.key())) {
      profiles.rename(account, name, null);
    } else {
      if (closedUntil(before.renamedAt()).isPresent()) {
        throw Failure.invalid("name", "profile.name-too-soon");
      }
      profiles.rename(account, name, clock.instant());
      profiles.reserve(account, old, name);
      jobs.queue(renamedMail, new RenamedMail(account.value(), old.value()));
    }
    log.record(AuditEntry.of(by, "account.renamed", account, ""));
    pages.changed("account:" + account, "reader:" + account);
  }
}
