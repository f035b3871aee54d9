package org.talblatt.discussion;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.talblatt.base.ArticleId;

/** All SQL on rankings. */
@Repository
class Rankings {
  private final JdbcClient db;

  Rankings(JdbcClient db) {
    this.db = db;
  }

  /** The newest one's number. */
  Optional<Long> newest(ArticleId article, ThreadOrder order) {
    return db.sql(
            """
            select number from ranking where article = ? and ordering = ?
            order by number desc limit 1
            """)
        .params(article.value(), order.apiName())
        .query(Long.class)
        .optional();
  }

  /**
   * Whether one can still be read.
   *
   * @param replaced who was replaced by then can't
   */
  boolean lasts(ArticleId article, ThreadOrder order, long number, Instant replaced) {
    return db.sql(
            """
            select exists (select from ranking r
              where article = :article and ordering = :order and number = :number
              and not exists (select from ranking later
                where later.article = r.article and later.ordering = r.ordering
                and later.number > r.number and later.made_at <= :replaced))
            """)
        .param("article", article.value())
        .param("order", order.apiName())
        .param("number", number)
        .param("replaced", replaced.atOffset(ZoneOffset.UTC))
        .query(Boolean.class)
        .single();
  }

  Optional<Ranking> find(ArticleId article, ThreadOrder order, long number) {
    return db.sql(
            """
            select number, change_number, comments, starts, made_at from ranking
            where article = ? and ordering = ? and number = ?
            """)
        .params(article.value(), order.apiName(), number)
        .query(Rankings::ranking)
        .optional();
  }

  Ranking insert(ArticleId article, ThreadOrder order, long change, Paging paging, Instant at) {
    return db.sql(
            """
            insert into ranking (article, ordering, change_number, comments, starts, made_at)
            values (:article, :order, :change, :comments, :starts, :at) returning number
            """)
        .param("article", article.value())
        .param("order", order.apiName())
        .param("change", change)
        .param("comments", paging.numbers())
        .param("starts", paging.starts())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .query((row, n) -> new Ranking(row.getLong(1), change, paging, at))
        .single();
  }

  /** Forgets those that were replaced by then, and any that nobody asked to renew for a day. */
  void drop(Instant replaced, Instant old) {
    db.sql(
            """
            delete from ranking r where made_at <= :old or exists (select from ranking later
              where later.article = r.article and later.ordering = r.ordering
              and later.number > r.number and later.made_at <= :replaced)
            """)
        .param("old", old.atOffset(ZoneOffset.UTC))
        .param("replaced", replaced.atOffset(ZoneOffset.UTC))
        .update();
  }

  private static Ranking ranking(ResultSet row, int n) throws SQLException {
    return new Ranking(
        row.getLong("number"),
        row.getLong("change_number"),
        new Paging(numbers(row.getArray("comments")), numbers(row.getArray("starts"))),
        row.getTimestamp("made_at").toInstant());
  }

  private static int[] numbers(Array array) throws SQLException {
    return Stream.of((Integer[]) array.getArray()).mapToInt(Integer::intValue).toArray();
  }
}
