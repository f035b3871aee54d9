package org.talblatt.identity.leaving;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.talblatt.base.AccountId;
import org.talblatt.identity.Leaving;

/** All SQL on who was erased, as the database remembers it. */
@Repository
class Erasures {
  private final JdbcClient db;

  Erasures(JdbcClient db) {
    this.db = db;
  }

  void put(ErasureJournal.Line line) {
    db.sql(
            """
            insert into erasure (key, account, way, erased_at) values (:key, :account, :way, :at)
            on conflict do nothing
            """)
        .param("key", line.key())
        .param("account", line.account())
        .param("way", line.way().word())
        .param("at", line.at().atOffset(java.time.ZoneOffset.UTC))
        .update();
  }

  List<ErasureJournal.Line> all() {
    return db.sql("select key, account, way, erased_at from erasure order by erased_at, key")
        .query(
            (row, n) ->
                new ErasureJournal.Line(
                    row.getLong(2),
                    row.getObject(1, UUID.class),
                    Leaving.of(row.getString(3)),
                    row.getTimestamp(4).toInstant()))
        .list();
  }

  /** Those of these keys whose account is there again, or still. */
  Set<UUID> alive(Set<UUID> keys) {
    return new HashSet<>(
        db.sql("select key from account where key = any(?) and state <> 'closed'")
            .param(keys.toArray(UUID[]::new))
            .query((row, n) -> row.getObject(1, UUID.class))
            .list());
  }

  /** By the key: the number may be somebody else's by now. */
  Optional<AccountId> account(UUID key) {
    return db.sql("select id from account where key = ?")
        .param(key)
        .query((row, n) -> new AccountId(row.getLong(1)))
        .optional();
  }
}
