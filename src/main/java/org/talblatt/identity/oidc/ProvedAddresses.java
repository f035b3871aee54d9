package org.talblatt.identity.oidc;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.talblatt.identity.Whence;
import org.talblatt.platform.mail.MailAddress;

/** All SQL of mail addresses that wait for a proof by our own link. */
@Repository
class ProvedAddresses {
  private final JdbcClient db;

  ProvedAddresses(JdbcClient db) {
    this.db = db;
  }

  /** An address and for whose login it is to be proved. */
  record Waiting(
      String provider,
      String issuer,
      String subject,
      MailAddress email,
      String language,
      Whence whence) {
    boolean isFor(Proven proven) {
      return issuer.equals(proven.issuer()) && subject.equals(proven.subject());
    }
  }

  /** Keeps an address for a day; the link's secret is made when it is mailed. */
  long put(Pending pending, Proven proven, MailAddress email, String language) {
    return db.sql(
            """
            insert into oidc_address (provider, issuer, subject, email, language, text_key, back,
              expires_at)
            values (:provider, :issuer, :subject, :email, :language, :text, :back,
              now() + interval '24 hours')
            returning id
            """)
        .param("provider", pending.provider())
        .param("issuer", proven.issuer())
        .param("subject", proven.subject())
        .param("email", email.value())
        .param("language", language)
        .param("text", pending.whence().text())
        .param("back", pending.whence().back())
        .query(Long.class)
        .single();
  }

  /** Gives the waiting address its link; empty where it waits no more. */
  Optional<Waiting> link(long id, Secret link) {
    return find(
        """
        update oidc_address set token_hash = ? where id = ? and expires_at > now()
        returning provider, issuer, subject, email, language, text_key, back
        """,
        link.hash(),
        id);
  }

  Optional<Waiting> linked(Secret link) {
    return find(
        """
        select provider, issuer, subject, email, language, text_key, back from oidc_address
        where token_hash = ? and expires_at > now()
        """,
        (Object) link.hash());
  }

  /** Uses the link up. */
  boolean drop(Secret link) {
    return db.sql("delete from oidc_address where token_hash = ?").param(link.hash()).update() > 0;
  }

  int dropEnded() {
    return db.sql("delete from oidc_address where expires_at <= now()").update();
  }

  private Optional<Waiting> find(String sql, Object... parameters) {
    return db.sql(sql)
        .params(parameters)
        .query(
            (row, n) ->
                new Waiting(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    new MailAddress(row.getString(4)),
                    row.getString(5),
                    new Whence(row.getString(6), row.getString(7))))
        .optional();
  }
}
