package org.talblatt.identity.staff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL that reads the audit log, which {@code paper.AuditLog} writes. */
@Repository
public class AuditLines {
  private final JdbcClient db;

  AuditLines(JdbcClient db) {
    this.db = db;
  }

  /**
   * A line, with the names that its accounts have now.
   *
   * @param by account of who did it; 0 for none
   * @param byName empty where there is none (any more)
   * @param account whose account it was done to; 0 for none
   */
  public record Line(
      long id,
      Instant at,
      long by,
      String byName,
      String origin,
      String what,
      long account,
      String accountName,
      String subject,
      String details) {}

  /** Lines under a number that fit, the newest first. */
  List<Line> find(AuditFilter filter, ZoneId zone, long before, int most) {
    return db.sql(
            """
            select e.id, e.at, coalesce(e.by_account, 0), coalesce(b.name, ''),
              coalesce(t.block, e.origin), e.what,
              coalesce(e.account, 0), coalesce(a.name, ''), e.subject,
              concat_ws(' ', nullif(e.details, ''), t.reason)
            from audit_entry e
            left join audit_trace t on t.entry = e.id
            left join account b on b.id = e.by_account
            left join account a on a.id = e.account
            where e.id < :before
              and (:who = ''
                or strpos(lower(concat_ws(' ', b.name, t.block, e.origin)), lower(:who)) > 0)
              and (:what = '' or e.what = :what)
              and (:about = ''
                or strpos(lower(coalesce(a.name, '') || ' ' || e.subject), lower(:about)) > 0)
              and (:text = '' or strpos(lower(concat_ws(' ', e.details, t.reason)), lower(:text)) > 0)
              and (:account::bigint is null or :account in (e.account, e.by_account))
              and e.at >= :from and e.at < :until
            order by e.id desc
            limit :most
            """)
        .param("before", before)
        .param("who", filter.who())
        .param("what", filter.what())
        .param("about", filter.about())
        .param("text", filter.text())
        .param("account", filter.accountNumber(), Types.BIGINT)
        .param("from", Timestamp.from(filter.first(zone)))
        .param("until", Timestamp.from(filter.end(zone)))
        .param("most", most)
        .query(AuditLines::line)
        .list();
  }

  /** Every verb that was written so far. */
  List<String> verbs() {
    return db.sql("select distinct what from audit_entry order by what")
        .query((row, n) -> row.getString(1))
        .list();
  }

  private static Line line(ResultSet row, int number) throws SQLException {
    return new Line(
        row.getLong(1),
        row.getTimestamp(2).toInstant(),
        row.getLong(3),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        row.getLong(7),
        row.getString(8),
        row.getString(9),
        row.getString(10));
  }
}
