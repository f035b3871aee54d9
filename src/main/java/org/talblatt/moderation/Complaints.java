package org.talblatt.moderation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.talblatt.base.AccountId;

/** All SQL on objections. */
@Repository
class Complaints {
  /** For queries that join a complaint as {@code k}. */
  static final String COLUMNS =
      """
      k.id as k_id, k.decision as k_decision, k.report as k_report, k.complainant as k_complainant,
      k.text as k_text, k.created_at as k_created_at, k.outcome as k_outcome,
      k.statement as k_statement, k.decided_by as k_decided_by
      """;

  private final JdbcClient db;

  Complaints(JdbcClient db) {
    this.db = db;
  }

  /** Stores an objection; empty where there is one already. */
  Optional<Long> insert(
      long decision, @Nullable Long report, @Nullable AccountId by, String text, Instant at) {
    return db.sql(
            """
            insert into complaint (decision, report, complainant, text, created_at)
            values (:decision, :report, :by, :text, :at)
            on conflict do nothing returning id
            """)
        .param("decision", decision)
        .param("report", report, Types.BIGINT)
        .param("by", by == null ? null : by.value(), Types.BIGINT)
        .param("text", text)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .query(Long.class)
        .optional();
  }

  Optional<Complaint> find(long id) {
    return db.sql("select " + COLUMNS + " from complaint k where k.id = ?")
        .param(id)
        .query((row, n) -> complaint(row))
        .optional();
  }

  /** As {@link #find}; nobody else decides it before the transaction ends. */
  Optional<Complaint> lock(long id) {
    return db.sql("select " + COLUMNS + " from complaint k where k.id = ? for update")
        .param(id)
        .query((row, n) -> complaint(row))
        .optional();
  }

  void decide(long id, Complaint.Outcome outcome, String statement, AccountId by, Instant at) {
    db.sql(
            """
            update complaint set outcome = :outcome, statement = :statement, decided_by = :by,
              decided_at = :at
            where id = :id
            """)
        .param("outcome", outcome.name().toLowerCase(Locale.ROOT))
        .param("statement", statement)
        .param("by", by.value())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("id", id)
        .update();
  }

  /** The numbers of the open ones, oldest first. */
  List<Long> open() {
    return db.sql("select id from complaint where outcome is null order by created_at, id limit 50")
        .query((row, n) -> row.getLong(1))
        .list();
  }

  static Complaint complaint(ResultSet row) throws SQLException {
    String outcome = row.getString("k_outcome");
    return new Complaint(
        row.getLong("k_id"),
        row.getLong("k_decision"),
        row.getObject("k_report", Long.class),
        Reports.account(row, "k_complainant"),
        row.getString("k_text"),
        row.getTimestamp("k_created_at").toInstant(),
        outcome == null ? null : Complaint.Outcome.valueOf(outcome.toUpperCase(Locale.ROOT)),
        row.getString("k_statement"),
        Reports.account(row, "k_decided_by"));
  }
}
