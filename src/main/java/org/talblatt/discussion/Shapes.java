package org.talblatt.discussion;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talblatt.base.ArticleId;
import org.talblatt.base.CommentId;

/**
 * The shapes of long threads, remembered until something is written or removed: ten pages of one
 * thread read it once. Short ones are read each time, so that their votes are those of the moment.
 */
@Component
class Shapes {
  /** From so many comments on a shape is remembered. */
  static final int LONG = 200;

  /** After more than these it is read anew. */
  private static final int MOST_NEW = 500;

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
    if (known != null && known.at(counters)) {
      return known;
    }
    Shape grown = known == null ? null : grown(article, known, counters);
    if (grown == null) {
      return read(article, counters);
    }
    kept.put(article, grown);
    return grown;
  }

  /**
   * What is known and what was written since, where nothing else happened: each write then made one
   * comment public, and all of them bear new numbers. A very long thread in a hot debate is not
   * read from its beginning for each comment.
   *
   * @return null where something else happened
   */
  private @Nullable Shape grown(ArticleId article, Shape known, Threads.Counters now) {
    Threads.Counters before = known.counters();
    long writes = now.change() - before.change();
    if (writes < 0 || writes > MOST_NEW || writes != now.published() - before.published()) {
      return null;
    }
    List<Branches.Node> fresh = comments.nodes(article, before.lastNumber(), now.lastNumber());
    return fresh.size() == writes ? known.with(fresh, now) : null;
  }

  /** A comment and all that it answers, the root first; empty where there never was one. */
  List<Integer> path(CommentId id) {
    return comments.path(id);
  }

  /** The same, with the votes of this moment. */
  Shape read(ArticleId article, Threads.Counters counters) {
    Shape read = new Shape(counters, comments.nodes(article, 0, counters.lastNumber()));
    if (read.size() >= LONG) {
      kept.put(article, read);
    }
    return read;
  }
}
