package org.talblatt.notification.push;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.talblatt.base.AccountId;
import org.talblatt.identity.OpenSession;
import org.talblatt.identity.SessionToken;

/** All SQL of the devices that show notifications. Each lives as long as its session. */
@Repository
class PushDevices {
  /** More browsers than anybody uses; else one comment could make us send thousands. */
  private static final int MOST = 10;

  private final JdbcClient db;

  PushDevices(JdbcClient db) {
    this.db = db;
  }

  /** A device to send to, while its session lives. */
  record Target(long id, AccountId account, Subscription subscription) {}

  /** What is to be sent where. */
  record Due(long device, long notification) {}

  /** Adds the browser of this session; what was known of it, or of the session, is replaced. */
  void put(AccountId account, SessionToken session, Subscription subscription, Instant at) {
    db.sql("delete from push_device where endpoint = ? or session = ?")
        .params(subscription.endpoint().toString(), session.hash())
        .update();
    db.sql(
            """
            delete from push_device where id in (
              select id from push_device where account = ? order by id desc offset ?)
            """)
        .params(account.value(), MOST - 1)
        .update();
    db.sql(
            """
            insert into push_device (account, session, endpoint, public_key, secret, since)
            values (?, ?, ?, ?, ?, ?)
            """)
        .params(
            account.value(),
            session.hash(),
            subscription.endpoint().toString(),
            subscription.keyBytes(),
            subscription.secretBytes(),
            at.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Takes one of an account's own off; another's stays. */
  void remove(AccountId account, long device) {
    db.sql("delete from push_device where account = ? and id = ?")
        .params(account.value(), device)
        .update();
  }

  /** Its service says that it is no more. */
  void gone(long device) {
    db.sql("delete from push_device where id = ?").param(device).update();
  }

  /** An account's devices, the newest first. */
  List<PushDevice> of(AccountId account, Optional<SessionToken> session) {
    return db.sql(
            """
            select d.id, s.device, d.endpoint, d.since, d.session = :session as current
            from push_device d join session s on s.token_hash = d.session
            where d.account = :account and s.expires_at > now() order by d.id desc
            """)
        .param("account", account.value())
        .param("session", session.map(SessionToken::hash).orElseGet(() -> new byte[0]))
        .query(
            (row, n) ->
                new PushDevice(
                    row.getLong(1),
                    OpenSession.device(row.getString(2)),
                    URI.create(row.getString(3)).getHost(),
                    row.getTimestamp(4).toInstant(),
                    row.getBoolean(5)))
        .list();
  }

  Optional<Target> find(long device) {
    return db.sql(
            """
            select d.id, d.account, d.endpoint, d.public_key, d.secret
            from push_device d join live_session s on s.token_hash = d.session
            where d.id = ? and s.account = d.account
            """)
        .param(device)
        .query(
            (row, n) ->
                new Target(
                    row.getLong(1),
                    new AccountId(row.getLong(2)),
                    Subscription.of(
                        URI.create(row.getString(3)), row.getBytes(4), row.getBytes(5))))
        .optional();
  }

  /**
   * To which devices these notifications go. Of a talk or branch that is followed only the first
   * since its reader last looked: a hot debate would ring all day.
   */
  List<Due> due(List<Long> notifications) {
    return db.sql(
            """
            select d.id, n.id
            from visible_notification n join push_device d on d.account = n.account
            where n.id = any(:ids) and n.read_at is null
              and not (n.kind in ('branch', 'followed') and exists (
                select from visible_notification earlier
                where earlier.account = n.account and earlier.article = n.article
                and earlier.kind in ('branch', 'followed') and earlier.id < n.id
                and earlier.read_at is null and earlier.created_at > d.since))
            order by n.id, d.id
            """)
        .param("ids", notifications.toArray(Long[]::new))
        .query((row, n) -> new Due(row.getLong(1), row.getLong(2)))
        .list();
  }
}
