package org.talblatt.widget;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.talblatt.identity.SessionToken;
import org.talblatt.identity.Token;

/**
 * All SQL of passes and of what is exchanged for them. Each goes with the session in which it acts:
 * logging out, locking and leaving end it at once.
 */
@Repository
class Passes {
  /** How long a page may write with one. */
  static final Duration GOOD_FOR = Duration.ofMinutes(15);

  /** From the login window to the page: a moment. */
  private static final Duration GRANT_GOOD_FOR = Duration.ofMinutes(1);

  private final JdbcClient db;

  Passes(JdbcClient db) {
    this.db = db;
  }

  /** A session found by what somebody showed. */
  record Found(Pass pass, SessionToken session) {}

  void put(Token token, SessionToken session, Pass pass) {
    db.sql(
            """
            insert into widget_pass (token_hash, session, site, origin, page_key, address, headline,
              language, signed_address, signed_headline, expires_at)
            values (:hash, :session, :site, :origin, :key, :address, :headline, :language,
              :signedAddress, :signedHeadline,
              now() + make_interval(secs => :seconds))
            """)
        .param("hash", token.hash())
        .param("session", session.hash())
        .param("site", pass.site())
        .param("origin", pass.origin())
        .param("key", pass.page().key())
        .param("address", pass.page().address())
        .param("headline", pass.headline())
        .param("language", pass.language())
        .param("signedAddress", pass.signed().address())
        .param("signedHeadline", pass.signed().headline())
        .param("seconds", GOOD_FOR.toSeconds())
        .update();
  }

  /** What a page of this origin may do with it; empty where it is over, or another's. */
  Optional<Found> find(String secret, String origin) {
    return db.sql(
            """
            select p.site, p.origin, p.page_key, p.address, p.headline, p.language,
              p.signed_address, p.signed_headline, encode(p.session, 'hex') as session, s.bearer
            from widget_pass p
            join session s on s.token_hash = p.session
            join widget_site w on w.slug = p.site
            where p.token_hash = :hash and p.origin = :origin and p.origin = any(w.origins)
              and p.expires_at > now()
            """)
        .param("hash", Token.hash(secret))
        .param("origin", origin)
        .query(Passes::found)
        .optional();
  }

  void end(String secret) {
    db.sql("delete from widget_pass where token_hash = ?").param(Token.hash(secret)).update();
  }

  void putGrant(Token code, SessionToken session, String site, String origin) {
    db.sql(
            """
            insert into widget_grant (code_hash, session, site, origin, expires_at)
            values (:hash, :session, :site, :origin, now() + make_interval(secs => :seconds))
            """)
        .param("hash", code.hash())
        .param("session", session.hash())
        .param("site", site)
        .param("origin", origin)
        .param("seconds", GRANT_GOOD_FOR.toSeconds())
        .update();
  }

  /** The session that the login window granted; the grant is used up. */
  Optional<SessionToken> useGrant(String code, String site, String origin) {
    return db.sql(
            """
            delete from widget_grant g using session s
            where g.code_hash = :hash and s.token_hash = g.session
              and g.site = :site and g.origin = :origin and g.expires_at > now()
            returning encode(g.session, 'hex'), s.bearer
            """)
        .param("hash", Token.hash(code))
        .param("site", site)
        .param("origin", origin)
        .query((row, n) -> new SessionToken(row.getString(1), row.getBoolean(2)))
        .optional();
  }

  /** Notes that a signed token was used; false where it was before. */
  boolean firstUse(String site, String id, Instant until) {
    return db.sql(
                """
                insert into widget_seen (site, token_hash, expires_at) values (?, ?, ?)
                on conflict do nothing
                """)
            // past the token's own end by what clocks may differ
            .params(site, Token.hash(id), until.plusSeconds(60).atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  void dropEnded() {
    for (String table : new String[] {"widget_pass", "widget_grant", "widget_seen"}) {
      db.sql("delete from " + table + " where expires_at <= now()").update();
    }
  }

  private static Found found(ResultSet row, int number) throws SQLException {
    Pass pass =
        new Pass(
            row.getString("site"),
            row.getString("origin"),
            new ForeignPage(row.getString("page_key"), row.getString("address")),
            row.getString("headline"),
            row.getString("language"),
            new Pass.Signed(row.getBoolean("signed_address"), row.getBoolean("signed_headline")));
    return new Found(pass, new SessionToken(row.getString("session"), row.getBoolean("bearer")));
  }
}
