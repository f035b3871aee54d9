package org.talblatt.desk;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.talblatt.base.ArticleId;
import org.talblatt.base.Links;
import org.talblatt.wire.WireItemId;

/** All SQL on which article was made of which agency item. */
@Repository
class TakenItems {
  private final JdbcClient db;

  TakenItems(JdbcClient db) {
    this.db = db;
  }

  /**
   * @param version the article's version that holds the agency's own wording
   * @param unread whether it went out by rule, read by nobody here
   */
  record Taken(ArticleId article, int version, boolean unread) {}

  /** The article that an item stands in now. */
  Optional<Taken> current(WireItemId item) {
    return db.sql(
            """
            select article, article_version, unread from desk_wire_article
            where wire_item = ? and withdrawn_at is null
            """)
        .param(item.value())
        .query(
            (row, n) -> new Taken(new ArticleId(row.getLong(1)), row.getInt(2), row.getBoolean(3)))
        .optional();
  }

  /** Where these items stand or last stood in the paper; what never did is left out. */
  Map<WireItemId, String> paths(Collection<WireItemId> items) {
    Map<WireItemId, String> paths = new HashMap<>();
    db.sql(
            """
            select distinct on (t.wire_item) t.wire_item, a.section, a.slug, a.id
            from desk_wire_article t join article a on a.id = t.article
            where t.wire_item = any(?)
            order by t.wire_item, t.withdrawn_at is null desc, t.article desc
            """)
        .param(items.stream().map(WireItemId::value).toArray(Long[]::new))
        .query(
            row -> {
              ArticleId article = new ArticleId(row.getLong(4));
              paths.put(
                  new WireItemId(row.getLong(1)),
                  Links.article(row.getString(2), row.getString(3), article));
            });
    return paths;
  }

  /** Articles made of other agencies' items since this moment, newest first. */
  List<ArticleId> ofOthers(String provider, Instant since, int most) {
    return db.sql(
            """
            select t.article from desk_wire_article t join wire_item i on i.id = t.wire_item
            where i.provider <> ? and t.taken_at > ? and t.withdrawn_at is null
            order by t.taken_at desc limit ?
            """)
        .params(provider, Timestamp.from(since), most)
        .query((row, n) -> new ArticleId(row.getLong(1)))
        .list();
  }

  /** The item that an article was made of, and whose wording it still follows. */
  Optional<WireItemId> itemOf(ArticleId article) {
    return db.sql(
            "select wire_item from desk_wire_article where article = ? and withdrawn_at is null")
        .param(article.value())
        .query((row, n) -> new WireItemId(row.getLong(1)))
        .optional();
  }

  void insert(WireItemId item, Taken taken) {
    db.sql(
            """
            insert into desk_wire_article (wire_item, article, article_version, unread)
            values (?, ?, ?, ?)
            """)
        .params(item.value(), taken.article().value(), taken.version(), taken.unread())
        .update();
  }

  /** Once an editor brought an update in, it is not unread any more. */
  void set(Taken taken) {
    db.sql("update desk_wire_article set article_version = ?, unread = ? where article = ?")
        .params(taken.version(), taken.unread(), taken.article().value())
        .update();
  }

  void markWithdrawn(ArticleId article) {
    db.sql("update desk_wire_article set withdrawn_at = now() where article = ?")
        .param(article.value())
        .update();
  }
}
