package org.talblatt.discussion;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.talblatt.base.AccountId;
import org.talblatt.base.CommentId;
import org.talblatt.platform.text.SafeHtml;

/** A comment about to be stored. */
record NewComment(
    CommentId id,
    @Nullable Integer replyTo,
    int root,
    int depth,
    AccountId author,
    Comment.State state,
    String text,
    SafeHtml html,
    int articleVersion,
    UUID submission,
    Instant createdAt) {}
