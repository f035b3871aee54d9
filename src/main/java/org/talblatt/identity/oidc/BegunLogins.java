package org.talblatt.identity.oidc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.talblatt.base.AccountId;
import org.talblatt.identity.Whence;
import org.talblatt.platform.mail.MailAddress;

/** All SQL of logins under way. Times are the database's own, which all nodes share. */
@Repository
class BegunLogins {
  private static final String COLUMNS =
      """
      provider, text_key, back, account, encode(session_hash, 'hex') as session,
      issuer, subject, label, name, email, suggested_email
      """;

  private final JdbcClient db;

  BegunLogins(JdbcClient db) {
    this.db = db;
  }

  void begin(Secret secret, String provider, Whence whence, Pending.@Nullable Adding adding) {
    db.sql(
            """
            insert into oidc_login (cookie_hash, provider, account, session_hash, text_key, back)
            values (:hash, :provider, cast(:account as bigint), cast(:session as bytea), :text, :back)
            """)
        .param("hash", secret.hash())
        .param("provider", provider)
        .param("account", adding == null ? null : adding.account().value())
        .param("session", adding == null ? null : HexFormat.of().parseHex(adding.session()))
        .param("text", whence.text())
        .param("back", whence.back())
        .update();
  }

  /** What this browser had begun, however long ago and whatever came of it. */
  Optional<Pending> find(Secret secret) {
    return db.sql("select " + COLUMNS + " from oidc_login where cookie_hash = ?")
        .param(secret.hash())
        .query(BegunLogins::pending)
        .optional();
  }

  /** Uses it up; empty where that was done before, or it was begun too long ago. */
  Optional<Pending> use(Secret secret) {
    return db.sql(
            """
            update oidc_login set used_at = now()
            where cookie_hash = ? and used_at is null and begun_at > now() - interval '10 minutes'
            returning\s"""
                + COLUMNS)
        .param(secret.hash())
        .query(BegunLogins::pending)
        .optional();
  }

  /** Writes down whom the provider proved; the browser goes on under a fresh secret. */
  void prove(Secret old, Secret fresh, Proven proven) {
    db.sql(
            """
            update oidc_login set cookie_hash = :fresh, issuer = :issuer, subject = :subject,
              label = :label, name = :name, email = :email, suggested_email = :suggested,
              proved_at = now()
            where cookie_hash = :old
            """)
        .param("fresh", fresh.hash())
        .param("old", old.hash())
        .param("issuer", proven.issuer())
        .param("subject", proven.subject())
        .param("label", proven.label())
        .param("name", proven.suggestedName())
        .param("email", proven.email().map(MailAddress::value).orElse(null))
        .param("suggested", proven.suggestedEmail())
        .update();
  }

  /** Whom a provider proved in this browser within the last hour. */
  Optional<Pending> proved(Secret secret) {
    return db.sql(
            "select "
                + COLUMNS
                + """
                 from oidc_login
                where cookie_hash = ? and proved_at > now() - interval '1 hour'
                """)
        .param(secret.hash())
        .query(BegunLogins::pending)
        .optional();
  }

  /** Our own link has proved the address. */
  void setEmail(Secret secret, MailAddress email, Whence whence) {
    db.sql(
            """
            update oidc_login set email = :email, text_key = :text, back = :back
            where cookie_hash = :hash and proved_at is not null
            """)
        .param("email", email.value())
        .param("text", whence.text())
        .param("back", whence.back())
        .param("hash", secret.hash())
        .update();
  }

  /** It has come to its end. */
  boolean drop(Secret secret) {
    return db.sql("delete from oidc_login where cookie_hash = ?").param(secret.hash()).update() > 0;
  }

  int dropEnded() {
    return db.sql("delete from oidc_login where begun_at < now() - interval '2 hours'").update();
  }

  private static Pending pending(ResultSet row, int number) throws SQLException {
    String session = row.getString("session");
    Optional<Pending.Adding> adding =
        session == null
            ? Optional.empty()
            : Optional.of(new Pending.Adding(new AccountId(row.getLong("account")), session));
    return new Pending(
        row.getString("provider"),
        new Whence(row.getString("text_key"), row.getString("back")),
        adding,
        Optional.ofNullable(proven(row)));
  }

  private static @Nullable Proven proven(ResultSet row) throws SQLException {
    String issuer = row.getString("issuer");
    return issuer == null
        ? null
        : new Proven(
            issuer,
            row.getString("subject"),
            row.getString("name"),
            Optional.ofNullable(row.getString("email")).map(MailAddress::new),
            row.getString("suggested_email"));
  }
}
