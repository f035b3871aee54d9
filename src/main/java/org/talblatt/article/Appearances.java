package org.talblatt.article;

import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.talblatt.base.ArticleId;

/** All SQL on when articles that are not out yet will be. */
@Repository
class Appearances {
  private final JdbcClient db;

  Appearances(JdbcClient db) {
    this.db = db;
  }

  /**
   * Follows an embargo that moves or falls while the article still waits for it; what has been out
   * keeps its moment. To be called while the old embargo is on file.
   */
  void follow(ArticleId id, @Nullable Instant embargo) {
    db.sql(
            """
            update article set published_at = later.moment,
              discussion_closes_at = discussion_closes_at + (later.moment - published_at)
            from (select greatest(
              case when published_at = embargo_until then now() else published_at end,
              cast(:embargo as timestamptz)) as moment from article where id = :id) later
            where id = :id and state = 'published'
              and greatest(published_at, embargo_until) > now()
              and embargo_until is distinct from cast(:embargo as timestamptz)
            """)
        .param("id", id.value())
        .param(
            "embargo",
            embargo == null ? null : embargo.atOffset(ZoneOffset.UTC),
            Types.TIMESTAMP_WITH_TIMEZONE)
        .update();
  }
}
