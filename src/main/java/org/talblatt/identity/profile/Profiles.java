package org.talblatt.identity.profile;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.talblatt.base.AccountId;
import org.talblatt.base.Failure;
import org.talblatt.identity.AccountName;

/** All SQL on what readers say of themselves, and on names given up. */
@Repository
class Profiles {
  private final JdbcClient db;

  Profiles(JdbcClient db) {
    this.db = db;
  }

  /**
   * An account as its owner sees it.
   *
   * @param picture token of the own picture; null where there is none
   * @param renamedAt when the name was last changed; null for never
   */
  record Profile(
      String name,
      String email,
      String language,
      String line,
      boolean hidden,
      @Nullable String picture,
      @Nullable Instant renamedAt) {}

  Profile of(AccountId account) {
    return find(account).orElseThrow(Failure::loginRequired);
  }

  /** Empty where the account is gone. */
  Optional<Profile> find(AccountId account) {
    return db.sql(
            """
            select a.name, a.email, a.language, a.profile_line, a.profile_hidden, p.token,
              a.name_changed_at
            from account a left join profile_picture p on p.account = a.id where a.id = ?
            """)
        .param(account.value())
        .query(
            (row, n) ->
                new Profile(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getBoolean(5),
                    row.getString(6),
                    instant(row.getTimestamp(7))))
        .optional();
  }

  void describe(AccountId account, ProfileLine line, boolean hidden) {
    db.sql("update account set profile_line = ?, profile_hidden = ? where id = ?")
        .params(line.value(), hidden, account.value())
        .update();
  }

  void setLanguage(AccountId account, String language) {
    db.sql("update account set language = ? where id = ?")
        .params(language, account.value())
        .update();
  }

  /** Nobody else changes this account's name before the transaction ends. */
  void lock(AccountId account) {
    db.sql("select from account where id = ? for no key update").param(account.value()).query();
  }

  /** Whether the name is somebody else's: now, before, or as soon as they confirm. */
  boolean taken(AccountName name, AccountId by) {
    return db.sql(
            """
            select exists (
                select from account where (name_key = :key or name_look = :look) and id <> :by)
              or exists (
                select from reserved_name
                where (name_key = :key or name_look = :look) and account <> :by)
              or exists (
                select from registration
                where (name_key = :key or name_look = :look) and expires_at > now()
                and email_key <> (select email_key from account where id = :by))
            """)
        .param("key", name.key())
        .param("look", name.look())
        .param("by", by.value())
        .query(Boolean.class)
        .single();
  }

  /** The names of everybody else who works for the paper. */
  List<String> staffBeside(AccountId account) {
    return db.sql(
            """
            select name from account a
            where id <> ? and exists (select from account_role where account = a.id)
            """)
        .param(account.value())
        .query((row, n) -> row.getString(1))
        .list();
  }

  /**
   * Writes the name differently.
   *
   * @param renamedAt null where it only is another spelling
   */
  void rename(AccountId account, AccountName name, @Nullable Instant renamedAt) {
    db.sql(
            """
            update account set name = :name, name_key = :key, name_look = :look,
              name_changed_at = coalesce(:at, name_changed_at), revision = revision + 1
            where id = :id
            """)
        .param("name", name.value())
        .param("key", name.key())
        .param("look", name.look())
        .param(
            "at",
            renamedAt == null ? null : renamedAt.atOffset(ZoneOffset.UTC),
            java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
        .param("id", account.value())
        .update();
  }

  /** Keeps a name for who bore it; the one taken up again is their own anyway. */
  void reserve(AccountId account, AccountName given, AccountName taken) {
    db.sql("delete from reserved_name where account = ? and name_key = ?")
        .params(account.value(), taken.key())
        .update();
    db.sql("insert into reserved_name (name_key, name_look, account) values (?, ?, ?)")
        .params(given.key(), given.look(), account.value())
        .update();
  }

  private static @Nullable Instant instant(@Nullable Timestamp time) {
    return time == null ? null : time.toInstant();
  }
}
