package org.talblatt.article;

import org.jspecify.annotations.Nullable;
import org.talblatt.base.AccountId;
import org.talblatt.base.ArticleId;

/**
 * An article of ours was taken off every page. Told inside the transaction that does it.
 *
 * @param wasPublic whether readers could see it up to this moment
 * @param by who took it off; null where a rule or an agency did
 */
public record Withdrawal(ArticleId article, boolean wasPublic, @Nullable AccountId by) {}
