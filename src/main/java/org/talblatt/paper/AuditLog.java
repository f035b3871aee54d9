package org.talblatt.paper;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.talblatt.base.AccountId;

/**
 * Who changed which right, setting or account, when and from where. Lines are added, never changed:
 * the database refuses it. Beside them stands, for a time, what may not stay for good.
 */
@Component
public class AuditLog {
  private static final Duration BLOCKS_KEPT = Duration.ofDays(90);

  private final JdbcClient db;
  private final Clock clock;

  AuditLog(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /** Adds a line, in the transaction of what it tells: both are stored or none. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void record(AuditEntry entry) {
    AccountId by = entry.actor().account();
    AccountId account = entry.account();
    db.sql(
            """
            with line as (
              insert into audit_entry (by_account, origin, what, account, subject, details)
              values (:by, :origin, :what, :account, :subject, :details) returning id)
            insert into audit_trace (entry, block, reason)
            select id, cast(:block as text), nullif(:reason, '') from line
            where cast(:block as text) is not null or :reason <> ''
            """)
        .param("by", by == null ? null : by.value())
        .param("origin", entry.actor().kind())
        .param("what", entry.what())
        .param("account", account == null ? null : account.value())
        .param("subject", entry.subject())
        .param("details", entry.details())
        .param("block", entry.actor().block())
        .param("reason", entry.reason())
        .update();
  }

  /** Forgets from where and why lines about an account were written that is being erased. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void forget(AccountId account) {
    db.sql("delete from audit_trace where entry in (select id from audit_entry where account = ?)")
        .param(account.value())
        .update();
  }

  /** Forgets where lines came from that are older than 90 days. */
  @Transactional
  public void forgetBlocks() {
    Timestamp before = Timestamp.from(clock.instant().minus(BLOCKS_KEPT));
    db.sql("delete from audit_trace where block is not null and reason is null and written_at < ?")
        .param(before)
        .update();
    db.sql("update audit_trace set block = null where block is not null and written_at < ?")
        .param(before)
        .update();
  }
}
