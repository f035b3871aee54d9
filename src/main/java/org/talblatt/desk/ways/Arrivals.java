package org.talblatt.desk.ways;

import java.time.Clock;
import java.time.Instant;
import org.talblatt.desk.Delivered;

/** What one look brings in: it takes files until it is full or its time is over. */
final class Arrivals {
  private static final int MOST = 500;

  private final Intake intake;
  private final String provider;
  private final Clock clock;
  private final Instant end;
  private int arrived;

  Arrivals(Intake intake, String provider, Clock clock, Instant end) {
    this.intake = intake;
    this.provider = provider;
    this.clock = clock;
    this.end = end;
  }

  /** Whether the rest has to wait for the next look. */
  boolean full() {
    return arrived >= MOST || !clock.instant().isBefore(end);
  }

  int count() {
    return arrived;
  }

  /** Takes a file in; one that no reader takes is kept with its reason like any other. */
  Delivered take(byte[] content, String name) throws InterruptedException {
    Delivered delivered = intake.take(content, name, provider);
    arrived++;
    return delivered;
  }
}
