package org.talblatt.article;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.talblatt.base.AccountId;
import org.talblatt.base.ArticleId;

/** The way that articles take through the newsroom, with all SQL of it. */
@Repository
public class ArticleSteps {
  private final JdbcClient db;

  ArticleSteps(JdbcClient db) {
    this.db = db;
  }

  /** What was done. */
  public enum Step {
    CREATED,
    TO_REVIEW,
    RETURNED,
    SCHEDULED,
    UNSCHEDULED,
    PUBLISHED,
    CORRECTED,
    WITHDRAWN,
    REOPENED;

    /** As stored, and in messages. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A step that was taken.
   *
   * @param note what colleagues were told, empty for nothing
   * @param by a name; null where a rule acted or the person has left
   * @param moment when it was to come out
   */
  public record Taken(
      Step step, String note, @Nullable String by, @Nullable Instant moment, Instant at) {}

  /** The newest of an article first. */
  public List<Taken> of(ArticleId article) {
    return db.sql(
            """
            select s.step, s.note, a.name, s.moment, s.at from article_step s
            left join account a on a.id = s.editor
            where s.article = ? order by s.id desc limit 50
            """)
        .param(article.value())
        .query(ArticleSteps::taken)
        .list();
  }

  void add(ArticleId article, Step step, String note, @Nullable AccountId by) {
    add(article, step, note, by, null);
  }

  void add(
      ArticleId article, Step step, String note, @Nullable AccountId by, @Nullable Instant moment) {
    db.sql(
            """
            insert into article_step (article, step, note, editor, moment)
            values (:article, :step, :note, :editor, :moment)
            """)
        .param("article", article.value())
        .param("step", step.word())
        .param("note", note)
        .param("editor", by == null ? null : by.value(), Types.BIGINT)
        .param(
            "moment",
            moment == null ? null : moment.atOffset(ZoneOffset.UTC),
            Types.TIMESTAMP_WITH_TIMEZONE)
        .update();
  }

  private static Taken taken(ResultSet row, int number) throws SQLException {
    Timestamp moment = row.getTimestamp(4);
    return new Taken(
        Step.valueOf(row.getString(1).toUpperCase(Locale.ROOT)),
        row.getString(2),
        row.getString(3),
        moment == null ? null : moment.toInstant(),
        row.getTimestamp(5).toInstant());
  }
}
