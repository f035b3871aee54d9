package org.talblatt.platform.db;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.talblatt.platform.CommandFailure;

/**
 * Notices that the server has ended although nobody told it to, and starts it again on the same
 * port: the program's connections come back by themselves, and pages in memory are served
 * meanwhile. One that ends again and again is given up.
 */
final class PostgresWatch implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(PostgresWatch.class);
  private static final Duration EVERY = Duration.ofMillis(250);
  private static final int RESTARTS = 5;
  private static final Duration WITHIN = Duration.ofMinutes(10);

  private final PostgresFolder folder;
  private final Start start;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("postgres-watch").factory());
  private final Deque<Long> restarts = new ArrayDeque<>();
  private Runnable lost = () -> {};

  /** Starts the server. */
  interface Start {
    void launch() throws IOException;
  }

  PostgresWatch(PostgresFolder folder, Start start) {
    this.folder = folder;
    this.start = start;
  }

  void begin() {
    var _ =
        timer.scheduleWithFixedDelay(
            this::look, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  synchronized void whenLost(Runnable action) {
    lost = action;
  }

  @Override
  public void close() {
    timer.shutdownNow();
    try {
      timer.awaitTermination(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() {
    try {
      if (PostmasterFile.read(folder.cluster()).process().isEmpty() && !timer.isShutdown()) {
        startAgain();
      }
    } catch (IOException | RuntimeException e) {
      giveUp(e);
    }
  }

  private void startAgain() throws IOException {
    long now = System.nanoTime();
    restarts.removeIf(earlier -> now - earlier > WITHIN.toNanos());
    if (restarts.size() >= RESTARTS) {
      throw new CommandFailure(
          CommandFailure.DATABASE, "PostgreSQL ended %d times".formatted(RESTARTS + 1));
    }
    restarts.add(now);
    log.warn("PostgreSQL has ended, nobody told it to; it is started again");
    OrphanedPostgres.awaitNobody(folder.cluster());
    start.launch();
  }

  private synchronized void giveUp(Exception why) {
    log.error("PostgreSQL is not started again; Talblatt stops", why);
    timer.shutdown();
    lost.run();
  }
}
