package org.talblatt.moderation;

import org.springframework.stereotype.Component;
import org.talblatt.discussion.CommentCheck;

/**
 * Holds the first comments of an account that looked odd at its registration, and their changes.
 */
@Component
class ReadFirstCheck implements CommentCheck {
  /** After so many that moderators let through, the next ones are published at once. */
  static final int ENOUGH = 3;

  @Override
  public Verdict check(Incoming comment) {
    return comment.author().readFirst() && !comment.author().staff()
        ? new Verdict.Hold("moderation.rule-read-first")
        : new Verdict.Publish();
  }
}
