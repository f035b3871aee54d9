package org.talblatt.identity.leaving;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.talblatt.base.AccountId;
import org.talblatt.identity.Sessions;
import org.talblatt.platform.jobs.Job;
import org.talblatt.platform.jobs.Jobs;

/**
 * Erases again whoever a backup has brought back. Before the first page is served they are hidden,
 * by the same view that hides who is leaving; the rows follow as a job.
 */
@Component
class Replay implements SmartInitializingSingleton {
  private static final Logger log = LoggerFactory.getLogger(Replay.class);

  private final ErasureJournal journal;
  private final Erasures erasures;
  private final Leavings leavings;
  private final Sessions sessions;
  private final Jobs jobs;
  private final Job<Long> leavingErase;
  private final TransactionTemplate transaction;

  Replay(
      ErasureJournal journal,
      Erasures erasures,
      Leavings leavings,
      Sessions sessions,
      Jobs jobs,
      Job<Long> leavingErase,
      TransactionTemplate transaction) {
    this.journal = journal;
    this.erasures = erasures;
    this.leavings = leavings;
    this.sessions = sessions;
    this.jobs = jobs;
    this.leavingErase = leavingErase;
    this.transaction = transaction;
  }

  @Override
  public void afterSingletonsInstantiated() {
    Map<UUID, ErasureJournal.Line> erased = new HashMap<>();
    journal.lines().forEach(line -> erased.put(line.key(), line));
    erasures.all().forEach(line -> erased.putIfAbsent(line.key(), line));
    if (!erased.isEmpty()) {
      Set<UUID> back = erasures.alive(erased.keySet());
      erased.values().stream().filter(line -> back.contains(line.key())).forEach(this::again);
      if (!back.isEmpty()) {
        log.warn("{} erased accounts were back, from a backup; they are erased again", back.size());
      }
    }
    complete();
  }

  private void again(ErasureJournal.Line line) {
    transaction.executeWithoutResult(
        done -> {
          AccountId account = erasures.account(line.key()).orElseThrow();
          leavings.begin(account, line.way());
          leavings.hurry(account);
          sessions.closeAll(account);
          jobs.queue(leavingErase, account.value());
        });
  }

  /** What the journal lacks another node has erased; what the database lacks a restore has lost. */
  void complete() {
    List<ErasureJournal.Line> written = journal.lines();
    List<ErasureJournal.Line> stored = erasures.all();
    Set<UUID> inDatabase = new HashSet<>();
    stored.forEach(line -> inDatabase.add(line.key()));
    Set<UUID> inJournal = new HashSet<>();
    written.forEach(line -> inJournal.add(line.key()));
    stored.stream().filter(line -> !inJournal.contains(line.key())).forEach(journal::append);
    written.stream()
        .filter(line -> !inDatabase.contains(line.key()))
        .forEach(line -> transaction.executeWithoutResult(done -> erasures.put(line)));
  }
}
