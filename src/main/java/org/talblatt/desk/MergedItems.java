package org.talblatt.desk;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.talblatt.base.ArticleId;
import org.talblatt.wire.WireItemId;

/** All SQL on agency items that went into articles made of something else. */
@Repository
class MergedItems {
  private final JdbcClient db;

  MergedItems(JdbcClient db) {
    this.db = db;
  }

  /**
   * @param text whether anything of its text was taken over
   */
  record Merged(ArticleId article, boolean text) {}

  Optional<Merged> find(WireItemId item) {
    return db.sql(
            """
            select article, text_taken from desk_merged_item
            where wire_item = ? and withdrawn_at is null
            """)
        .param(item.value())
        .query((row, n) -> new Merged(new ArticleId(row.getLong(1)), row.getBoolean(2)))
        .optional();
  }

  /** Text that was taken once stays taken. */
  void put(WireItemId item, ArticleId article, boolean text) {
    db.sql(
            """
            insert into desk_merged_item (wire_item, article, text_taken) values (?, ?, ?)
            on conflict (wire_item) do update set article = excluded.article, withdrawn_at = null,
              text_taken = excluded.text_taken or (desk_merged_item.text_taken
                and desk_merged_item.article = excluded.article)
            """)
        .params(item.value(), article.value(), text)
        .update();
  }

  void markWithdrawn(WireItemId item) {
    db.sql("update desk_merged_item set withdrawn_at = now() where wire_item = ?")
        .param(item.value())
        .update();
  }
}
