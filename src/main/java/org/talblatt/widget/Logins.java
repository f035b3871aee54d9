package org.talblatt.widget;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.talblatt.base.AccountId;
import org.talblatt.identity.SessionToken;

/** All SQL of whose account a site's reader has here. */
@Repository
class Logins {
  private final JdbcClient db;

  Logins(JdbcClient db) {
    this.db = db;
  }

  /** A link as its owner sees it. */
  record Link(String site, String subject, Instant linkedAt) {}

  /** Whose account it is; nobody else links it before the transaction ends. */
  Optional<AccountId> account(String site, String subject) {
    return db.sql("select account from widget_login where site = ? and subject = ? for update")
        .params(site, subject)
        .query((row, n) -> new AccountId(row.getLong(1)))
        .optional();
  }

  void put(String site, String subject, AccountId account) {
    db.sql("insert into widget_login (site, subject, account) values (?, ?, ?)")
        .params(site, subject, account.value())
        .update();
  }

  /** The session in which its passes act, if it lasts for that long. */
  Optional<SessionToken> session(String site, String subject, Duration needed) {
    return db.sql(
            """
            select encode(s.token_hash, 'hex'), s.bearer
            from widget_login l join session s on s.token_hash = l.session
            where l.site = :site and l.subject = :subject
              and s.expires_at > now() + make_interval(secs => :needed)
            """)
        .param("site", site)
        .param("subject", subject)
        .param("needed", needed.toSeconds())
        .query((row, n) -> new SessionToken(row.getString(1), row.getBoolean(2)))
        .optional();
  }

  void putSession(String site, String subject, SessionToken session) {
    db.sql("update widget_login set session = ? where site = ? and subject = ?")
        .params(session.hash(), site, subject)
        .update();
  }

  List<Link> of(AccountId account) {
    return db.sql(
            """
            select site, subject, linked_at from widget_login where account = ? order by linked_at
            """)
        .param(account.value())
        .query(
            (row, n) ->
                new Link(row.getString(1), row.getString(2), row.getTimestamp(3).toInstant()))
        .list();
  }

  /** The sessions that are open by this site's word, as their hashes in hex. */
  List<String> sessions(AccountId account, String site) {
    return db.sql(
            """
            select encode(session, 'hex') from widget_login
            where account = ? and site = ? and session is not null
            """)
        .params(account.value(), site)
        .query((row, n) -> row.getString(1))
        .list();
  }

  void delete(AccountId account, String site) {
    db.sql("delete from widget_login where account = ? and site = ?")
        .params(account.value(), site)
        .update();
  }

  void deleteAll(AccountId account) {
    db.sql("delete from widget_login where account = ?").param(account.value()).update();
  }
}
