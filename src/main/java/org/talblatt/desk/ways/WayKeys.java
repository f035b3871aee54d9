package org.talblatt.desk.ways;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL on the keys with which providers deliver. */
@Repository
class WayKeys {
  private final JdbcClient db;

  WayKeys(JdbcClient db) {
    this.db = db;
  }

  /** A key as it is listed: by its first signs. */
  record Listed(long id, String beginning, Instant createdAt, @Nullable Instant usedAt) {}

  void insert(String provider, byte[] hash, String beginning) {
    db.sql("insert into wire_key (provider, hash, beginning) values (?, ?, ?)")
        .params(provider, hash, beginning)
        .update();
  }

  /** The first signs of the key that was taken away; empty where there was none. */
  Optional<String> delete(String provider, long id) {
    return db.sql("delete from wire_key where id = ? and provider = ? returning beginning")
        .params(id, provider)
        .query(String.class)
        .optional();
  }

  List<Listed> of(String provider) {
    return db.sql(
            """
            select id, beginning, created_at, last_used_at from wire_key
            where provider = ? order by id
            """)
        .param(provider)
        .query(
            (row, n) -> {
              Timestamp used = row.getTimestamp(4);
              return new Listed(
                  row.getLong(1),
                  row.getString(2),
                  row.getTimestamp(3).toInstant(),
                  used == null ? null : used.toInstant());
            })
        .list();
  }

  /** Whether the key is this provider's, and their way is open; that it was used is noted. */
  boolean open(String provider, byte[] hash, Instant now) {
    Optional<Long> key =
        db.sql(
                """
                select k.id from wire_key k
                join wire_way w on w.provider = k.provider and w.kind = 'push' and w.switched_on
                where k.provider = ? and k.hash = ?
                """)
            .params(provider, hash)
            .query(Long.class)
            .optional();
    key.ifPresent(
        id ->
            db.sql(
                    """
                    update wire_key set last_used_at = :now where id = :id
                      and (last_used_at is null or last_used_at < cast(:now as timestamptz) - interval '1 minute')
                    """)
                .param("id", id)
                .param("now", Timestamp.from(now))
                .update());
    return key.isPresent();
  }
}
