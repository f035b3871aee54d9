package org.talblatt.wire;

import java.util.List;

/** What became of a delivered file. */
public sealed interface Ingested {

  /** It was read; every item has its outcome. */
  record Read(List<Received> items) implements Ingested {}

  /** It was not; it is kept under its number with the reason, and can be retried. */
  record Refused(long file, Refusal refusal) implements Ingested {}

  /** One item of a file. */
  record Received(Outcome outcome, WireEntry entry) {}

  /** What an item's arrival changed. */
  enum Outcome {
    /** Seen for the first time. */
    NEW,
    /** A newer version than the one on file. */
    UPDATED,
    /** Already on file: nothing changed. */
    REPEATED,
    /** Older than the one on file, and no cancel: kept, nothing else changed. */
    LATE,
    /** Withdrawn by the agency, with whatever was published of it. */
    CANCELED,
    /** Held back by the agency until further notice. */
    WITHHELD
  }
}
