package org.talblatt.identity.oidc;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.talblatt.base.AccountId;

/** All SQL of links between accounts and providers' logins. */
@Repository
class OidcLinks {
  private final JdbcClient db;

  OidcLinks(JdbcClient db) {
    this.db = db;
  }

  /** A link as its owner sees it. */
  record Link(
      String issuer, String subject, String label, Instant linkedAt, @Nullable Instant usedAt) {}

  /** Whose login this is; it is written down that it was used. */
  Optional<AccountId> use(Proven proven) {
    return db.sql(
            """
            update oidc_link set used_at = now(), label = :label
            where issuer = :issuer and subject = :subject returning account
            """)
        .param("label", proven.label())
        .param("issuer", proven.issuer())
        .param("subject", proven.subject())
        .query(Long.class)
        .optional()
        .map(AccountId::new);
  }

  /** Stores a link; false where the login, or this account's of that issuer, is linked already. */
  boolean put(AccountId account, Proven proven) {
    return db.sql(
                """
                insert into oidc_link (issuer, subject, account, label)
                values (:issuer, :subject, :account, :label) on conflict do nothing
                """)
            .param("issuer", proven.issuer())
            .param("subject", proven.subject())
            .param("account", account.value())
            .param("label", proven.label())
            .update()
        > 0;
  }

  List<Link> of(AccountId account) {
    return db.sql(
            """
            select issuer, subject, label, linked_at, used_at from oidc_link
            where account = ? order by linked_at
            """)
        .param(account.value())
        .query(
            (row, n) ->
                new Link(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getTimestamp(4).toInstant(),
                    row.getTimestamp(5) == null ? null : row.getTimestamp(5).toInstant()))
        .list();
  }

  boolean delete(AccountId account, String issuer) {
    return db.sql("delete from oidc_link where account = ? and issuer = ?")
            .params(account.value(), issuer)
            .update()
        > 0;
  }

  /** Everything that holds an account, its begun logins too. */
  void deleteAll(AccountId account) {
    db.sql("delete from oidc_link where account = ?").param(account.value()).update();
    db.sql("delete from oidc_login where account = ?").param(account.value()).update();
  }
}
