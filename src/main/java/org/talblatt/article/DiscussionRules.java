package org.talblatt.article;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who may talk under an article and how. The article's own; {@code discussion} enforces it.
 *
 * @param closesAt from when on nobody may write or rate; null = never
 * @param slow how long one reader waits between two comments; zero = not at all
 */
public record DiscussionRules(Mode mode, @Nullable Instant closesAt, Duration slow) {
  /** Open to all readers, without haste or end. */
  public static final DiscussionRules OPEN = new DiscussionRules(Mode.OPEN, null, Duration.ZERO);

  /** Who may write. */
  public enum Mode {
    OPEN,
    /** Every comment waits for a moderator. */
    HELD,
    CLOSED
  }

  /** Whether writing and rating are over. */
  public boolean closed(Instant now) {
    return mode == Mode.CLOSED || (closesAt != null && !now.isBefore(closesAt));
  }
}
