package org.talblatt.moderation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a moderator wants done, complete: whatever restricts has a ground, a category and words.
 *
 * @param until when a suspension ends
 */
record Ruling(
    Decision.Kind kind,
    @Nullable Ground ground,
    @Nullable Category category,
    String statement,
    @Nullable Instant until) {
  /** Refuses a restriction without reasons. */
  Ruling {
    boolean reasoned = ground != null && category != null && !statement.isEmpty();
    boolean ends = (kind == Decision.Kind.SUSPEND) == (until != null);
    if ((kind.restricts() && !reasoned) || !ends) {
      throw new IllegalArgumentException("a restriction needs its reasons");
    }
  }

  /** Nothing is done to the comment. */
  static Ruling keep(String statement) {
    return new Ruling(Decision.Kind.KEEP, null, null, statement, null);
  }
}
