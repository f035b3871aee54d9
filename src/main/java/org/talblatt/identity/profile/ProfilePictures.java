package org.talblatt.identity.profile;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.talblatt.base.AccountId;
import org.talblatt.identity.Portrait;

/** All SQL on own pictures. */
@Repository
class ProfilePictures {
  private final JdbcClient db;

  ProfilePictures(JdbcClient db) {
    this.db = db;
  }

  void put(AccountId account, String token, byte[] small, byte[] large) {
    db.sql(
            """
            insert into profile_picture (account, token, small, large)
            values (:account, :token, :small, :large)
            on conflict (account) do update set token = excluded.token, small = excluded.small,
              large = excluded.large, created_at = now()
            """)
        .param("account", account.value())
        .param("token", token)
        .param("small", small)
        .param("large", large)
        .update();
  }

  void remove(AccountId account) {
    db.sql("delete from profile_picture where account = ?").param(account.value()).update();
  }

  /** The picture, as long as its account is one that others see. */
  Optional<byte[]> find(String token, int width) {
    return db.sql(
            """
            select case when :large then p.large else p.small end
            from profile_picture p join account a on a.id = p.account
            where p.token = :token and a.state in ('active', 'suspended')
            """)
        .param("large", width == Portrait.LARGE)
        .param("token", token)
        .query(byte[].class)
        .optional();
  }
}
