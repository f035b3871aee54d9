package org.talblatt.discussion;

import org.jspecify.annotations.Nullable;
import org.talblatt.article.Article;
import org.talblatt.identity.Reader;

/**
 * A further opinion on a comment, asked inside the transaction that posts or changes it.
 * Implemented above this room; where none is registered every comment is published, where there are
 * several the strictest counts. It runs while the thread is locked: no waiting, no network.
 */
public interface CommentCheck {

  /** What is to become of this comment. */
  Verdict check(Incoming comment);

  /**
   * A comment about to be stored.
   *
   * @param replyTo the number of the comment it answers; null for a root
   * @param text as typed, cleaned
   * @param edit whether it stands already and was changed
   */
  record Incoming(
      Reader author, Article article, @Nullable Integer replyTo, String text, boolean edit) {}

  /** The answer; each but the first names the message that says why. */
  sealed interface Verdict {
    /** Nothing against it. */
    record Publish() implements Verdict {}

    /** A moderator reads it first. */
    record Hold(String rule) implements Verdict {}

    /** It is not taken; its author is told the rule and keeps the text. */
    record Refuse(String rule) implements Verdict {}

    /** The stricter of two. */
    default Verdict or(Verdict other) {
      return strictness(other) > strictness(this) ? other : this;
    }

    private static int strictness(Verdict verdict) {
      return switch (verdict) {
        case Publish fine -> 0;
        case Hold hold -> 1;
        case Refuse refuse -> 2;
      };
    }
  }
}
