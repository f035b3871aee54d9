package org.talblatt.article;

import org.talblatt.base.AccountId;
import org.talblatt.base.ArticleId;

/**
 * An editor took back what they had just done with an article. Told inside the transaction that
 * does it.
 *
 * @param version the article's that a correction made
 */
public record TakenBack(ArticleId article, Act.Kind what, int version, AccountId by) {}
