package org.talblatt.identity.factor;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.talblatt.base.AccountId;

/** All SQL that reads for its owner, and empties, what is kept of how they log in. */
@Repository
class FactorRecords {
  private final JdbcClient db;

  FactorRecords(JdbcClient db) {
    this.db = db;
  }

  record OfDevice(Instant firstAt, Instant lastAt) {}

  void devices(AccountId account, Consumer<OfDevice> rows) {
    db.sql("select first_at, last_at from known_device where account = ? order by first_at")
        .param(account.value())
        .query(
            (row, n) ->
                new OfDevice(row.getTimestamp(1).toInstant(), row.getTimestamp(2).toInstant()))
        .list()
        .forEach(rows);
  }

  void erase(AccountId account) {
    for (String table : List.of("totp", "recovery_code", "pending_login", "known_device")) {
      db.sql("delete from " + table + " where account = ?").param(account.value()).update();
    }
  }
}
