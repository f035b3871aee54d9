package org.talblatt.identity.factor;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.talblatt.base.AccountId;

/** All SQL of devices that make codes, and of recovery codes. */
@Component
class Totps {
  private final JdbcClient db;

  Totps(JdbcClient db) {
    this.db = db;
  }

  /** Keeps a secret that counts once it is confirmed; one that counts stays as it is. */
  void begin(AccountId account, TotpSecret secret) {
    db.sql(
            """
            insert into totp (account, secret) values (:account, :secret)
            on conflict (account) do update
            set secret = excluded.secret, created_at = now(), last_step = 0
            where totp.confirmed_at is null
            """)
        .param("account", account.value())
        .param("secret", secret.bytes())
        .update();
  }

  /** The secret that waits for its confirmation, for an hour. */
  Optional<TotpSecret> begun(AccountId account) {
    return secret(account, "confirmed_at is null and created_at > now() - interval '1 hour'");
  }

  /** The secret that counts. */
  Optional<TotpSecret> confirmed(AccountId account) {
    return secret(account, "confirmed_at is not null");
  }

  private Optional<TotpSecret> secret(AccountId account, String which) {
    return db.sql("select secret from totp where account = ? and " + which)
        .param(account.value())
        .query((row, n) -> TotpSecret.of(row.getBytes(1)))
        .optional();
  }

  /** From now on it counts; false where it did before. */
  boolean confirm(AccountId account) {
    return db.sql("update totp set confirmed_at = now() where account = ? and confirmed_at is null")
            .param(account.value())
            .update()
        == 1;
  }

  /** Uses the code of a time step; false where it, or a later one, was used before. */
  boolean use(AccountId account, long step) {
    return db.sql(
                "update totp set last_step = :step where account = :account and last_step < :step")
            .param("step", step)
            .param("account", account.value())
            .update()
        == 1;
  }

  /** Since when codes are asked; empty where they aren't. */
  Optional<Instant> since(AccountId account) {
    return db.sql("select confirmed_at from totp where account = ? and confirmed_at is not null")
        .param(account.value())
        .query((row, n) -> row.getTimestamp(1).toInstant())
        .optional();
  }

  /** Forgets device and recovery codes; false where there was none. */
  boolean remove(AccountId account) {
    db.sql("delete from recovery_code where account = ?").param(account.value()).update();
    return db.sql("delete from totp where account = ?").param(account.value()).update() == 1;
  }

  /** Puts new recovery codes in place of the old ones. */
  void renew(AccountId account, List<RecoveryCode> codes) {
    db.sql("delete from recovery_code where account = ?").param(account.value()).update();
    for (RecoveryCode code : codes) {
      db.sql("insert into recovery_code (account, code_hash) values (?, ?)")
          .params(account.value(), code.hash())
          .update();
    }
  }

  /** Uses a recovery code up; false where there is no such one. */
  boolean use(AccountId account, RecoveryCode code) {
    return db.sql("delete from recovery_code where account = ? and code_hash = ?")
            .params(account.value(), code.hash())
            .update()
        == 1;
  }

  /** How many recovery codes are left. */
  int left(AccountId account) {
    return db.sql("select count(*) from recovery_code where account = ?")
        .param(account.value())
        .query(Integer.class)
        .single();
  }

  int dropUnconfirmed() {
    return db.sql(
            "delete from totp where confirmed_at is null and created_at < now() - interval '1 day'")
        .update();
  }
}
