package org.talblatt.discussion;

import org.talblatt.base.AccountId;
import org.talblatt.base.CommentId;

/**
 * Readers see this comment from now on, or see its changed text. Published inside the writer's
 * transaction, so whoever listens writes with it or not at all.
 */
public record CommentShown(CommentId id, AccountId author) {}
