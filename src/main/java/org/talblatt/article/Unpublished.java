package org.talblatt.article;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.talblatt.base.ArticleId;
import org.talblatt.base.Failure;

/** All SQL on the states of articles before readers have them. */
@Repository
class Unpublished {
  /** The state in the newsroom's eyes. */
  static final String STATE =
      """
      case when a.state = 'published' and greatest(a.published_at, a.embargo_until) > now()
        then 'scheduled' else a.state end""";

  private static final int USUAL_MEMBER_DAYS = 30;

  private final JdbcClient db;

  Unpublished(JdbcClient db) {
    this.db = db;
  }

  record Row(
      ArticleState state,
      String section,
      String headline,
      String byline,
      @Nullable Instant embargoUntil) {}

  /** The article, which nobody else changes before the transaction ends. */
  Row lock(ArticleId id) {
    return db.sql(
            "select "
                + STATE
                + """
                 as state, section, headline, byline, embargo_until
                from article a where id = ? and kind = 'article' for update
                """)
        .param(id.value())
        .query(Unpublished::row)
        .optional()
        .orElseThrow(Failure::notFound);
  }

  ArticleState state(ArticleId id) {
    return lock(id).state();
  }

  /** From this moment on readers have it; the view asks the clock. */
  void publish(ArticleId id, Instant at) {
    db.sql(
            """
            update article set state = 'published', published_at = :at, updated_at = :at
            where id = :id
            """)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("id", id.value())
        .update();
  }

  /** False where it isn't planned, or is out. */
  boolean unschedule(ArticleId id) {
    return db.sql(
                """
                update article set state = 'draft', published_at = null, updated_at = now()
                where id = ? and state = 'published'
                  and greatest(published_at, embargo_until) > now()
                """)
            .param(id.value())
            .update()
        == 1;
  }

  /** Remembers how the talk is to begin; null = as the section has it. */
  void open(ArticleId id, @Nullable DiscussionRules rules) {
    db.sql("delete from article_opening where article = ?").param(id.value()).update();
    if (rules != null) {
      db.sql("insert into article_opening (article, mode) values (?, ?)")
          .params(id.value(), rules.mode().name().toLowerCase(Locale.ROOT))
          .update();
    }
  }

  /** How the talk is to begin where an editor said so; empty = as the section has it. */
  Optional<DiscussionRules.Mode> opening(ArticleId id) {
    return db.sql("select mode from article_opening where article = ?")
        .param(id.value())
        .query(String.class)
        .optional()
        .map(mode -> DiscussionRules.Mode.valueOf(mode.toUpperCase(Locale.ROOT)));
  }

  /** The section's rules, with the mode that an editor chose. */
  DiscussionRules rules(ArticleId id, DiscussionRules usual) {
    return opening(id)
        .map(mode -> new DiscussionRules(mode, usual.closesAt(), usual.slow(), days(mode, usual)))
        .orElse(usual);
  }

  private static int days(DiscussionRules.Mode mode, DiscussionRules usual) {
    boolean asked = mode == DiscussionRules.Mode.MEMBERS && usual.memberDays() == 0;
    return asked ? USUAL_MEMBER_DAYS : usual.memberDays();
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    Timestamp embargo = row.getTimestamp("embargo_until");
    return new Row(
        ArticleState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getString("section"),
        row.getString("headline"),
        row.getString("byline"),
        embargo == null ? null : embargo.toInstant());
  }
}
