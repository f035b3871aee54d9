package org.talblatt.discussion;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.talblatt.base.ArticleId;

/** All SQL on threads: one row per article that was ever talked under. */
@Repository
class Threads {
  private final JdbcClient db;

  Threads(JdbcClient db) {
    this.db = db;
  }

  /**
   * A thread's counters.
   *
   * @param change raised by every write that changes what readers see
   */
  record Counters(int lastNumber, int published, long change) {
    static final Counters NONE = new Counters(0, 0, 0);
  }

  /** Locks the thread until the transaction ends, beginning it where nobody has talked yet. */
  Counters lock(ArticleId article) {
    return locked(article)
        .or(
            () -> {
              db.sql("insert into thread (article) values (?) on conflict do nothing")
                  .param(article.value())
                  .update();
              return locked(article);
            })
        .orElseThrow();
  }

  /** Locks several threads that exist, in the order in which everybody locks several. */
  void lock(Collection<ArticleId> articles) {
    db.sql("select article from thread where article = any(?) order by article for update")
        .param(articles.stream().map(ArticleId::value).toArray(Long[]::new))
        .query(Long.class)
        .list();
  }

  private Optional<Counters> locked(ArticleId article) {
    return db.sql(
            """
            select last_number, published_count, change_number from thread
            where article = ? for update
            """)
        .param(article.value())
        .query((row, n) -> new Counters(row.getInt(1), row.getInt(2), row.getLong(3)))
        .optional();
  }

  /**
   * Notes a write under a lock that is held.
   *
   * @return the section that the article stands in, whose pages show the count
   */
  String count(ArticleId article, int lastNumber, int published, int change) {
    return db.sql(
            """
            update thread set last_number = :last, published_count = published_count + :published,
              change_number = change_number + :change
            where article = :article
            returning (select section from article where id = :article)
            """)
        .param("last", lastNumber)
        .param("published", published)
        .param("change", change)
        .param("article", article.value())
        .query(String.class)
        .single();
  }

  Counters counters(ArticleId article) {
    return db.sql(
            "select last_number, published_count, change_number from thread where article = ?")
        .param(article.value())
        .query((row, n) -> new Counters(row.getInt(1), row.getInt(2), row.getLong(3)))
        .optional()
        .orElse(Counters.NONE);
  }

  Map<ArticleId, Integer> published(Collection<ArticleId> articles) {
    Map<ArticleId, Integer> counts = new HashMap<>();
    db.sql("select article, published_count from thread where article = any(?)")
        .param(articles.stream().map(ArticleId::value).toArray(Long[]::new))
        .query(
            (RowCallbackHandler) row -> counts.put(new ArticleId(row.getLong(1)), row.getInt(2)));
    return counts;
  }

  /** By number, and other houses' pages by address too; what the public may not see is missing. */
  List<TalkCount> publicCounts(Collection<ArticleId> articles, Collection<String> elsewhere) {
    return db.sql(
            """
            select a.id, a.external_address, coalesce(t.published_count, 0)
            from reachable_article a left join thread t on t.article = a.id
            where a.id = any(:articles)
              or (a.kind = 'external' and a.external_address = any(:elsewhere))
            order by a.id
            """)
        .param("articles", articles.stream().map(ArticleId::value).toArray(Long[]::new))
        .param("elsewhere", elsewhere.toArray(String[]::new))
        .query(
            (row, n) ->
                new TalkCount(new ArticleId(row.getLong(1)), row.getString(2), row.getInt(3)))
        .list();
  }

  /** Where readers wrote most since a moment, of a section or of all, most first. */
  List<ArticleId> mostDiscussed(@Nullable String section, Instant since, int limit) {
    return db.sql(
            """
            select t.article from thread t join public_article a on a.id = t.article
            where t.published_count > 0 and a.published_at > :since
            and (cast(:section as text) is null or a.section = :section)
            order by t.published_count desc, t.article desc limit :limit
            """)
        .param("since", since.atOffset(ZoneOffset.UTC))
        .param("section", section)
        .param("limit", limit)
        .query((row, n) -> new ArticleId(row.getLong(1)))
        .list();
  }
}
