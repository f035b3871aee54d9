package org.talblatt.article;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who may talk under an article and how. The article's own; {@code discussion} enforces it.
 *
 * @param closesAt from when on nobody may write or rate; null = never
 * @param slow how long one reader waits between two comments; zero = not at all
 * @param memberDays how old an account has to be where the mode is {@code MEMBERS}
 */
public record DiscussionRules(
    Mode mode, @Nullable Instant closesAt, Duration slow, int memberDays) {
  /** Open to all readers, without haste or end. */
  public static final DiscussionRules OPEN = new DiscussionRules(Mode.OPEN, null, Duration.ZERO);

  /** Rules that don't ask how long somebody has been a member. */
  public DiscussionRules(Mode mode, @Nullable Instant closesAt, Duration slow) {
    this(mode, closesAt, slow, 0);
  }

  /** Who may write. */
  public enum Mode {
    OPEN,
    /** Only accounts of a certain age, against who comes for one quarrel. */
    MEMBERS,
    /** Every comment waits for a moderator. */
    HELD,
    CLOSED
  }

  /** When the clock alone will close it next; null where it won't. */
  public @Nullable Instant closesNext(Instant now) {
    return closed(now) ? null : closesAt;
  }

  /** Whether writing and rating are over. */
  public boolean closed(Instant now) {
    return mode == Mode.CLOSED || (closesAt != null && !now.isBefore(closesAt));
  }
}
