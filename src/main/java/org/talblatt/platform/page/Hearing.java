package org.talblatt.platform.page;

import java.time.Duration;

/**
 * Whether this node hears what others change. Where it has not for long, what it keeps counts as
 * out of date; when it hears again, what it missed has been made up for.
 */
final class Hearing {
  /** Longer than a broken connection takes to come back, shorter than readers put up with. */
  static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final long HEARS = 0;

  private final long patience;

  /** By {@link System#nanoTime}; read with every hit. */
  private volatile long deafFrom = HEARS;

  /**
   * @param patience for how long a lost connection changes nothing
   */
  Hearing(Duration patience) {
    this.patience = patience.toNanos();
  }

  void lost() {
    if (deafFrom == HEARS) {
      // the lowest bit keeps a moment from looking like no moment
      deafFrom = (System.nanoTime() + patience) | 1;
    }
  }

  void again() {
    deafFrom = HEARS;
  }

  boolean deaf() {
    long from = deafFrom;
    return from != HEARS && System.nanoTime() - from >= 0;
  }
}
