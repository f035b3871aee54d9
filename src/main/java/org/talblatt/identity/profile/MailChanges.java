package org.talblatt.identity.profile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.talblatt.base.AccountId;
import org.talblatt.identity.Token;
import org.talblatt.platform.mail.MailAddress;

/** All SQL on other mail addresses: asked for, confirmed, undone. */
@Repository
class MailChanges {
  private static final String SELECT =
      "select c.id, c.account, c.old_email, c.new_email from mail_change c ";

  private final JdbcClient db;

  MailChanges(JdbcClient db) {
    this.db = db;
  }

  /** One that was asked for, confirmed or not. */
  record Change(long id, AccountId account, MailAddress before, MailAddress after) {}

  /** What a mailed link does. */
  enum Purpose {
    CONFIRM("confirm", 24),
    UNDO("undo", 7 * 24);

    private final String word;
    private final int hours;

    Purpose(String word, int hours) {
      this.word = word;
      this.hours = hours;
    }
  }

  /** Notes the wish; an earlier one that was not confirmed is void, with its links. */
  long ask(AccountId account, MailAddress address) {
    db.sql("delete from mail_change where account = ? and changed_at is null")
        .param(account.value())
        .update();
    return db.sql(
            """
            insert into mail_change (account, old_email, old_email_key, new_email, new_email_key)
            select id, email, email_key, :new, :newKey from account where id = :account
            returning id
            """)
        .param("account", account.value())
        .param("new", address.value())
        .param("newKey", address.key())
        .query(Long.class)
        .single();
  }

  Optional<Change> find(long id) {
    return db.sql(SELECT + "where c.id = ?").param(id).query(MailChanges::change).optional();
  }

  /** The one that a link belongs to, locked; empty where the link is unknown, used or too old. */
  Optional<Change> linked(String link, Purpose purpose) {
    return db.sql(
            SELECT
                + """
                join mail_change_link l on l.change = c.id
                join account a on a.id = c.account
                where l.token_hash = ? and l.purpose = ? and l.expires_at > now()
                and (a.state in ('active', 'suspended')
                  or (a.state = 'leaving' and l.purpose = 'undo'))
                for update of c, a
                """)
        .params(Token.hash(link), purpose.word)
        .query(MailChanges::change)
        .optional();
  }

  void link(long change, Purpose purpose, Token token) {
    db.sql(
            """
            insert into mail_change_link (token_hash, change, purpose, expires_at)
            select ?, id, ?, now() + ? * interval '1 hour' from mail_change where id = ?
            """)
        .params(token.hash(), purpose.word, purpose.hours, change)
        .update();
  }

  boolean somebodyElses(MailAddress address, AccountId account) {
    return db.sql("select exists (select from account where email_key = ? and id <> ?)")
        .params(address.key(), account.value())
        .query(Boolean.class)
        .single();
  }

  /** Mails go to the new address from now on, and no link to the old one opens anything. */
  void confirm(Change change) {
    setAddress(change.account(), change.after());
    db.sql("update mail_change set changed_at = now() where id = ?").param(change.id()).update();
    db.sql("delete from mail_change_link where change = ?").param(change.id()).update();
  }

  /** As if it and all later ones had never been. */
  void undo(Change change) {
    setAddress(change.account(), change.before());
    db.sql("delete from mail_change where account = ? and id >= ?")
        .params(change.account().value(), change.id())
        .update();
  }

  private void setAddress(AccountId account, MailAddress address) {
    db.sql("update account set email = ?, email_key = ? where id = ?")
        .params(address.value(), address.key(), account.value())
        .update();
    db.sql("delete from mailed_link where account = ?").param(account.value()).update();
  }

  /** Old addresses are kept no longer than they can come back. */
  int dropEnded() {
    return db.sql(
            """
            delete from mail_change
            where coalesce(changed_at + interval '8 days', asked_at + interval '2 days') < now()
            """)
        .update();
  }

  private static Change change(ResultSet row, int number) throws SQLException {
    return new Change(
        row.getLong(1),
        new AccountId(row.getLong(2)),
        new MailAddress(row.getString(3)),
        new MailAddress(row.getString(4)));
  }
}
