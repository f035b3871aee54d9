package org.talblatt.moderation;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.talblatt.base.AccountId;

/** All SQL that takes people out of reports, decisions and complaints. */
@Repository
class ModerationRecords {
  private static final int ROWS = 300;

  private final JdbcClient db;

  ModerationRecords(JdbcClient db) {
    this.db = db;
  }

  /** Takes somebody out of a column, some rows at most; whether there were any. */
  private boolean forget(String table, String column, AccountId account) {
    String statement =
        "update %1$s set %2$s = null where id in (select id from %1$s where %2$s = ? limit ?)"
            .formatted(table, column);
    return db.sql(statement).params(account.value(), ROWS).update() > 0;
  }

  boolean forget(AccountId account) {
    return forget("report", "reporter", account)
        || forget("complaint", "complainant", account)
        || forget("complaint", "decided_by", account)
        || forget("decision", "account", account)
        || forget("decision", "decided_by", account)
        || forget("legal_order", "registered_by", account)
        || forget("legal_order", "ended_by", account)
        || forgetSuspension(account);
  }

  private boolean forgetSuspension(AccountId account) {
    db.sql("update account set suspended_for = '' where id = ? and suspended_for <> ''")
        .param(account.value())
        .update();
    return false;
  }

  /**
   * Half a year after a report was decided, and no complaint is open, nobody needs what it said or
   * who sent it without an account; half a year after a decision on somebody who has left, nobody
   * needs its words.
   */
  @Transactional
  public void forgetEnded() {
    db.sql(
            """
            update report r set name = null, email = null, text = ''
            from decision d
            where d.id = r.decision and d.decided_at < now() - interval '6 months'
              and (r.email is not null or r.text <> '')
              and not exists (select from complaint k where k.decision = d.id
                and (k.outcome is null or k.decided_at > now() - interval '6 months'))
            """)
        .update();
    db.sql(
            """
            update decision set statement = ''
            where account is null and statement <> '' and decided_at < now() - interval '6 months'
              and not exists (select from complaint k where k.decision = decision.id
                and (k.outcome is null or k.decided_at > now() - interval '6 months'))
            """)
        .update();
  }
}
