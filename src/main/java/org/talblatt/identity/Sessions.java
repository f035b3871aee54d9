package org.talblatt.identity;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.talblatt.base.AccountId;

/**
 * Who is logged in. Times are the database's own clock, which all nodes share and by which {@code
 * live_session} decides. A session ends when it was not used for a while, and in any case in the
 * end; staff's much sooner.
 */
@Component
public class Sessions {
  /** No session lives longer. */
  static final Duration LONGEST = Duration.ofDays(180);

  /** Long, since who only reads does not count as using it: public pages ask for no session. */
  private static final Duration IDLE = Duration.ofDays(90);

  private static final Duration STAFF_LONGEST = Duration.ofDays(7);
  private static final Duration STAFF_IDLE = Duration.ofHours(12);
  private static final int DEVICE_LENGTH = 200;

  private final JdbcClient db;
  private final SecureRandom random;

  Sessions(JdbcClient db, SecureRandom random) {
    this.db = db;
    this.random = random;
  }

  /** A session just opened, the only time its secret is known. */
  public record Fresh(Token token) {
    /** What the browser or program keeps. */
    public String secret() {
      return token.secret();
    }
  }

  /**
   * Opens a session for who showed a password; the caller has made sure of it.
   *
   * @param device what the browser calls itself, for the reader's own list
   * @param bearer for a program that sends it as {@code Authorization: Bearer}
   */
  @Transactional
  public Fresh open(AccountId account, String device, boolean bearer) {
    return open(account, device, bearer, Proof.PASSWORD, 1);
  }

  /** As above, for who showed it in this way, with so many factors. */
  @Transactional
  Fresh open(AccountId account, String device, boolean bearer, Proof proof, int factors) {
    Token token = Token.random(random);
    db.sql(
            """
            insert into session (token_hash, account, bearer, device, proof, factors, expires_at, ends_at)
            select :hash, a.id, :bearer, :device, :proof, :factors,
              now() + case when staff then :staffIdle else :idle end * interval '1 second',
              now() + case when staff then :staffLongest else :longest end * interval '1 second'
            from account a,
              lateral (select exists (select from account_role where account = a.id) as staff) s
            where a.id = :account
            """)
        .param("hash", token.hash())
        .param("account", account.value())
        .param("bearer", bearer)
        .param("device", cut(device))
        .param("proof", proof.name().toLowerCase(Locale.ROOT))
        .param("factors", factors)
        .param("idle", IDLE.toSeconds())
        .param("longest", LONGEST.toSeconds())
        .param("staffIdle", STAFF_IDLE.toSeconds())
        .param("staffLongest", STAFF_LONGEST.toSeconds())
        .update();
    return new Fresh(token);
  }

  /**
   * Opens a session for whom another house vouches, that nobody can show: what is bound to it acts
   * in it. Its owner sees it in the list and can end it.
   *
   * @param device what the list says of it
   */
  @Transactional
  public SessionToken openUnseen(AccountId account, String device, Duration life) {
    Token token = open(account, device, true, Proof.OIDC, 1).token();
    db.sql(
            """
            update session set expires_at = now() + :life * interval '1 second',
              ends_at = now() + :life * interval '1 second' where token_hash = :hash
            """)
        .param("life", life.toSeconds())
        .param("hash", token.hash())
        .update();
    return new SessionToken(Token.hex(token.secret()), true);
  }

  /** Its reader has just shown once more who they are. */
  @Transactional
  void provedNow(SessionToken token, int factors) {
    db.sql("update session set proved_at = now(), factors = ? where token_hash = ?")
        .params(factors, token.hash())
        .update();
  }

  /** Its reader showed who they are at that moment, not when it was opened. */
  @Transactional
  void proofIsFrom(Fresh session, Instant moment) {
    db.sql("update session set proved_at = ? where token_hash = ?")
        .params(moment.atOffset(ZoneOffset.UTC), session.token().hash())
        .update();
  }

  /** Whose session it is, if it is alive; read from the database each time. */
  public Optional<Reader> reader(SessionToken token) {
    return db.sql(
            """
            select s.account, s.name, s.language, s.roles, s.state,
              s.seen_at < now() - interval '10 minutes',
              s.proof, s.factors, s.proved_at, a.read_first
            from live_session s join account a on a.id = s.account
            where s.token_hash = ? and s.bearer = ?
            """)
        .params(token.hash(), token.bearer())
        .query(Sessions::seen)
        .optional()
        .map(seen -> seen.longAgo() ? used(token, seen.reader()) : seen.reader());
  }

  /** Ends a session; the cookie is worth nothing from now on. */
  @Transactional
  public void close(SessionToken token) {
    db.sql("delete from session where token_hash = ?").param(token.hash()).update();
  }

  /** An account's own sessions, the last used first. */
  List<OpenSession> of(AccountId account, String currentHex) {
    return db.sql(
            """
            select encode(token_hash, 'hex'), device, bearer, created_at, seen_at, expires_at, ends_at
            from session where account = ? and expires_at > now() order by seen_at desc
            """)
        .param(account.value())
        .query(
            (row, n) ->
                new OpenSession(
                    row.getString(1),
                    OpenSession.device(row.getString(2)),
                    row.getBoolean(3),
                    row.getTimestamp(4).toInstant(),
                    row.getTimestamp(5).toInstant(),
                    row.getTimestamp(6).toInstant(),
                    row.getTimestamp(7).toInstant(),
                    row.getString(1).equals(currentHex)))
        .list();
  }

  /** Ends one of an account's sessions, named by its hash; another's stays. */
  @Transactional
  public void close(AccountId account, String hex) {
    db.sql("delete from session where account = ? and encode(token_hash, 'hex') = ?")
        .params(account.value(), hex.replace("\0", ""))
        .update();
  }

  /** Ends every session of an account: its rights or its password have changed. */
  @Transactional
  public void closeAll(AccountId account) {
    db.sql("delete from session where account = ?").param(account.value()).update();
  }

  int dropEnded() {
    return db.sql("delete from session where expires_at <= now()").update();
  }

  /** Being used keeps a session alive, written down every ten minutes at most. */
  private Reader used(SessionToken token, Reader reader) {
    Duration idle = reader.staff() ? STAFF_IDLE : IDLE;
    db.sql(
            """
            update session set seen_at = now(),
              expires_at = least(ends_at, now() + ? * interval '1 second')
            where token_hash = ?
            """)
        .params(idle.toSeconds(), token.hash())
        .update();
    return reader;
  }

  private record Seen(Reader reader, boolean longAgo) {}

  /** The roles of who is suspended rest. */
  private static Seen seen(ResultSet row, int number) throws SQLException {
    boolean suspended = row.getString(5).equals("suspended");
    return new Seen(
        new Reader(
            new AccountId(row.getLong(1)),
            row.getString(2),
            row.getString(3),
            suspended ? Rights.NONE : Rights.parse(List.of((String[]) row.getArray(4).getArray())),
            suspended,
            new Proved(
                Proof.valueOf(row.getString(7).toUpperCase(Locale.ROOT)),
                row.getInt(8),
                row.getTimestamp(9).toInstant()),
            row.getBoolean(10)),
        row.getBoolean(6));
  }

  private static String cut(String device) {
    String clean = device.replace("\0", "");
    return clean.length() <= DEVICE_LENGTH ? clean : clean.substring(0, DEVICE_LENGTH);
  }
}
