package org.talblatt.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of a delivered file. */
public sealed interface Ingested {

  /**
   * It was read; every item has its outcome.
   *
   * @param file its number; 0 where it was let go, because it repeated what is on file
   * @param refusal where some of its items were refused, why; then the file is kept like a refused
   *     one, unless one before it has the same reason
   */
  record Read(long file, List<Received> items, @Nullable Refusal refusal) implements Ingested {}

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
