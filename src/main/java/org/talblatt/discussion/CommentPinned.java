package org.talblatt.discussion;

import org.talblatt.base.AccountId;
import org.talblatt.base.CommentId;

/**
 * Editors show this comment at the top of the talk from now on. Published inside the transaction
 * that pins it.
 */
public record CommentPinned(CommentId id, AccountId author) {}
