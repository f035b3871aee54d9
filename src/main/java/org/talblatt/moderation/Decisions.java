package org.talblatt.moderation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.talblatt.base.AccountId;
import org.talblatt.base.ArticleId;
import org.talblatt.base.CommentId;

/** All SQL on decisions. Rows are added, never changed: a trigger refuses it. */
@Repository
class Decisions {
  /** For queries that join a decision as {@code d}. */
  static final String COLUMNS =
      """
      d.id as d_id, d.article as d_article, d.number as d_number, d.account as d_account,
      d.decided_by as d_decided_by, d.decided_at as d_decided_at, d.kind as d_kind,
      d.ground as d_ground, d.category as d_category, d.statement as d_statement,
      d.until as d_until
      """;

  private final JdbcClient db;

  Decisions(JdbcClient db) {
    this.db = db;
  }

  /**
   * The newest decision on a comment.
   *
   * @param by the name of who decided
   */
  record Last(long id, String by, Decision.Kind kind) {}

  /** Whoever decides on this comment waits until the transaction ends. */
  void lock(CommentId comment) {
    db.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
        .param("decision " + comment)
        .query((row, n) -> n)
        .single();
  }

  long insert(
      @Nullable CommentId comment,
      AccountId account,
      AccountId decidedBy,
      Ruling ruling,
      Instant at) {
    Ground ground = ruling.ground();
    Category category = ruling.category();
    Instant until = ruling.until();
    return db.sql(
            """
            insert into decision (article, number, account, decided_by, decided_at, kind, ground,
              category, statement, until)
            values (:article, :number, :account, :by, :at, :kind, :ground, :category, :statement,
              :until)
            returning id
            """)
        .param("article", comment == null ? null : comment.article().value(), Types.BIGINT)
        .param("number", comment == null ? null : comment.number(), Types.INTEGER)
        .param("account", account.value())
        .param("by", decidedBy.value())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("kind", ruling.kind().word())
        .param("ground", ground == null ? null : ground.code())
        .param("category", category == null ? null : category.code())
        .param("statement", ruling.statement())
        .param(
            "until",
            until == null ? null : until.atOffset(ZoneOffset.UTC),
            Types.TIMESTAMP_WITH_TIMEZONE)
        .query(Long.class)
        .single();
  }

  Optional<Decision> find(long id) {
    return db.sql("select " + COLUMNS + " from decision d where d.id = ?")
        .param(id)
        .query((row, n) -> decision(row))
        .optional();
  }

  Optional<Last> last(CommentId comment) {
    return db.sql(
            """
            select d.id, coalesce(a.name, '–'), d.kind
            from decision d left join account a on a.id = d.decided_by
            where d.article = ? and d.number = ? order by d.id desc limit 1
            """)
        .params(comment.article().value(), comment.number())
        .query((row, n) -> new Last(row.getLong(1), row.getString(2), kind(row.getString(3))))
        .optional();
  }

  /** How many of somebody's comments moderators let stand. */
  int kept(AccountId account) {
    return db.sql(
            """
            select count(distinct (article, number)) from decision
            where account = ? and kind = 'keep'
            """)
        .param(account.value())
        .query(Integer.class)
        .single();
  }

  static Decision decision(ResultSet row) throws SQLException {
    Long article = row.getObject("d_article", Long.class);
    Timestamp until = row.getTimestamp("d_until");
    return new Decision(
        row.getLong("d_id"),
        article == null ? null : new CommentId(new ArticleId(article), row.getInt("d_number")),
        Reports.account(row, "d_account"),
        Reports.account(row, "d_decided_by"),
        row.getTimestamp("d_decided_at").toInstant(),
        kind(row.getString("d_kind")),
        Optional.ofNullable(row.getString("d_ground")).flatMap(Ground::parse).orElse(null),
        Optional.ofNullable(row.getString("d_category")).flatMap(Category::coded).orElse(null),
        row.getString("d_statement"),
        until == null ? null : until.toInstant());
  }

  private static Decision.Kind kind(String word) {
    return Decision.Kind.valueOf(word.toUpperCase(Locale.ROOT));
  }
}
