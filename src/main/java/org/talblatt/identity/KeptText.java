package org.talblatt.identity;

import org.jspecify.annotations.Nullable;
import org.talblatt.base.ArticleId;

/**
 * Text somebody typed before logging in.
 *
 * @param replyTo the number of the comment it answers; null for a new thread
 */
public record KeptText(ArticleId article, @Nullable Integer replyTo, String text) {}
