package org.talblatt.discussion;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.talblatt.base.AccountId;
import org.talblatt.base.ArticleId;

/**
 * How far readers have seen, written at most every five seconds, all in one statement: the first at
 * once, what comes meanwhile together. Every reader of a busy thread tells it when they leave.
 */
@Component
class VisitNotes implements AutoCloseable {
  static final Duration PAUSE = Duration.ofSeconds(5);
  private static final Logger log = LoggerFactory.getLogger(VisitNotes.class);

  private final Visits visits;
  private final InstantSource clock;
  private final BiConsumer<Runnable, Duration> later;
  private final @Nullable ScheduledThreadPoolExecutor thread;
  private final Map<Place, Integer> waiting = new HashMap<>();
  private long written = Long.MIN_VALUE;
  private boolean scheduled;

  private record Place(AccountId account, ArticleId article) {}

  @Autowired
  VisitNotes(Visits visits, InstantSource clock) {
    this.visits = visits;
    this.clock = clock;
    this.thread =
        new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name("visits").factory());
    this.later =
        (work, pause) -> {
          var _ = thread.schedule(work, pause.toMillis(), TimeUnit.MILLISECONDS);
        };
  }

  /**
   * @param later does something after a pause
   */
  VisitNotes(Visits visits, InstantSource clock, BiConsumer<Runnable, Duration> later) {
    this.visits = visits;
    this.clock = clock;
    this.later = later;
    this.thread = null;
  }

  /** A reader has seen a thread up to this number. */
  void note(AccountId account, ArticleId article, int number) {
    if (due(new Place(account, article), number)) {
      write();
    }
  }

  /** Whether to write now; else it is seen to that somebody does in time. */
  private synchronized boolean due(Place place, int number) {
    waiting.merge(place, number, Math::max);
    if (scheduled) {
      return false;
    }
    long now = clock.millis();
    long pause = written == Long.MIN_VALUE ? 0 : written + PAUSE.toMillis() - now;
    if (pause <= 0) {
      written = now;
      return true;
    }
    scheduled = true;
    later.accept(this::writeLater, Duration.ofMillis(Math.min(pause, PAUSE.toMillis())));
    return false;
  }

  private void writeLater() {
    try {
      write();
    } catch (RuntimeException lost) {
      // a mark that comes back is no harm; the next visit sets it again
      log.warn("how far readers have read could not be noted", lost);
    }
  }

  /** Writes what is waiting. */
  void write() {
    List<Visits.Visit> noted = taken();
    if (!noted.isEmpty()) {
      visits.note(noted);
    }
  }

  private synchronized List<Visits.Visit> taken() {
    List<Visits.Visit> noted = new ArrayList<>();
    waiting.forEach(
        (place, number) -> noted.add(new Visits.Visit(place.account(), place.article(), number)));
    waiting.clear();
    scheduled = false;
    written = clock.millis();
    return noted;
  }

  @Override
  public void close() {
    if (thread != null) {
      thread.shutdownNow();
    }
    writeLater();
  }
}
