package org.talblatt.discussion;

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
 * @param articleVersion the article's, when it was written
 * @param pinnedAt since when editors show it at the top; null where they don't
 * @param repliesClosed whether nobody can answer it or anything below it any more
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
    @Nullable Instant editedAt,
    int articleVersion,
    @Nullable Instant pinnedAt,
    boolean repliesClosed) {

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
}
