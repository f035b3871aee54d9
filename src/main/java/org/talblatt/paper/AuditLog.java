package org.talblatt.paper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.talblatt.base.AccountId;

/**
 * Who changed which right, setting or account, when and from where. Lines are added, never changed:
 * the database refuses it.
 */
@Component
public class AuditLog {
  private final JdbcClient db;

  AuditLog(JdbcClient db) {
    this.db = db;
  }

  /** Adds a line, in the transaction of what it tells: both are stored or none. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void record(AuditEntry entry) {
    AccountId by = entry.actor().account();
    AccountId account = entry.account();
    db.sql(
            """
            insert into audit_entry (by_account, origin, what, account, subject, details)
            values (:by, :origin, :what, :account, :subject, :details)
            """)
        .param("by", by == null ? null : by.value())
        .param("origin", entry.actor().origin())
        .param("what", entry.what())
        .param("account", account == null ? null : account.value())
        .param("subject", entry.subject())
        .param("details", entry.details())
        .update();
  }
}
