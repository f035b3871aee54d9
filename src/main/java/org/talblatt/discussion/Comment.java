package org.talblatt.discussion;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.talblatt.base.CommentId;
import org.talblatt.platform.text.SafeHtml;

/**
 * A comment as stored.
 *
 * @param root the number of the branch's first comment; a root names itself
 * @param depth 0 for a root
 * @param html empty on public reads where {@link #line()}
 * @param text as typed; empty on public reads where {@link #line()}
 * @param revision raised by every edit; an edit names the one it was made to
 * @param replies direct replies that readers can see
 */
public record Comment(
    CommentId id,
    @Nullable Integer replyTo,
    int root,
    int depth,
    State state,
    Author author,
    SafeHtml html,
    String text,
    int revision,
    int replies,
    int up,
    int down,
    Instant createdAt,
    @Nullable Instant editedAt) {

  /** How long an author may change a comment that nobody has answered. */
  public static final Duration EDITABLE = Duration.ofMinutes(10);

  /** Where a comment stands; see the design's states. */
  public enum State {
    /** Waits for a moderator; only its author and the staff see it. */
    HELD,
    PUBLISHED,
    REJECTED,
    DELETED
  }

  public int number() {
    return id.number();
  }

  /** Whether its text is out of sight; with replies it leaves a line in its place. */
  public boolean removed() {
    return state == State.REJECTED || state == State.DELETED;
  }

  /** Whether it is but a line in its place: removed, or held under replies on a public read. */
  public boolean line() {
    return removed() || text.isEmpty();
  }

  /** Whether its author may still change it at this moment. */
  public boolean editable(Instant now) {
    return !removed() && replies == 0 && now.isBefore(createdAt.plus(EDITABLE));
  }
}
