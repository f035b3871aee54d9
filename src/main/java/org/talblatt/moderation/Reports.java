package org.talblatt.moderation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.talblatt.base.AccountId;
import org.talblatt.base.ArticleId;
import org.talblatt.base.CommentId;
import org.talblatt.platform.mail.MailAddress;

/** All SQL on reports and notices. */
@Repository
class Reports {
  /** For queries that join a report as {@code r}. */
  static final String COLUMNS =
      """
      r.id as r_id, r.article as r_article, r.number as r_number, r.revision as r_revision,
      r.reporter as r_reporter, r.name as r_name, r.email as r_email, r.language as r_language,
      r.reason as r_reason, r.text as r_text, r.created_at as r_created_at,
      r.decision as r_decision
      """;

  private final JdbcClient db;

  Reports(JdbcClient db) {
    this.db = db;
  }

  /** Stores an open report; empty where the same reader reported the comment before. */
  Optional<Long> insert(Report report) {
    Report.Notifier notifier = report.notifier();
    AccountId reporter = report.reporter();
    return db.sql(
            """
            insert into report (article, number, revision, reporter, name, email, language, reason,
              text, created_at)
            values (:article, :number, :revision, :reporter, :name, :email, :language, :reason,
              :text, :at)
            on conflict do nothing returning id
            """)
        .param("article", report.comment().article().value())
        .param("number", report.comment().number())
        .param("revision", report.revision())
        .param("reporter", reporter == null ? null : reporter.value(), Types.BIGINT)
        .param("name", notifier == null ? null : notifier.name())
        .param("email", notifier == null ? null : notifier.email().value())
        .param("language", report.language())
        .param("reason", report.reason().word())
        .param("text", report.text())
        .param("at", report.createdAt().atOffset(ZoneOffset.UTC))
        .query(Long.class)
        .optional();
  }

  Optional<Report> find(long id) {
    return db.sql("select " + COLUMNS + " from report r where r.id = ?")
        .param(id)
        .query((row, n) -> report(row))
        .optional();
  }

  /** The open ones on these comments, oldest first. */
  List<Report> open(List<CommentId> comments) {
    return db.sql(
            "select "
                + COLUMNS
                + """
                from report r
                join unnest(cast(:articles as bigint[]), cast(:numbers as int[])) c (article, number)
                  on c.article = r.article and c.number = r.number
                where r.decision is null order by r.created_at, r.id
                """)
        .param("articles", comments.stream().map(id -> id.article().value()).toArray(Long[]::new))
        .param("numbers", comments.stream().map(CommentId::number).toArray(Integer[]::new))
        .query((row, n) -> report(row))
        .list();
  }

  /** Closes the open ones on a comment; their numbers. */
  List<Long> decide(CommentId comment, long decision) {
    return db.sql(
            """
            update report set decision = ? where article = ? and number = ? and decision is null
            returning id
            """)
        .params(decision, comment.article().value(), comment.number())
        .query((row, n) -> row.getLong(1))
        .list();
  }

  /** Those that a decision closed. */
  List<Long> closedBy(long decision) {
    return db.sql("select id from report where decision = ? order by id")
        .param(decision)
        .query((row, n) -> row.getLong(1))
        .list();
  }

  static Report report(ResultSet row) throws SQLException {
    return new Report(
        row.getLong("r_id"),
        new CommentId(new ArticleId(row.getLong("r_article")), row.getInt("r_number")),
        row.getInt("r_revision"),
        account(row, "r_reporter"),
        notifier(row),
        row.getString("r_language"),
        Reason.valueOf(row.getString("r_reason").toUpperCase(Locale.ROOT)),
        row.getString("r_text"),
        row.getTimestamp("r_created_at").toInstant(),
        row.getObject("r_decision", Long.class));
  }

  private static Report.@Nullable Notifier notifier(ResultSet row) throws SQLException {
    String email = row.getString("r_email");
    return email == null
        ? null
        : new Report.Notifier(row.getString("r_name"), new MailAddress(email));
  }

  static @Nullable AccountId account(ResultSet row, String column) throws SQLException {
    Long id = row.getObject(column, Long.class);
    return id == null ? null : new AccountId(id);
  }
}
