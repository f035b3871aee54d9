package org.talblatt.identity.mailcheck;

import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.talblatt.base.AccountId;
import org.talblatt.platform.mail.MailAddress;
import org.talblatt.platform.mail.Reachability;

/**
 * All SQL of addresses that mail came back from. The mark stands with the address it was made for:
 * with another one it is void.
 */
@Component
public class BouncedAddresses implements Reachability {
  private static final String MARKED =
      "email_bounced_at is not null and lower(email_bounced) = lower(email)";

  private final JdbcClient db;

  BouncedAddresses(JdbcClient db) {
    this.db = db;
  }

  /**
   * An account's address.
   *
   * @param bouncedAt since when mail comes back; empty where it doesn't
   */
  record Address(String email, String language, Optional<Instant> bouncedAt) {}

  @Override
  public boolean reaches(MailAddress address) {
    return db.sql("select not exists (select from account where email_key = ? and " + MARKED + ")")
        .param(address.key())
        .query(Boolean.class)
        .single();
  }

  @Override
  public void cameBack(MailAddress address) {
    db.sql(
            """
            update account set email_bounced_at = now(), email_bounced = email
            where email_key = ? and lower(email) = lower(?)
              and (email_bounced_at is null or lower(email_bounced) <> lower(email))
            """)
        .params(address.key(), address.value())
        .update();
  }

  /** Whether mail to this account comes back. */
  public boolean marked(AccountId account) {
    return of(account).flatMap(Address::bouncedAt).isPresent();
  }

  /** What is known of an account's address. */
  Optional<Address> of(AccountId account) {
    return db.sql(
            "select email, language, case when "
                + MARKED
                + " then email_bounced_at end from account where id = ?")
        .param(account.value())
        .query(
            (row, n) ->
                new Address(
                    row.getString(1),
                    row.getString(2),
                    Optional.ofNullable(row.getTimestamp(3)).map(java.sql.Timestamp::toInstant)))
        .optional();
  }

  /** Nothing is held on this account any more. */
  void forget(AccountId account) {
    db.sql("update account set email_bounced_at = null, email_bounced = null where id = ?")
        .param(account.value())
        .update();
  }

  /** Its owner has shown that mail to this address arrives. */
  void arrived(AccountId account, String email) {
    db.sql(
            """
            update account set email_bounced_at = null, email_bounced = null
            where id = ? and lower(email) = lower(?)
            """)
        .params(account.value(), email)
        .update();
  }
}
