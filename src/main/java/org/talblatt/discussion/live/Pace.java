package org.talblatt.discussion.live;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * When to tell: soon, with what comes in the same moment, and not again before some time has
 * passed, however much happens.
 */
final class Pace {
  private static final long NEVER = Long.MAX_VALUE;

  private final ScheduledExecutorService thread;
  private final Runnable work;
  private final long between;
  private long due = NEVER;
  private long last;

  /**
   * @param between from the begin of one run to the next at least
   */
  Pace(ScheduledExecutorService thread, Runnable work, Duration between) {
    this.thread = thread;
    this.work = work;
    this.between = between.toNanos();
    this.last = System.nanoTime() - this.between;
  }

  /** Runs within this time, or as soon after as the pace allows. */
  synchronized void within(Duration time) {
    long now = System.nanoTime();
    long at = Math.max(now + time.toNanos(), last + between);
    if ((due == NEVER || at - due < 0) && !thread.isShutdown()) {
      due = at;
      var _ = thread.schedule(this::run, at - now, TimeUnit.NANOSECONDS);
    }
  }

  private void run() {
    synchronized (this) {
      long now = System.nanoTime();
      if (due == NEVER || now - due < 0) {
        return; // somebody was in more of a hurry and has taken this run's work along
      }
      due = NEVER;
      last = now;
    }
    work.run();
  }
}
