package org.talblatt.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.talblatt.base.AccountId;
import org.talblatt.base.Failure;
import org.talblatt.platform.mail.MailAddress;

/** All SQL of accounts and their roles. */
@Component
public class Accounts {
  private static final String SELECT =
      """
      select id, name, email, password_hash,
        case when locked_at is null then state else 'locked' end, language
      from account where\s""";

  private final JdbcClient db;

  Accounts(JdbcClient db) {
    this.db = db;
  }

  /** Stores an active account; empty where its name or mail address belongs to somebody already. */
  Optional<AccountId> insert(
      NewAccount account, String passwordHash, @Nullable Agreement agreement) {
    if (reserved(account.name())) {
      return Optional.empty();
    }
    return db.sql(
            """
            insert into account (name, name_key, name_look, email, email_key, password_hash,
              language, accepted_rules, accepted_privacy, accepted_age, confirmed_at)
            values (:name, :nameKey, :look, :email, :emailKey, :hash, :language,
              :rules, :privacy, :age, now())
            on conflict do nothing
            returning id
            """)
        .param("name", account.name().value())
        .param("nameKey", account.name().key())
        .param("look", account.name().look())
        .param("email", account.email().value())
        .param("emailKey", account.email().key())
        .param("hash", passwordHash)
        .param("language", account.language())
        .param("rules", agreement == null ? null : agreement.rules())
        .param("privacy", agreement == null ? null : agreement.privacy())
        .param("age", agreement == null ? null : agreement.age())
        .query(Long.class)
        .optional()
        .map(AccountId::new);
  }

  /** Whether somebody bore the name, or one that looks like it, before. */
  private boolean reserved(AccountName name) {
    return db.sql(
            """
            select exists (select from reserved_name where name_key = :key or name_look = :look)
            """)
        .param("key", name.key())
        .param("look", name.look())
        .query(Boolean.class)
        .single();
  }

  Optional<Account> withEmail(MailAddress email) {
    return db.sql(SELECT + "email_key = ?").param(email.key()).query(Accounts::account).optional();
  }

  Optional<Account> withNameKey(String key) {
    return db.sql(SELECT + "name_key = ?").param(key).query(Accounts::account).optional();
  }

  /** Somebody by number. */
  public Optional<Account> find(AccountId id) {
    return db.sql(SELECT + "id = ?").param(id.value()).query(Accounts::account).optional();
  }

  /** Whether a moderator reads this account's comments before they are published. */
  void setReadFirst(AccountId id, boolean readFirst) {
    db.sql("update account set read_first = ? where id = ?").params(readFirst, id.value()).update();
  }

  /** Others who want to change this account wait until the transaction ends. */
  void lock(AccountId id) {
    db.sql("select id from account where id = ? for update").param(id.value()).query().listOfRows();
  }

  boolean anybody() {
    return db.sql("select exists (select from account)").query(Boolean.class).single();
  }

  void setPasswordHash(AccountId id, String hash) {
    db.sql("update account set password_hash = ? where id = ?").params(hash, id.value()).update();
  }

  /** Whether the owner is to be told that the password is being guessed: once a day. */
  boolean tellOfGuessing(AccountId id) {
    return db.sql(
                """
                update account set guessing_told_at = now()
                where id = ? and state in ('active', 'suspended')
                  and (guessing_told_at is null or guessing_told_at < now() - interval '1 day')
                """)
            .param(id.value())
            .update()
        == 1;
  }

  void setLanguage(AccountId id, String language) {
    db.sql("update account set language = ? where id = ?").params(language, id.value()).update();
  }

  /**
   * Gives an account exactly these roles.
   *
   * @throws Failure where one of them is for a section that doesn't exist
   */
  void setRoles(AccountId id, Rights rights) {
    db.sql("delete from account_role where account = ?").param(id.value()).update();
    for (Grant grant : rights.grants()) {
      int added =
          db.sql(
                  """
                  insert into account_role (account, role, section)
                  select :account, :role, :section
                  where :section::text is null or exists (select from section where slug = :section)
                  """)
              .param("account", id.value())
              .param("role", grant.role().name().toLowerCase(Locale.ROOT))
              .param("section", grant.section())
              .update();
      if (added == 0) {
        throw Failure.of(
            Failure.Kind.INVALID, "staff.section-unknown", String.valueOf(grant.section()));
      }
    }
    db.sql(
            """
            update account set staff_since = case when ? then coalesce(staff_since, now()) end
            where id = ?
            """)
        .params(!rights.grants().isEmpty(), id.value())
        .update();
  }

  Rights rights(AccountId id) {
    return new Rights(
        new TreeSet<>(
            db.sql(
                    """
                    select role || coalesce(':' || section, '') from account_role
                    where account = ?
                    """)
                .param(id.value())
                .query((row, n) -> Grant.parse(row.getString(1)))
                .list()));
  }

  /** Locks or unlocks an account; false where there is none. The reason is for colleagues. */
  boolean setLocked(AccountId id, boolean locked, String reason) {
    return db.sql(
                """
            update account set locked_at = case when :locked then now() end, lock_reason = :reason
            where id = :id
            """)
            .param("locked", locked)
            .param("reason", reason)
            .param("id", id.value())
            .update()
        == 1;
  }

  /** Whether somebody has worked for the paper for so long. */
  boolean staffFor(AccountId id, Duration time) {
    return db.sql(
            """
            select exists (select from account
              where id = ? and staff_since <= now() - ? * interval '1 second')
            """)
        .params(id.value(), time.toSeconds())
        .query(Boolean.class)
        .single();
  }

  List<Staff.Member> staff() {
    return db.sql(
            """
            select a.name, a.email, case when a.locked_at is null then a.state else 'locked' end,
              array_agg(r.role || coalesce(':' || r.section, '') order by r.role, r.section)
            from account a join account_role r on r.account = a.id
            group by a.id order by a.name
            """)
        .query(
            (row, n) ->
                new Staff.Member(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    new TreeSet<>(List.of((String[]) row.getArray(4).getArray()))))
        .list();
  }

  /** One change of roles at a time, so that the last administrator is seen. */
  void lockRoles() {
    db.sql("lock table account_role in share row exclusive mode").update();
  }

  /**
   * Whether an account is neither suspended nor banned, leaving or closed; none of that begins
   * until the transaction ends.
   */
  boolean lockInGoodStanding(AccountId id) {
    return db.sql(
            """
            select state = 'active'
              or (state = 'suspended' and coalesce(suspended_until <= now(), false))
            from account where id = ? for no key update
            """)
        .param(id.value())
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  /** Those who can log in and work. */
  int administrators() {
    return db.sql(
            """
            select count(*) from account_role r join account a on a.id = r.account
            where r.role = 'administrator' and a.locked_at is null
              and (a.state = 'active' or (a.state = 'suspended' and a.suspended_until <= now()))
            """)
        .query(Integer.class)
        .single();
  }

  /** What stands beside the author's comments has changed. */
  void raiseRevision(AccountId id) {
    db.sql("update account set revision = revision + 1 where id = ?").param(id.value()).update();
  }

  private static Account account(ResultSet row, int number) throws SQLException {
    return new Account(
        new AccountId(row.getLong(1)),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        Account.State.valueOf(row.getString(5).toUpperCase(Locale.ROOT)),
        row.getString(6));
  }
}
