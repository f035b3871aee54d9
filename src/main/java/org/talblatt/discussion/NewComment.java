package org.talblatt.discussion;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.talblatt.base.AccountId;
import org.talblatt.base.CommentId;
import org.talblatt.platform.text.SafeHtml;

/**
 * A comment about to be stored.
 *
 * @param parent what it answers; null for a root
 * @param heldRule why it is held; null where it isn't
 */
record NewComment(
    CommentId id,
    @Nullable Comment parent,
    AccountId author,
    Comment.State state,
    @Nullable String heldRule,
    String text,
    SafeHtml html,
    int articleVersion,
    UUID submission,
    Instant createdAt) {

  @Nullable Integer replyTo() {
    return parent == null ? null : parent.number();
  }

  int root() {
    return parent == null ? id.number() : parent.root();
  }

  int depth() {
    return parent == null ? 0 : parent.depth() + 1;
  }
}
