package org.talblatt.discussion;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.springframework.stereotype.Component;
import org.talblatt.base.ArticleId;

/**
 * The shapes of long threads, remembered until something is written or removed: ten pages of one
 * thread read it once. Short ones are read each time, so that their votes are those of the moment.
 */
@Component
class Shapes {
  /** From so many comments on a shape is remembered. */
  static final int LONG = 200;

  /** Some 40 MB. */
  private static final int MOST_COMMENTS = 500_000;

  private final Comments comments;
  private final Cache<ArticleId, Shape> kept =
      Caffeine.newBuilder()
          .maximumWeight(MOST_COMMENTS)
          .weigher((ArticleId article, Shape shape) -> shape.size())
          .build();

  Shapes(Comments comments) {
    this.comments = comments;
  }

  /** As it was at this change or after it, with votes from any time since. */
  Shape of(ArticleId article, Threads.Counters counters) {
    Shape known = kept.getIfPresent(article);
    return known != null && known.at(counters) ? known : read(article, counters);
  }

  /** The same, with the votes of this moment. */
  Shape read(ArticleId article, Threads.Counters counters) {
    Shape read = new Shape(counters, comments.nodes(article));
    if (read.size() >= LONG) {
      kept.put(article, read);
    }
    return read;
  }
}
