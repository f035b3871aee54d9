package org.talblatt.discussion;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.talblatt.base.CommentId;
import org.talblatt.base.Links;
import org.talblatt.platform.text.SafeHtml;

/**
 * A comment in a list across articles.
 *
 * @param author its author's name
 * @param headline of the article; null where the public may not see it, and so no list says it
 * @param at when it was written; in a list of votes, when it was rated
 * @param counts false for a vote that was set aside with a ring
 */
public record Contribution(
    CommentId id,
    Comment.State state,
    String author,
    @Nullable String headline,
    SafeHtml html,
    int up,
    int down,
    Instant at,
    Vote own,
    boolean counts) {

  /** Whether everybody can see it where it stands. */
  public boolean shown() {
    return headline != null && state == Comment.State.PUBLISHED;
  }

  /** Its permanent address. */
  public String path() {
    return Links.comment(id);
  }

  /** What the list goes on behind it with. */
  public String cursor() {
    return id.article() + "-" + id.number();
  }
}
