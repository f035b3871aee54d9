package org.talblatt.identity.staff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.talblatt.base.AccountId;
import org.talblatt.identity.Rights;
import org.talblatt.identity.Token;
import org.talblatt.platform.mail.MailAddress;

/** All SQL of invitations. */
@Repository
class Invitations {
  private static final String SELECT =
      """
      select i.id, i.email, i.language, i.roles, coalesce(a.name, ''), i.created_at, i.expires_at,
        i.expires_at <= now()
      from invitation i left join account a on a.id = i.invited_by
      """;

  private final JdbcClient db;

  Invitations(JdbcClient db) {
    this.db = db;
  }

  /** All that wait for an answer, the newest first. */
  List<Invitation> all() {
    return db.sql(SELECT + "order by i.id desc").query(Invitations::invitation).list();
  }

  Optional<Invitation> find(long id) {
    return db.sql(SELECT + "where i.id = ?").param(id).query(Invitations::invitation).optional();
  }

  /** The one that a link opens; empty where it is unknown, used, taken back or too old. */
  Optional<Invitation> of(String link) {
    return db.sql(SELECT + "where i.token_hash = ? and i.expires_at > now()")
        .param(Token.hash(link))
        .query(Invitations::invitation)
        .optional();
  }

  /** Empty where the address is invited already. */
  Optional<Long> insert(MailAddress email, String language, Rights rights, AccountId by) {
    return db.sql(
            """
            insert into invitation (email, email_key, language, roles, invited_by)
            values (:email, :key, :language, :roles, :by)
            on conflict do nothing
            returning id
            """)
        .param("email", email.value())
        .param("key", email.key())
        .param("language", language)
        .param("roles", rights.words().toArray(String[]::new))
        .param("by", by.value())
        .query(Long.class)
        .optional();
  }

  /** Gives it a new link, good for seven days; the one before opens nothing any more. */
  void renew(long id, Token token) {
    db.sql(
            """
            update invitation set token_hash = ?, expires_at = now() + interval '7 days'
            where id = ?
            """)
        .params(token.hash(), id)
        .update();
  }

  /** False where it was answered or taken back before. */
  boolean delete(long id) {
    return db.sql("delete from invitation where id = ?").param(id).update() == 1;
  }

  /** Whether somebody has an account with this address. */
  boolean known(MailAddress email) {
    return db.sql("select exists (select from account where email_key = ?)")
        .param(email.key())
        .query(Boolean.class)
        .single();
  }

  /** Forgets addresses that didn't answer within a month of the link's end. */
  int dropEnded() {
    return db.sql("delete from invitation where expires_at < now() - interval '30 days'").update();
  }

  private static Invitation invitation(ResultSet row, int number) throws SQLException {
    return new Invitation(
        row.getLong(1),
        new MailAddress(row.getString(2)),
        row.getString(3),
        List.of((String[]) row.getArray(4).getArray()),
        row.getString(5),
        row.getTimestamp(6).toInstant(),
        row.getTimestamp(7).toInstant(),
        row.getBoolean(8));
  }
}
