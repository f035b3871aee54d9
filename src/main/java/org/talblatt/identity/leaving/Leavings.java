package org.talblatt.identity.leaving;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.talblatt.base.AccountId;
import org.talblatt.identity.Leaving;
import org.talblatt.identity.Token;

/** All SQL on who is leaving. */
@Repository
class Leavings {
  private static final String NOBODY = "00000000-0000-0000-0000-000000000000";

  private final JdbcClient db;
  private final SecureRandom random;

  Leavings(JdbcClient db, SecureRandom random) {
    this.db = db;
    this.random = random;
  }

  /** Somebody on the way out. */
  record Departure(AccountId account, UUID key, Leaving way, Instant eraseAt, boolean erasing) {}

  /** False where the account is leaving already, or is none. */
  boolean begin(AccountId account, Leaving way) {
    db.sql(
            """
            insert into leaving (account, way, state_before, erase_at)
            select id, :way, state, now() + interval '24 hours' from account
            where id = :account and state in ('active', 'suspended', 'banned')
            for no key update
            """)
        .param("way", way.word())
        .param("account", account.value())
        .update();
    return db.sql(
                """
                update account set state = 'leaving', revision = revision + 1
                where id = ? and state in ('active', 'suspended', 'banned')
                """)
            .param(account.value())
            .update()
        == 1;
  }

  /** No day to think it over: asked for by letter, or erased before and back from a backup. */
  void hurry(AccountId account) {
    db.sql("update leaving set erase_at = now() where account = ?").param(account.value()).update();
  }

  /** Another way than they chose first; what is hidden for it stays so until the erasure. */
  void change(AccountId account, Leaving way) {
    db.sql("update leaving set way = ? where account = ?")
        .params(way.word(), account.value())
        .update();
  }

  Optional<Departure> find(AccountId account) {
    return db.sql(
            """
            select l.account, a.key, l.way, l.erase_at, l.erasing
            from leaving l join account a on a.id = l.account where l.account = ?
            """)
        .param(account.value())
        .query(Leavings::departure)
        .optional();
  }

  /** As {@link #find}; the account neither leaves nor stays until the transaction ends. */
  Optional<Departure> lock(AccountId account) {
    db.sql("select from account where id = ? for share")
        .param(account.value())
        .query()
        .listOfRows();
    return find(account);
  }

  /** The account is what it was; false where it is too late. */
  boolean stay(AccountId account) {
    return db.sql(
                """
                with stays as (
                  delete from leaving where account = ? and not erasing and erase_at > now()
                  returning account, state_before)
                update account a set state = s.state_before, revision = a.revision + 1
                from stays s where a.id = s.account
                """)
            .param(account.value())
            .update()
        == 1;
  }

  List<AccountId> due() {
    return db.sql("select account from leaving where erase_at <= now() order by erase_at")
        .query((row, n) -> new AccountId(row.getLong(1)))
        .list();
  }

  /** From now on nobody stays; empty where it isn't time. */
  Optional<Departure> startErasing(AccountId account) {
    db.sql("update leaving set erasing = true where account = ? and erase_at <= now()")
        .param(account.value())
        .update();
    return find(account).filter(Departure::erasing);
  }

  /** The secret of a link that lets them stay. */
  String link(AccountId account) {
    Token secret = Token.random(random);
    db.sql("insert into leaving_link (token_hash, account) values (?, ?)")
        .params(secret.hash(), account.value())
        .update();
    return secret.secret();
  }

  Optional<Departure> linked(String link) {
    return db.sql(
            """
            select l.account, a.key, l.way, l.erase_at, l.erasing
            from leaving_link k join leaving l on l.account = k.account
            join account a on a.id = l.account
            where k.token_hash = ? and l.erase_at > now() and not l.erasing
            """)
        .param(Token.hash(link))
        .query(Leavings::departure)
        .optional();
  }

  /** The account that stands for everybody who left without their name. */
  AccountId nobody() {
    db.sql(
            """
            insert into account (key, name, name_key, name_look, email, email_key, password_hash,
              state, profile_hidden)
            values (cast(:key as uuid), 'ehemaliges Mitglied', '[nobody]', '[nobody]', '',
              '[nobody]', '{none}', 'closed', true)
            on conflict do nothing
            """)
        .param("key", NOBODY)
        .update();
    return db.sql("select id from account where key = cast(? as uuid)")
        .param(NOBODY)
        .query((row, n) -> new AccountId(row.getLong(1)))
        .single();
  }

  /** The last step: the row itself, or all in it but the name. */
  void close(AccountId account, Leaving way) {
    if (way != Leaving.KEEP) {
      db.sql("delete from account where id = ?").param(account.value()).update();
      return;
    }
    db.sql(
            """
            update account set state = 'closed', email = '', email_key = '[closed ' || key || ']',
              password_hash = '{none}', language = 'de', confirmed_at = null,
              accepted_rules = null, accepted_privacy = null, accepted_age = null,
              read_first = false, staff_since = null, locked_at = null, lock_reason = '',
              suspended_for = '', suspended_until = null, suspension = null,
              revision = revision + 1
            where id = ?
            """)
        .param(account.value())
        .update();
    db.sql("delete from leaving where account = ?").param(account.value()).update();
  }

  private static Departure departure(ResultSet row, int n) throws SQLException {
    return new Departure(
        new AccountId(row.getLong(1)),
        row.getObject(2, UUID.class),
        Leaving.of(row.getString(3)),
        row.getTimestamp(4).toInstant(),
        row.getBoolean(5));
  }
}
