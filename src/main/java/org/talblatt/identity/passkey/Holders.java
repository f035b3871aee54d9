package org.talblatt.identity.passkey;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.stereotype.Component;
import org.talblatt.base.AccountId;

/**
 * Whose passkeys they are: authenticators know an account by 64 random bytes. What Spring Security
 * calls a user's name is the account's number here.
 */
@Component
class Holders implements PublicKeyCredentialUserEntityRepository {
  private static final int HANDLE_BYTES = 64;

  private final JdbcClient db;
  private final SecureRandom random;

  Holders(JdbcClient db, SecureRandom random) {
    this.db = db;
    this.random = random;
  }

  /** The account that an authenticator knows by this. */
  Optional<AccountId> account(Bytes handle) {
    return db.sql("select account from passkey_holder where handle = ?")
        .param(handle.getBytes())
        .query(Long.class)
        .optional()
        .map(AccountId::new);
  }

  /** What authenticators know an account by; drawn at the first question. */
  Bytes handle(AccountId account) {
    byte[] drawn = new byte[HANDLE_BYTES];
    random.nextBytes(drawn);
    db.sql("insert into passkey_holder (account, handle) values (?, ?) on conflict do nothing")
        .params(account.value(), drawn)
        .update();
    return known(account).orElseThrow();
  }

  /** The same, where it was drawn before. */
  Optional<Bytes> known(AccountId account) {
    return db.sql("select handle from passkey_holder where account = ?")
        .param(account.value())
        .query(byte[].class)
        .optional()
        .map(Bytes::new);
  }

  @Override
  public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
    return db.sql(
            """
            select h.handle, a.name from passkey_holder h join account a on a.id = h.account
            where h.handle = ?
            """)
        .param(handle.getBytes())
        .query(Holders::entity)
        .optional()
        .orElse(null);
  }

  @Override
  public @Nullable PublicKeyCredentialUserEntity findByUsername(String number) {
    return findById(handle(new AccountId(Long.parseLong(number))));
  }

  @Override
  public void save(PublicKeyCredentialUserEntity entity) {
    throw new UnsupportedOperationException("handles are drawn here");
  }

  @Override
  public void delete(Bytes handle) {
    db.sql("delete from passkey_holder where handle = ?").param(handle.getBytes()).update();
  }

  /** Authenticators show the name where somebody has several accounts. */
  private static PublicKeyCredentialUserEntity entity(ResultSet row, int number)
      throws SQLException {
    return ImmutablePublicKeyCredentialUserEntity.builder()
        .id(new Bytes(row.getBytes("handle")))
        .name(row.getString("name"))
        .displayName(row.getString("name"))
        .build();
  }
}
