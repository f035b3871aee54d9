package org.talblatt.identity.leaving;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.talblatt.base.AccountId;

/** All SQL that reads an account's rows one after the other, and that empties them. */
@Repository
class AccountRecords {
  private static final int AT_A_TIME = 200;

  private final JdbcClient db;

  AccountRecords(JdbcClient db) {
    this.db = db;
  }

  record Change(Instant at, String what, String details) {}

  record Person(
      String name,
      String email,
      String language,
      String state,
      Instant createdAt,
      @Nullable Instant confirmedAt,
      @Nullable String acceptedRules,
      @Nullable String acceptedPrivacy,
      @Nullable Integer acceptedAge,
      boolean hasPassword,
      List<String> roles) {}

  record OfDevice(
      String device, boolean bearer, Instant createdAt, Instant seenAt, Instant expiresAt) {}

  record Kept(
      long article,
      @Nullable Integer replyTo,
      @Nullable Integer edits,
      String text,
      Instant createdAt,
      Instant expiresAt) {}

  void account(AccountId account, Consumer<Person> rows) {
    each(
        """
        select a.name, a.email, a.language, a.state, a.created_at, a.confirmed_at,
          a.accepted_rules, a.accepted_privacy, a.accepted_age, a.password_hash like '$%' as has_password,
          array(select r.role from account_role r where r.account = a.id order by r.role) as roles
        from account a where a.id = ?
        """,
        account,
        row ->
            rows.accept(
                new Person(
                    row.getString("name"),
                    row.getString("email"),
                    row.getString("language"),
                    row.getString("state"),
                    row.getTimestamp("created_at").toInstant(),
                    instant(row, "confirmed_at"),
                    row.getString("accepted_rules"),
                    row.getString("accepted_privacy"),
                    row.getObject("accepted_age", Integer.class),
                    row.getBoolean("has_password"),
                    List.of((String[]) row.getArray("roles").getArray()))));
  }

  void sessions(AccountId account, Consumer<OfDevice> rows) {
    each(
        """
        select device, bearer, created_at, seen_at, expires_at from session
        where account = ? order by created_at
        """,
        account,
        row ->
            rows.accept(
                new OfDevice(
                    row.getString("device"),
                    row.getBoolean("bearer"),
                    row.getTimestamp("created_at").toInstant(),
                    row.getTimestamp("seen_at").toInstant(),
                    row.getTimestamp("expires_at").toInstant())));
  }

  void keptTexts(AccountId account, Consumer<Kept> rows) {
    each(
        """
        select article, reply_to, edits, text, created_at, expires_at from kept_text
        where account = ? order by created_at
        """,
        account,
        row ->
            rows.accept(
                new Kept(
                    row.getLong("article"),
                    row.getObject("reply_to", Integer.class),
                    row.getObject("edits", Integer.class),
                    row.getString("text"),
                    row.getTimestamp("created_at").toInstant(),
                    row.getTimestamp("expires_at").toInstant())));
  }

  /** What staff, the program and its owner did to the account, by the audit log. */
  void changes(AccountId account, Consumer<Change> rows) {
    each(
        """
        select e.at, e.what, concat_ws(' ', nullif(e.details, ''), t.reason) as details
        from audit_entry e left join audit_trace t on t.entry = e.id
        where e.account = ? order by e.id
        """,
        account,
        row ->
            rows.accept(
                new Change(
                    row.getTimestamp("at").toInstant(),
                    row.getString("what"),
                    row.getString("details"))));
  }

  /** Everything but the account itself, and the mails that wait for its address. */
  void erase(AccountId account) {
    for (String table : List.of("session", "mailed_link", "kept_text", "account_role")) {
      db.sql("delete from " + table + " where account = ?").param(account.value()).update();
    }
    db.sql(
            """
            delete from registration where email_key = (
              select email_key from account where id = ?)
            """)
        .param(account.value())
        .update();
    db.sql(
            """
            delete from job where convert_from(task_data, 'UTF8') = (
              select to_json(email)::text from account where id = ?)
            """)
        .param(account.value())
        .update();
  }

  private void each(String sql, AccountId account, RowCallbackHandler row) {
    db.sql(sql).param(account.value()).withFetchSize(AT_A_TIME).query(row);
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp value = row.getTimestamp(column);
    return value == null ? null : value.toInstant();
  }
}
