package org.talblatt.desk.editor;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.talblatt.base.ArticleId;

/** All SQL on the embargoes under which agencies sent what became articles. */
@Repository
class AgencyEmbargoes {
  private final JdbcClient db;

  AgencyEmbargoes(JdbcClient db) {
    this.db = db;
  }

  /** Until when the agency forbids to publish; nobody here may go below it. */
  Optional<Instant> of(ArticleId article) {
    return db.sql(
            """
            select w.embargo from desk_wire_article t join wire_item w on w.id = t.wire_item
            where t.article = ? and t.withdrawn_at is null and w.embargo is not null
            """)
        .param(article.value())
        .query((row, n) -> row.getTimestamp(1))
        .optional()
        .map(Timestamp::toInstant);
  }

  /** Whether the agency took back what this article was made of. */
  boolean killed(ArticleId article) {
    return db.sql(
            """
            select exists (select from desk_wire_article where article = ? and withdrawn_at is not null)
            """)
        .param(article.value())
        .query(Boolean.class)
        .single();
  }
}
