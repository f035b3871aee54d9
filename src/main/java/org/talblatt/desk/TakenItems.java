package org.talblatt.desk;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.talblatt.base.ArticleId;
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

  /** The article that an item stands or last stood in. */
  Optional<ArticleId> last(WireItemId item) {
    return db.sql(
            """
            select article from desk_wire_article where wire_item = ?
            order by withdrawn_at is null desc, article desc limit 1
            """)
        .param(item.value())
        .query((row, n) -> new ArticleId(row.getLong(1)))
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
