package org.talblatt.article;

import org.talblatt.base.AccountId;
import org.talblatt.base.ArticleId;

/**
 * An editor took back what they had just done with an article. Told inside the transaction that
 * does it.
 */
public record TakenBack(ArticleId article, Act.Kind what, AccountId by) {}
