package org.talblatt.discussion.rating;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** A vote, as far as rings are concerned. */
record Cast(long account, Target target, boolean up, Instant at) {

  /** A comment. */
  record Target(long article, int number) {}

  /** An article on a day: who reads it then meets the same comments as others do. */
  record Occasion(long article, LocalDate day) {}

  Occasion occasion() {
    return new Occasion(target.article(), LocalDate.ofInstant(at, ZoneOffset.UTC));
  }

  /** Whether both rate the same comment the same way, within this time. */
  boolean agrees(Cast other, Duration within) {
    return up == other.up
        && target.equals(other.target)
        && Duration.between(at, other.at).abs().compareTo(within) <= 0;
  }
}
