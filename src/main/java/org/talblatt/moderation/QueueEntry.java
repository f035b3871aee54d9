package org.talblatt.moderation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talblatt.base.CommentId;
import org.talblatt.base.Links;
import org.talblatt.discussion.Comment;
import org.talblatt.platform.text.SafeHtml;

/**
 * A comment that waits for a moderator.
 *
 * @param language the article's
 * @param authorLanguage what its author is written to in
 * @param since when it began to wait
 * @param heldRule key of the message that says why it is held; null where it isn't
 * @param decision the newest decision on it; 0 for none
 * @param removedBefore how many comments of its author were removed before
 */
public record QueueEntry(
    CommentId id,
    String headline,
    String section,
    String language,
    String author,
    String authorLanguage,
    Comment.State state,
    SafeHtml html,
    String text,
    Instant createdAt,
    Instant since,
    @Nullable String heldRule,
    long decision,
    int removedBefore,
    List<Report> reports) {

  /** Its place in the page. */
  public String anchor() {
    return "fall-" + id.article() + "-" + id.number();
  }

  /** Its permanent address. */
  public String path() {
    return Links.comment(id);
  }

  QueueEntry with(List<Report> open) {
    return new QueueEntry(
        id,
        headline,
        section,
        language,
        author,
        authorLanguage,
        state,
        html,
        text,
        createdAt,
        since,
        heldRule,
        decision,
        removedBefore,
        open);
  }
}
