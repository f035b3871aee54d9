package org.talblatt.identity.leaving;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.talblatt.base.AccountId;

/** All SQL on data packed for its owners. */
@Repository
class DataExports {
  private final JdbcClient db;

  DataExports(JdbcClient db) {
    this.db = db;
  }

  /**
   * One export.
   *
   * @param done how many of {@code total} features are packed
   * @param expiresAt when it is deleted
   */
  record Export(
      UUID id,
      AccountId account,
      boolean ready,
      int done,
      int total,
      long bytes,
      @Nullable Instant readyAt,
      Instant expiresAt) {}

  /** A new one in place of earlier ones; empty where one is running. */
  Optional<UUID> begin(AccountId account, int total) {
    db.sql("delete from data_export where account = ? and state = 'ready'")
        .param(account.value())
        .update();
    return db.sql(
            """
            insert into data_export (account, total, expires_at)
            values (?, ?, now() + interval '7 days') on conflict do nothing returning id
            """)
        .params(account.value(), total)
        .query((row, n) -> row.getObject(1, UUID.class))
        .optional();
  }

  Optional<Export> of(AccountId account) {
    return find(
        "account = ? and expires_at > now() order by asked_at desc limit 1", account.value());
  }

  Optional<Export> find(UUID id) {
    return find("id = ? and expires_at > now()", id);
  }

  private Optional<Export> find(String which, Object value) {
    return db.sql(
            """
            select id, account, state = 'ready', done, total, bytes, ready_at, expires_at
            from data_export where\s"""
                + which)
        .param(value)
        .query(
            (row, n) ->
                new Export(
                    row.getObject(1, UUID.class),
                    new AccountId(row.getLong(2)),
                    row.getBoolean(3),
                    row.getInt(4),
                    row.getInt(5),
                    row.getLong(6),
                    row.getTimestamp(7) == null ? null : row.getTimestamp(7).toInstant(),
                    row.getTimestamp(8).toInstant()))
        .optional();
  }

  /** How far it has come, for its page; whatever else runs. */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public void progress(UUID id, int done) {
    db.sql("update data_export set done = ? where id = ?").params(done, id).update();
  }

  /** A piece of the file, stored by itself. */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public void add(UUID id, int number, byte[] bytes) {
    db.sql("insert into data_export_part (export, number, bytes) values (?, ?, ?)")
        .params(id, number, bytes)
        .update();
  }

  /** What an earlier run that died has left. */
  void dropParts(UUID id) {
    db.sql("delete from data_export_part where export = ?").param(id).update();
  }

  void finish(UUID id, long bytes) {
    db.sql(
            """
            update data_export set state = 'ready', done = total, bytes = ?, ready_at = now(),
              expires_at = now() + interval '7 days'
            where id = ?
            """)
        .params(bytes, id)
        .update();
  }

  /** A piece of the file; empty behind the last. */
  Optional<byte[]> part(UUID id, int number) {
    return db.sql("select bytes from data_export_part where export = ? and number = ?")
        .params(id, number)
        .query((row, n) -> row.getBytes(1))
        .optional();
  }

  void dropEnded() {
    db.sql("delete from data_export where expires_at <= now()").update();
  }
}
