package org.talblatt.desk.ways;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL on ways but how they are. */
@Repository
class Ways {
  private final JdbcClient db;

  Ways(JdbcClient db) {
    this.db = db;
  }

  /** Makes a provider's own: push and folder. */
  void insertOwn(String provider) {
    db.sql(
            """
            insert into wire_way (provider, kind) values (:provider, 'push'), (:provider, 'folder')
            on conflict do nothing
            """)
        .param("provider", provider)
        .update();
  }

  long insert(String provider, WayForm form) {
    return db.sql(
            """
            insert into wire_way (provider, kind, address, login, secret, pause_seconds, next_at)
            values (:provider, :kind, :address, :login, :secret, :pause, now()) returning id
            """)
        .param("provider", provider)
        .param("kind", form.kind().word())
        .param("address", form.address())
        .param("login", form.login())
        .param("secret", form.secret())
        .param("pause", form.pauseSeconds())
        .query(Long.class)
        .single();
  }

  /** Changes one; another server shows another key and has other files. */
  void update(long id, WayForm form) {
    db.sql(
            """
            delete from wire_way_seen where way = :id and exists (
              select 1 from wire_way where id = :id and address <> :address)
            """)
        .param("id", id)
        .param("address", form.address())
        .update();
    db.sql(
            """
            update wire_way set address = :address, login = :login, secret = :secret,
              pause_seconds = :pause, etag = '', last_modified = '', next_at = now(),
              host_key = case when address = :address then host_key else '' end,
              offered_key = case when address = :address then offered_key else '' end
            where id = :id
            """)
        .param("id", id)
        .param("address", form.address())
        .param("login", form.login())
        .param("secret", form.secret())
        .param("pause", form.pauseSeconds())
        .update();
  }

  boolean delete(long id) {
    return db.sql("delete from wire_way where id = ? and kind not in ('push', 'folder')")
            .param(id)
            .update()
        == 1;
  }

  /** On or off; switched on it is looked at at once. */
  void setOn(long id, boolean on) {
    db.sql(
            """
            update wire_way set switched_on = :on, next_at = now(), failures = 0 where id = :id
            """)
        .param("id", id)
        .param("on", on)
        .update();
  }

  /** Whether a provider's own way was switched off; one that nobody knows is open. */
  boolean closed(String provider, WayKind kind) {
    return db.sql(
                """
                select count(*) from wire_way
                where provider = ? and kind = ? and not switched_on
                """)
            .params(provider, kind.word())
            .query(Integer.class)
            .single()
        > 0;
  }

  /** From now on the server has to show the key that it last showed. */
  void trust(long id, String key) {
    db.sql(
            """
            update wire_way set host_key = offered_key, offered_key = '', next_at = now()
            where id = ? and offered_key = ? and offered_key <> ''
            """)
        .params(id, key)
        .update();
  }

  void hurry(long id) {
    db.sql("update wire_way set next_at = now() where id = ? and switched_on").param(id).update();
  }

  Optional<Way> find(long id) {
    return db.sql("select * from wire_way where id = ?").param(id).query(Ways::way).optional();
  }

  /** Those that are to be looked at, for this node alone until the moment given. */
  List<Way> claimDue(Instant now, Instant until, int most) {
    return db.sql(
            """
            update wire_way set claimed_until = :until where id in (
              select id from wire_way
              where switched_on and kind not in ('push', 'folder') and next_at <= :now
                and (claimed_until is null or claimed_until < :now)
              order by next_at limit :most for update skip locked)
            returning *
            """)
        .param("until", Timestamp.from(until))
        .param("now", Timestamp.from(now))
        .param("most", most)
        .query(Ways::way)
        .list();
  }

  /** Gives a way back that was not looked at to the end. */
  void release(long id) {
    db.sql("update wire_way set claimed_until = null where id = ?").param(id).update();
  }

  /** What of a server's files was fetched before: name and stamp. */
  Map<String, String> seen(long way) {
    return db
        .sql("select name, stamp from wire_way_seen where way = ?")
        .param(way)
        .query((row, n) -> Map.entry(row.getString(1), row.getString(2)))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Remembers a file that was fetched; not for an address that was changed meanwhile. */
  void markSeen(Way way, String name, String stamp) {
    db.sql(
            """
            insert into wire_way_seen (way, name, stamp)
            select id, :name, :stamp from wire_way where id = :way and address = :address
            on conflict (way, name) do update set stamp = excluded.stamp, seen_at = now()
            """)
        .param("way", way.id())
        .param("address", way.address().toString())
        .param("name", name)
        .param("stamp", stamp)
        .update();
  }

  /** What is still there is remembered further. */
  void stillThere(long way, List<String> names) {
    db.sql(
            """
            update wire_way_seen set seen_at = now()
            where way = :way and name = any(:names) and seen_at < now() - interval '1 day'
            """)
        .param("way", way)
        .param("names", names.toArray(String[]::new))
        .update();
  }

  /** Forgets files that no server has shown for a month. */
  void forgetSeen() {
    db.sql("delete from wire_way_seen where seen_at < now() - interval '30 days'").update();
  }

  static Way way(ResultSet row, int number) throws SQLException {
    return new Way(
        row.getLong("id"),
        row.getString("provider"),
        WayKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
        URI.create(row.getString("address")),
        row.getString("login"),
        row.getString("secret"),
        row.getString("host_key"),
        Duration.ofSeconds(row.getInt("pause_seconds")),
        row.getString("etag"),
        row.getString("last_modified"));
  }
}
