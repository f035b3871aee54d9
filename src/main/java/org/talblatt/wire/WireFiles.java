package org.talblatt.wire;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL on delivered files. */
@Repository
class WireFiles {
  private final JdbcClient db;

  WireFiles(JdbcClient db) {
    this.db = db;
  }

  /** A file as it came. */
  record Stored(long id, String provider, Supplier<byte[]> bytes) {
    byte[] content() {
      return bytes.get();
    }
  }

  /** Keeps a file once, however often it is delivered; locks its row. */
  long keep(byte[] content, String name, String provider) {
    return db.sql(
            """
            insert into wire_file (sha256, name, provider, content)
            values (:sha256, :name, :provider, :content)
            on conflict (sha256, provider) do update set tried_at = now()
            returning id
            """)
        .param("sha256", sha256(content))
        .param("name", name)
        .param("provider", provider)
        .param("content", content)
        .query(Long.class)
        .single();
  }

  Optional<Stored> find(long id) {
    return db.sql("select id, provider, content from wire_file where id = ?")
        .param(id)
        .query(
            (row, n) -> {
              byte[] content = row.getBytes(3);
              return new Stored(row.getLong(1), row.getString(2), () -> content);
            })
        .optional();
  }

  void markRefused(long id, @Nullable Refusal refusal) {
    db.sql("update wire_file set refusal = :refusal, tried_at = now() where id = :id")
        .param("id", id)
        .param("refusal", refusal == null ? null : texts(refusal), java.sql.Types.ARRAY)
        .update();
  }

  /**
   * Lets a file go in which nothing was new: no version was read from it, and why some of it was
   * refused, a file kept before it tells. Of a {@link Refusal#ofItem} count, item and reason have
   * to be the same; its place may move, and a mistake of ours has a new reference each time.
   *
   * @return false where it stays
   */
  boolean dropUnused(long id) {
    return db.sql(
                """
                delete from wire_file f
                where f.id = :id and not exists (select 1 from wire_version where file = :id)
                  and (f.refusal is null or exists (
                    select 1 from wire_file before
                    where before.refusal is not null and before.provider = f.provider
                      and before.id < f.id
                      and (before.refusal[1], before.refusal[2], before.refusal[4],
                          before.refusal[5]) is not distinct from
                        (f.refusal[1], f.refusal[2], f.refusal[4], f.refusal[5])))
                """)
            .param("id", id)
            .update()
        == 1;
  }

  int countRefused(int most) {
    return db.sql(
            """
            select count(*) from (select 1 from wire_file where refusal is not null limit ?) counted
            """)
        .param(most)
        .query(Integer.class)
        .single();
  }

  List<RefusedFile> refused(int limit) {
    return db.sql(
            """
            select id, name, provider, refusal, received_at, octet_length(content) as size
            from wire_file where refusal is not null order by id desc limit ?
            """)
        .param(limit)
        .query(WireFiles::refusedFile)
        .list();
  }

  private static RefusedFile refusedFile(ResultSet row, int number) throws SQLException {
    Array stored = row.getArray("refusal");
    List<String> texts = List.of((String[]) stored.getArray());
    return new RefusedFile(
        row.getLong("id"),
        row.getString("name"),
        row.getString("provider"),
        row.getLong("size"),
        new Refusal(texts.getFirst(), texts.subList(1, texts.size())),
        moment(row));
  }

  private static Instant moment(ResultSet row) throws SQLException {
    return row.getTimestamp("received_at").toInstant();
  }

  private static String[] texts(Refusal refusal) {
    List<String> texts = new ArrayList<>(List.of(refusal.key()));
    // PostgreSQL keeps no NUL
    refusal.arguments().forEach(argument -> texts.add(argument.replace("\u0000", "")));
    return texts.toArray(String[]::new);
  }

  private static byte[] sha256(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
