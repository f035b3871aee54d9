package org.talblatt.notification;

import java.time.Instant;
import org.talblatt.base.CommentId;

/**
 * Something that concerns a reader.
 *
 * @param actor who wrote
 * @param headline of the article talked under
 * @param excerpt the beginning of the comment, as plain words
 * @param read whether the reader has seen it in the list
 */
public record Notification(
    long id,
    Kind kind,
    CommentId comment,
    String actor,
    String headline,
    String excerpt,
    Instant at,
    boolean read) {

  /** Why it concerns them; the first that fits counts. */
  public enum Kind {
    MENTION,
    REPLY,
    FOLLOWED
  }
}
