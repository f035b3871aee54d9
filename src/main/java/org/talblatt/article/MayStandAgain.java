package org.talblatt.article;

import org.talblatt.base.ArticleId;

/** Whether an article that was taken off may be put back: not what its agency took back. */
public interface MayStandAgain {
  /** False where somebody other than the newsroom wants it away. */
  boolean mayStand(ArticleId article);
}
