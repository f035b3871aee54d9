package org.talblatt.discussion;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.talblatt.base.ArticleId;

/**
 * Threads in the orders that votes change. What is longer than a page is read from numbered
 * rankings, so that votes between two pages move nothing; see decision 17.
 */
@Component
class RankedThreads {
  /** While only votes change, a ranking is renewed no more often. */
  static final Duration RENEWED = Duration.ofSeconds(30);

  /** So long a ranking can be read after another one has taken its place. */
  static final Duration KEPT = Duration.ofHours(1);

  private static final Duration UNUSED = Duration.ofDays(1);

  /** After a write it is renewed at once, in very long threads after so many milliseconds each. */
  private static final int COMMENTS_PER_MILLISECOND = 4;

  private static final int MOST_COMMENTS = 4_000_000;

  private final Shapes shapes;
  private final Rankings rankings;
  private final TransactionTemplate alone;
  private final Clock clock;
  private final Cache<Long, Ranking> known =
      Caffeine.newBuilder()
          .maximumWeight(MOST_COMMENTS)
          .weigher((Long number, Ranking ranking) -> 10 + ranking.paging().numbers().length)
          .build();
  private final Cache<Key, Checked> checked = Caffeine.newBuilder().maximumSize(10_000).build();

  RankedThreads(
      Shapes shapes, Rankings rankings, PlatformTransactionManager transactions, Clock clock) {
    this.shapes = shapes;
    this.rankings = rankings;
    this.clock = clock;
    this.alone = new TransactionTemplate(transactions);
    this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /**
   * A thread to be read.
   *
   * @param number the ranking's; 0 where none is needed
   * @param until when a newer one may be due; null where nothing is known to have changed
   */
  record Ranked(Paging paging, long number, @Nullable Instant until) {}

  private record Key(ArticleId article, ThreadOrder order) {}

  /** A ranking that was found to be right, at a moment and at a change of its thread. */
  private record Checked(Ranking ranking, long change, Instant at) {
    Instant due(Threads.Counters counters) {
      Duration pause =
          change == counters.change()
              ? RENEWED
              : Duration.ofMillis(ranking.paging().numbers().length / COMMENTS_PER_MILLISECOND);
      return at.plus(pause);
    }
  }

  /**
   * The newest ranking, made where it is due. What was written since stands at its end, oldest
   * first.
   *
   * @param unnumbered a thread of no more comments needs no number
   */
  Ranked newest(ArticleId article, ThreadOrder order, Threads.Counters counters, int unnumbered) {
    Shape shape = shapes.of(article, counters);
    if (shape.size() <= unnumbered && shape.size() < Shapes.LONG) {
      Paging all = shape.ranked(order);
      if (all.pages() == 1) {
        return new Ranked(all, 0, null);
      }
    }
    Key key = new Key(article, order);
    Checked last = last(key);
    Instant now = clock.instant();
    if (last != null && now.isBefore(last.due(counters))) {
      return ranked(last.ranking(), last.change(), shape, counters, last.due(counters));
    }
    Paging paging = shapes.read(article, counters).ranked(order);
    Ranking right =
        last != null && last.ranking().paging().equals(paging)
            ? last.ranking()
            : made(key, counters, paging, now);
    checked.put(key, new Checked(right, counters.change(), now));
    return new Ranked(paging, right.number(), null);
  }

  /** A certain ranking, and what was written since at its end; empty where it has expired. */
  Optional<Ranked> numbered(
      ArticleId article, ThreadOrder order, Threads.Counters counters, long number) {
    if (!rankings.lasts(article, order, number, clock.instant().minus(KEPT))) {
      return Optional.empty();
    }
    Shape shape = shapes.of(article, counters);
    return find(new Key(article, order), number)
        .map(ranking -> ranked(ranking, ranking.change(), shape, counters, null));
  }

  private static Ranked ranked(
      Ranking ranking,
      long change,
      Shape shape,
      Threads.Counters counters,
      @Nullable Instant until) {
    Paging paging =
        change == counters.change()
            ? ranking.paging()
            : ranking.paging().and(shape.beside(ranking.paging()));
    return new Ranked(paging, ranking.number(), until);
  }

  /** The newest of this node's memory and of what other nodes have made. */
  private @Nullable Checked last(Key key) {
    Checked here = checked.getIfPresent(key);
    Long newest = rankings.newest(key.article(), key.order()).orElse(null);
    if (newest == null) {
      // made a moment ago by another render, or forgotten after a day
      return here != null && clock.instant().isBefore(here.at().plus(KEPT)) ? here : null;
    }
    if (here != null && here.ranking().number() >= newest) {
      return here;
    }
    return find(key, newest)
        .map(ranking -> new Checked(ranking, ranking.change(), ranking.madeAt()))
        .orElse(here);
  }

  private Optional<Ranking> find(Key key, long number) {
    Ranking ranking = known.getIfPresent(number);
    if (ranking != null) {
      return Optional.of(ranking);
    }
    Optional<Ranking> read = rankings.find(key.article(), key.order(), number);
    read.ifPresent(found -> known.put(number, found));
    return read;
  }

  /** On a connection of its own: pages are read in transactions that can't write. */
  private Ranking made(Key key, Threads.Counters counters, Paging paging, Instant now) {
    Ranking made =
        Objects.requireNonNull(
            alone.execute(
                status ->
                    rankings.insert(key.article(), key.order(), counters.change(), paging, now)));
    known.put(made.number(), made);
    return made;
  }

  void dropEnded() {
    Instant now = clock.instant();
    rankings.drop(now.minus(KEPT), now.minus(UNUSED));
  }
}
