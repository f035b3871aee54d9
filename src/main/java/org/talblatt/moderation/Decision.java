package org.talblatt.moderation;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.talblatt.base.AccountId;
import org.talblatt.base.CommentId;

/**
 * What was decided, by whom, why. Never changed.
 *
 * @param comment null where only an account is concerned
 * @param account whose comment or account it is; null once that account was erased
 * @param decidedBy null once that account was erased
 * @param until when a suspension ends; null for every other kind
 */
public record Decision(
    long id,
    @Nullable CommentId comment,
    @Nullable AccountId account,
    @Nullable AccountId decidedBy,
    Instant at,
    Kind kind,
    @Nullable Ground ground,
    @Nullable Category category,
    String statement,
    @Nullable Instant until) {

  public enum Kind {
    /** The comment stands. */
    KEEP,
    REJECT,
    /** The comment goes, its author may not write for a while. */
    SUSPEND,
    /** The comment goes, its author may not come back. */
    BAN,
    /** A suspension or ban ends. */
    LIFT;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether somebody has less than before. */
    public boolean restricts() {
      return this == REJECT || this == SUSPEND || this == BAN;
    }
  }
}
