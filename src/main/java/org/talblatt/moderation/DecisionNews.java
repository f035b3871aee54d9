package org.talblatt.moderation;

import org.jspecify.annotations.Nullable;
import org.talblatt.base.AccountId;
import org.talblatt.base.CommentId;

/**
 * Something was decided that the owner of a comment or an account has to hear of. Published inside
 * the deciding transaction, so whoever listens writes with it or not at all.
 *
 * @param decision what it is about: the reasons stand with it
 * @param account whose comment or account it is
 * @param comment null where only the account is concerned
 */
public record DecisionNews(
    long decision, AccountId account, @Nullable CommentId comment, What what) {

  public enum What {
    /** The comment is gone, maybe its author suspended besides. */
    REMOVED,
    /** The comment waited or was gone, and stands. */
    RELEASED,
    /** A suspension or ban ended before its time. */
    LIFTED,
    /** An objection was decided. */
    OBJECTION
  }
}
