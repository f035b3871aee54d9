package org.talblatt.identity;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.talblatt.base.AccountId;

/** The secrets in mailed links, good for one use and a while. */
@Component
class MailedLinks {
  private final JdbcClient db;
  private final SecureRandom random;

  MailedLinks(JdbcClient db, SecureRandom random) {
    this.db = db;
    this.random = random;
  }

  /** For the confirmation of a registration: a day. Earlier ones stay good: mails overtake. */
  Token confirming(long registration) {
    Token token = Token.random(random);
    db.sql(
            """
            insert into mailed_link (token_hash, registration, purpose, expires_at)
            values (?, ?, 'confirm', now() + interval '24 hours')
            """)
        .params(token.hash(), registration)
        .update();
    return token;
  }

  /** For a new password: an hour. */
  Token resetting(AccountId account) {
    Token token = Token.random(random);
    db.sql(
            """
            insert into mailed_link (token_hash, account, purpose, expires_at)
            values (?, ?, 'password', now() + interval '1 hour')
            """)
        .params(token.hash(), account.value())
        .update();
    return token;
  }

  /** For a login: a quarter of an hour. Earlier ones stay good: mails overtake. */
  Token entering(AccountId account, Goal goal) {
    Token token = Token.random(random);
    db.sql(
            """
            insert into mailed_link (token_hash, account, purpose, text_key_hash, back, expires_at)
            values (?, ?, 'login', decode(nullif(?, ''), 'hex'), ?, now() + interval '15 minutes')
            """)
        .params(token.hash(), account.value(), goal.textKey(), goal.back())
        .update();
    return token;
  }

  /** Somebody whom a link lets in. */
  record Entering(AccountId account, Goal goal) {}

  /** Whom a link would let in. */
  Optional<Entering> mayEnter(String link) {
    return db.sql(
            """
            select account, coalesce(encode(text_key_hash, 'hex'), ''), back from mailed_link
            where token_hash = ? and purpose = 'login' and expires_at > now()
            """)
        .param(Token.hash(link))
        .query(MailedLinks::entering)
        .optional();
  }

  /** Uses a link up; whom it lets in, empty where it is unknown, used or too old. */
  Optional<Entering> enter(String link) {
    return db.sql(
            """
            delete from mailed_link
            where token_hash = ? and purpose = 'login' and expires_at > now()
            returning account, coalesce(encode(text_key_hash, 'hex'), ''), back
            """)
        .param(Token.hash(link))
        .query(MailedLinks::entering)
        .optional();
  }

  private static Entering entering(ResultSet row, int number) throws SQLException {
    return new Entering(
        new AccountId(row.getLong(1)), new Goal(row.getString(2), row.getString(3)));
  }

  /** Whose password a link may change. */
  Optional<AccountId> mayReset(String link) {
    return db.sql(
            """
            select account from mailed_link
            where token_hash = ? and purpose = 'password' and expires_at > now()
            """)
        .param(Token.hash(link))
        .query(Long.class)
        .optional()
        .map(AccountId::new);
  }

  /**
   * Uses a link up, and with it every other one that could change the same password.
   *
   * @return false where it was used up before
   */
  boolean useUp(String link) {
    Optional<AccountId> account =
        db.sql(
                """
                delete from mailed_link
                where token_hash = ? and purpose = 'password' and expires_at > now()
                returning account
                """)
            .param(Token.hash(link))
            .query(Long.class)
            .optional()
            .map(AccountId::new);
    account.ifPresent(this::dropAll);
    return account.isPresent();
  }

  /** Makes every link of an account useless. */
  void dropAll(AccountId account) {
    db.sql("delete from mailed_link where account = ?").param(account.value()).update();
  }

  int dropEnded() {
    return db.sql("delete from mailed_link where expires_at <= now()").update();
  }
}
