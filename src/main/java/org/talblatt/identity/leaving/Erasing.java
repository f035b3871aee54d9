package org.talblatt.identity.leaving;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.talblatt.base.AccountId;
import org.talblatt.identity.Leaver;
import org.talblatt.identity.PersonalData;
import org.talblatt.paper.Actor;
import org.talblatt.paper.AuditEntry;
import org.talblatt.paper.AuditLog;
import org.talblatt.platform.page.PageChanges;

/**
 * Takes people out of every feature, piece by piece: each piece is a short transaction of its own,
 * and all of it may begin anew after a crash.
 */
@Component
class Erasing {
  private final Leavings leavings;
  private final Erasures erasures;
  private final ErasureJournal journal;
  private final Features features;
  private final AuditLog log;
  private final PageChanges pages;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Erasing(
      Leavings leavings,
      Erasures erasures,
      ErasureJournal journal,
      Features features,
      AuditLog log,
      PageChanges pages,
      TransactionTemplate transaction,
      Clock clock) {
    this.leavings = leavings;
    this.erasures = erasures;
    this.journal = journal;
    this.features = features;
    this.log = log;
    this.pages = pages;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Hides what others see of somebody who leaves; ends early where they stay. */
  void hide(AccountId account) {
    AccountId nobody = nobody();
    for (PersonalData feature : features.toErase()) {
      whileLeaving(account, nobody, feature::hide);
    }
  }

  /** Shows it again; ends early where they leave once more. */
  void show(AccountId account) {
    for (PersonalData feature : features.toErase()) {
      repeat(account, departs -> departs.isEmpty() && feature.show(account));
    }
  }

  /** Everybody whose day is over. */
  void eraseDue() {
    leavings.due().forEach(this::erase);
  }

  /** For good; does nothing where it isn't time. */
  void erase(AccountId account) {
    Leavings.Departure departure =
        transaction.execute(done -> leavings.startErasing(account).orElse(null));
    if (departure == null) {
      return;
    }
    remember(departure);
    hide(account);
    AccountId nobody = nobody();
    Leaver leaver = new Leaver(account, departure.way(), nobody);
    features
        .all()
        .forEach(feature -> transaction.executeWithoutResult(done -> feature.keepFirst(leaver)));
    for (PersonalData feature : features.toErase()) {
      whileLeaving(account, nobody, feature::erase);
    }
    transaction.executeWithoutResult(
        done -> {
          leavings.close(account, departure.way());
          log.record(
              AuditEntry.of(Actor.program(), "account.erased", account, departure.way().word()));
          pages.changed("account:" + account);
        });
  }

  /** First on the disk, so that no restore forgets it; then in the database, for other nodes. */
  private void remember(Leavings.Departure departure) {
    ErasureJournal.Line line =
        new ErasureJournal.Line(
            departure.account().value(), departure.key(), departure.way(), clock.instant());
    boolean known = journal.lines().stream().anyMatch(old -> old.key().equals(line.key()));
    if (!known) {
      journal.append(line);
    }
    transaction.executeWithoutResult(done -> erasures.put(line));
  }

  private AccountId nobody() {
    return Objects.requireNonNull(transaction.execute(done -> leavings.nobody()));
  }

  private void whileLeaving(AccountId account, AccountId nobody, Predicate<Leaver> piece) {
    repeat(
        account,
        departs ->
            departs
                .map(departure -> new Leaver(account, departure.way(), nobody))
                .filter(piece)
                .isPresent());
  }

  private void repeat(AccountId account, Function<Optional<Leavings.Departure>, Boolean> piece) {
    boolean more = true;
    while (more) {
      more = Boolean.TRUE.equals(transaction.execute(done -> piece.apply(leavings.lock(account))));
    }
  }
}
