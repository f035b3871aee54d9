package org.talblatt.platform.jobs;

import java.time.Duration;

/** Thrown by work that can't be done now, through no fault of ours, and knows when to try again. */
public final class TryLater extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final Duration wait;

  /** In this while; counts as a failure, so that nothing is tried for ever. */
  public TryLater(Duration wait) {
    // expected, so nobody reads where it came from
    super("later", null, false, false);
    this.wait = wait;
  }

  Duration in() {
    return wait;
  }
}
