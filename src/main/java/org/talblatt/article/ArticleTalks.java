package org.talblatt.article;

import java.sql.Types;
import java.time.ZoneOffset;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.talblatt.base.ArticleId;

/** The SQL that changes who may talk under an article and how; it is no change of its text. */
@Repository
class ArticleTalks {
  private final JdbcClient db;

  ArticleTalks(JdbcClient db) {
    this.db = db;
  }

  /** False where there is no such article. */
  boolean set(ArticleId id, DiscussionRules rules) {
    return db.sql(
                """
                update article set discussion_mode = :mode, discussion_closes_at = :closesAt,
                  discussion_slow_seconds = :slow, discussion_member_days = :memberDays
                where id = :id
                """)
            .param("mode", rules.mode().name().toLowerCase(Locale.ROOT))
            .param(
                "closesAt",
                rules.closesAt() == null ? null : rules.closesAt().atOffset(ZoneOffset.UTC),
                Types.TIMESTAMP_WITH_TIMEZONE)
            .param("slow", (int) rules.slow().toSeconds())
            .param("memberDays", rules.memberDays())
            .param("id", id.value())
            .update()
        == 1;
  }
}
