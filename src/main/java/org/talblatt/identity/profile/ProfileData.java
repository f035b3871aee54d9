package org.talblatt.identity.profile;

import java.io.ByteArrayInputStream;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.talblatt.base.AccountId;
import org.talblatt.identity.Leaver;
import org.talblatt.identity.PersonalArchive;
import org.talblatt.identity.PersonalData;
import org.talblatt.identity.PersonalRecord;

/** What the profile holds: line, picture, earlier names, ignored readers. */
@Repository
class ProfileData implements PersonalData {
  private final JdbcClient db;

  ProfileData(JdbcClient db) {
    this.db = db;
  }

  @Override
  public Set<String> columns() {
    return Set.of(
        "reserved_name.account",
        "mail_change.account",
        "mail_change.old_email",
        "mail_change.old_email_key",
        "mail_change.new_email",
        "mail_change.new_email_key",
        "profile_picture.account",
        "ignored_reader.account",
        "ignored_reader.ignored");
  }

  @Override
  public void export(AccountId account, PersonalArchive into) {
    into.section("profile", "leaving.data-profile", rows -> profile(account, rows));
    into.section("earlier-names", "leaving.data-earlier-names", rows -> names(account, rows));
    into.section("mail-changes", "profile.data-mail-changes", rows -> mails(account, rows));
    into.section("ignored-readers", "leaving.data-ignored", rows -> ignored(account, rows));
    db.sql("select large from profile_picture where account = ?")
        .param(account.value())
        .query(byte[].class)
        .optional()
        .ifPresent(
            picture -> into.file("profile-picture.jpg", () -> new ByteArrayInputStream(picture)));
  }

  private void profile(AccountId account, Consumer<PersonalRecord> rows) {
    each(
        "select profile_line, profile_hidden, name_changed_at from account where id = ?",
        account,
        row ->
            rows.accept(
                new PersonalRecord()
                    .with("line", "leaving.data-line", row.getString(1))
                    .with("hidden", "leaving.data-hidden", row.getBoolean(2))
                    .with(
                        "nameChangedAt",
                        "leaving.data-name-changed",
                        row.getTimestamp(3) == null ? null : row.getTimestamp(3).toInstant())));
  }

  private void names(AccountId account, Consumer<PersonalRecord> rows) {
    each(
        "select name_key, reserved_at from reserved_name where account = ? order by reserved_at",
        account,
        row ->
            rows.accept(
                new PersonalRecord()
                    .with("name", "leaving.data-name", row.getString(1))
                    .with("changedAt", "leaving.data-changed", row.getTimestamp(2).toInstant())));
  }

  private void mails(AccountId account, Consumer<PersonalRecord> rows) {
    each(
        "select old_email, new_email, asked_at, changed_at from mail_change where account = ? order by id",
        account,
        row ->
            rows.accept(
                new PersonalRecord()
                    .with("before", "profile.data-mail-before", row.getString(1))
                    .with("after", "profile.data-mail-after", row.getString(2))
                    .with("askedAt", "profile.data-mail-asked", row.getTimestamp(3).toInstant())
                    .with(
                        "changedAt",
                        "leaving.data-changed",
                        row.getTimestamp(4) == null ? null : row.getTimestamp(4).toInstant())));
  }

  private void ignored(AccountId account, Consumer<PersonalRecord> rows) {
    each(
        """
        select a.name, i.created_at from ignored_reader i join account a on a.id = i.ignored
        where i.account = ? order by i.created_at
        """,
        account,
        row ->
            rows.accept(
                new PersonalRecord()
                    .with("name", "leaving.data-name", row.getString(1))
                    .with("createdAt", "leaving.data-created", row.getTimestamp(2).toInstant())));
  }

  private void each(String sql, AccountId account, RowCallbackHandler row) {
    db.sql(sql).param(account.value()).withFetchSize(200).query(row);
  }

  @Override
  public boolean erase(Leaver leaver) {
    long account = leaver.account().value();
    db.sql("delete from reserved_name where account = ?").param(account).update();
    db.sql("delete from mail_change where account = ?").param(account).update();
    db.sql("delete from profile_picture where account = ?").param(account).update();
    db.sql("delete from ignored_reader where account = ? or ignored = ?")
        .params(account, account)
        .update();
    db.sql(
            """
            update account set profile_line = '', profile_hidden = true, name_changed_at = null
            where id = ?
            """)
        .param(account)
        .update();
    return false;
  }
}
