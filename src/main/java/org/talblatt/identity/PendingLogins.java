package org.talblatt.identity;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.talblatt.base.AccountId;

/** Logins that owe a second step: ten minutes, five tries. All SQL of them. */
@Component
class PendingLogins {
  private static final int TRIES = 5;

  private final JdbcClient db;
  private final SecureRandom random;

  PendingLogins(JdbcClient db, SecureRandom random) {
    this.db = db;
    this.random = random;
  }

  /**
   * One that waits, or has waited too long.
   *
   * @param alive whether it may still be finished
   */
  record Pending(Entry entry, boolean alive) {}

  /** Keeps one; the secret is for the browser. */
  Token put(Entry entry) {
    Token token = Token.random(random);
    db.sql(
            """
            insert into pending_login (token_hash, account, proof, factors, text_key_hash, back,
              expires_at)
            values (:hash, :account, :proof, :factors, decode(nullif(:text, ''), 'hex'), :back,
              now() + interval '10 minutes')
            """)
        .param("hash", token.hash())
        .param("account", entry.account().value())
        .param("proof", entry.proof().name().toLowerCase(Locale.ROOT))
        .param("factors", entry.factors())
        .param("text", entry.goal().textKey())
        .param("back", entry.goal().back())
        .update();
    return token;
  }

  Optional<Pending> find(String secret) {
    return db.sql(
            """
            select account, proof, factors, coalesce(encode(text_key_hash, 'hex'), ''), back,
              expires_at > now() and tries < ?
            from pending_login where token_hash = ?
            """)
        .params(TRIES, Token.hash(secret))
        .query(PendingLogins::pending)
        .optional();
  }

  /** Counts a try; false where there were too many. */
  boolean tryOne(String secret) {
    return db.sql("update pending_login set tries = tries + 1 where token_hash = ? and tries < ?")
            .params(Token.hash(secret), TRIES)
            .update()
        == 1;
  }

  /** Ends one; false where it was ended before. */
  boolean end(String secret) {
    return db.sql("delete from pending_login where token_hash = ?")
            .param(Token.hash(secret))
            .update()
        == 1;
  }

  /** Ends all of an account: its password or factors have changed. */
  void endAll(AccountId account) {
    db.sql("delete from pending_login where account = ?").param(account.value()).update();
  }

  /** A day longer than it counts, so that who comes too late is led back to where they were. */
  int dropEnded() {
    return db.sql("delete from pending_login where expires_at < now() - interval '1 day'").update();
  }

  private static Pending pending(ResultSet row, int number) throws SQLException {
    return new Pending(
        new Entry(
            new AccountId(row.getLong(1)),
            Proof.valueOf(row.getString(2).toUpperCase(Locale.ROOT)),
            row.getInt(3),
            new Goal(row.getString(4), row.getString(5))),
        row.getBoolean(6));
  }
}
