package org.talblatt.identity;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.talblatt.base.AccountId;
import org.talblatt.platform.mail.MailAddress;

/** Where to write to somebody, for the rooms that have to tell them something. */
@Repository
public class Addressees {
  private final JdbcClient db;

  Addressees(JdbcClient db) {
    this.db = db;
  }

  /** Somebody with an account, whatever state it is in but closed. */
  public record Addressee(String name, MailAddress email, String language) {
    /** Kept out of logs. */
    @Override
    public String toString() {
      return "Addressee[***]";
    }
  }

  /** Empty where the account is closed or gone. */
  public Optional<Addressee> find(AccountId account) {
    return db.sql("select name, email, language from account where id = ? and state <> 'closed'")
        .param(account.value())
        .query(
            (row, n) ->
                new Addressee(
                    row.getString(1), new MailAddress(row.getString(2)), row.getString(3)))
        .optional();
  }
}
