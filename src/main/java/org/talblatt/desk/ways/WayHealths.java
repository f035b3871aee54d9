package org.talblatt.desk.ways;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL on how the ways are. */
@Repository
class WayHealths {
  private final JdbcClient db;

  WayHealths(JdbcClient db) {
    this.db = db;
  }

  /** Every way, those in trouble first. */
  List<WayHealth> all() {
    return db.sql("select * from wire_way order by provider, failures > 0 desc, kind, id")
        .query(WayHealths::health)
        .list();
  }

  List<WayHealth> of(String provider) {
    return db.sql("select * from wire_way where provider = ? order by id")
        .param(provider)
        .query(WayHealths::health)
        .list();
  }

  /** A look that went well; of an address that was changed meanwhile it tells nothing. */
  void succeeded(Way way, Look look, Instant now, Instant next) {
    int noted =
        db.sql(
                """
            update wire_way set last_success_at = :now, failures = 0, claimed_until = null,
              next_at = :next, etag = :etag, last_modified = :modified,
              last_arrival_at = case when :arrived then :now else last_arrival_at end
            where id = :id and address = :address
            """)
            .param("id", way.id())
            .param("address", way.address().toString())
            .param("now", Timestamp.from(now))
            .param("next", Timestamp.from(next))
            .param("etag", look.etag())
            .param("modified", look.lastModified())
            .param("arrived", look.arrived() > 0)
            .update();
    releaseUnless(noted, way);
  }

  private void releaseUnless(int noted, Way way) {
    if (noted == 0) {
      db.sql("update wire_way set claimed_until = null where id = ?").param(way.id()).update();
    }
  }

  /** A look that didn't. */
  void failed(Way way, List<String> trouble, Instant now, Instant next) {
    int noted =
        db.sql(
                """
            update wire_way set last_error_at = :now, last_error = :trouble,
              failures = least(failures, 1000000) + 1, claimed_until = null, next_at = :next
            where id = :id and address = :address
            """)
            .param("id", way.id())
            .param("address", way.address().toString())
            .param("now", Timestamp.from(now))
            .param("next", Timestamp.from(next))
            .param("trouble", trouble.toArray(String[]::new))
            .update();
    releaseUnless(noted, way);
  }

  int failures(long way) {
    return db.sql("select failures from wire_way where id = ?")
        .param(way)
        .query(Integer.class)
        .optional()
        .orElse(0);
  }

  /** The key that a server showed and nobody trusts yet. */
  void offered(Way way, String key) {
    db.sql("update wire_way set offered_key = ? where id = ? and address = ?")
        .params(key, way.id(), way.address().toString())
        .update();
  }

  /**
   * Something came, pushed or by folder; with trouble where a file could not be read. While one
   * file after the other comes without any, it is noted once a second.
   */
  void came(String provider, WayKind kind, @Nullable List<String> trouble, Instant now) {
    db.sql(
            """
            update wire_way set last_arrival_at = :now,
              last_success_at = case when :ill then last_success_at else :now end,
              last_error_at = case when :ill then :now else last_error_at end,
              last_error = case when :ill then cast(:trouble as text[]) else last_error end,
              failures = case when :ill then least(failures, 1000000) + 1 else 0 end
            where provider = :provider and kind = :kind
              and (:ill or failures > 0 or last_arrival_at is null
                or last_arrival_at < cast(:now as timestamptz) - interval '1 second')
            """)
        .param("provider", provider)
        .param("kind", kind.word())
        .param("now", Timestamp.from(now))
        .param("ill", trouble != null)
        .param("trouble", trouble == null ? new String[0] : trouble.toArray(String[]::new))
        .update();
  }

  private static WayHealth health(ResultSet row, int number) throws SQLException {
    Way way = Ways.way(row, number);
    boolean on = row.getBoolean("switched_on");
    Array trouble = row.getArray("last_error");
    return new WayHealth(
        way,
        on,
        moment(row, "last_success_at"),
        moment(row, "last_arrival_at"),
        moment(row, "last_error_at"),
        trouble == null ? List.of() : List.of((String[]) trouble.getArray()),
        row.getInt("failures"),
        on && way.kind().lookedAt() ? moment(row, "next_at") : null,
        row.getString("offered_key"));
  }

  private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
    Timestamp value = row.getTimestamp(column);
    return value == null ? null : value.toInstant();
  }
}
