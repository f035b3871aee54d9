package org.talblatt.discussion;

import org.jspecify.annotations.Nullable;
import org.talblatt.base.ArticleId;

/**
 * How many comments stand under something that the public may see.
 *
 * @param elsewhere the address of another house's page; null for an article of the paper
 */
public record TalkCount(ArticleId article, @Nullable String elsewhere, int published) {}
