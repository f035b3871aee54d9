package org.talblatt.identity.passkey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Component;
import org.talblatt.base.AccountId;
import org.talblatt.base.Failure;

/** All SQL of passkeys, in the form that Spring Security asks for them and in our own. */
@Component
class Passkeys implements UserCredentialRepository {
  private static final String RECORDS =
      """
      select p.*, h.handle from passkey p join passkey_holder h on h.account = p.account
      """;

  private final JdbcClient db;

  Passkeys(JdbcClient db) {
    this.db = db;
  }

  /** An account's passkeys, the oldest first. */
  List<Passkey> of(AccountId account) {
    return db.sql("select * from passkey where account = ? order by number")
        .param(account.value())
        .query(Passkeys::passkey)
        .list();
  }

  /** One of an account's own. */
  Optional<Passkey> find(AccountId account, long number) {
    return db.sql("select * from passkey where account = ? and number = ?")
        .params(account.value(), number)
        .query(Passkeys::passkey)
        .optional();
  }

  boolean rename(AccountId account, long number, PasskeyName name) {
    return db.sql("update passkey set name = ? where account = ? and number = ?")
            .params(name.value(), account.value(), number)
            .update()
        > 0;
  }

  /** Removes one of an account's own; it is returned where it was still there. */
  Optional<Passkey> remove(AccountId account, long number) {
    return db.sql("delete from passkey where account = ? and number = ? returning *")
        .params(account.value(), number)
        .query(Passkeys::passkey)
        .optional();
  }

  /** Forgets an account's passkeys and what authenticators know it by. */
  void eraseAll(AccountId account) {
    db.sql("delete from passkey where account = ?").param(account.value()).update();
    db.sql("delete from passkey_holder where account = ?").param(account.value()).update();
  }

  /** Notes whether a passkey is kept in a cloud by now. */
  void backedUp(Bytes id, boolean now) {
    db.sql("update passkey set backed_up = ? where credential_id = ? and backed_up <> ?")
        .params(now, id.getBytes(), now)
        .update();
  }

  @Override
  public void save(CredentialRecord passkey) {
    if (findByCredentialId(passkey.getCredentialId()) == null) {
      insert(passkey);
    } else {
      advance(passkey.getCredentialId(), passkey.getSignatureCount());
    }
  }

  private void insert(CredentialRecord passkey) {
    Bytes attestation = passkey.getAttestationObject();
    if (attestation == null) {
      throw new IllegalArgumentException("without attestation nothing can be checked");
    }
    int added =
        db.sql(
                """
                insert into passkey (credential_id, account, name, public_key, attestation,
                  sign_count, transports, backup_eligible, backed_up)
                select :id, account, :name, :key, :attestation, :count, :transports, :eligible,
                  :backedUp
                from passkey_holder where handle = :handle
                on conflict do nothing
                """)
            .param("id", passkey.getCredentialId().getBytes())
            .param("name", passkey.getLabel())
            .param("key", passkey.getPublicKey().getBytes())
            .param("attestation", attestation.getBytes())
            .param("count", passkey.getSignatureCount())
            .param("transports", transports(passkey.getTransports()))
            .param("eligible", passkey.isBackupEligible())
            .param("backedUp", passkey.isBackupState())
            .param("handle", passkey.getUserEntityUserId().getBytes())
            .update();
    if (added == 0) {
      throw Failure.of(Failure.Kind.CONFLICT, "passkey.known");
    }
  }

  /**
   * A count that doesn't rise: somebody may have made a copy, and one of the two is a stranger's.
   */
  private void advance(Bytes id, long count) {
    int risen =
        db.sql(
                """
                update passkey set sign_count = :count, used_at = now()
                where credential_id = :id and (sign_count < :count or (sign_count = 0 and :count = 0))
                """)
            .param("id", id.getBytes())
            .param("count", count)
            .update();
    if (risen == 0) {
      throw Failure.of(Failure.Kind.FORBIDDEN, "passkey.copied");
    }
  }

  @Override
  public @Nullable CredentialRecord findByCredentialId(Bytes id) {
    return db.sql(RECORDS + "where p.credential_id = ?")
        .param(id.getBytes())
        .query(Passkeys::record)
        .optional()
        .orElse(null);
  }

  @Override
  public List<CredentialRecord> findByUserId(Bytes handle) {
    return db.sql(RECORDS + "where h.handle = ? order by p.number")
        .param(handle.getBytes())
        .query(Passkeys::record)
        .list();
  }

  @Override
  public void delete(Bytes id) {
    db.sql("delete from passkey where credential_id = ?").param(id.getBytes()).update();
  }

  private static String[] transports(Set<AuthenticatorTransport> transports) {
    return transports.stream()
        .map(AuthenticatorTransport::getValue)
        .sorted()
        .toArray(String[]::new);
  }

  private static Passkey passkey(ResultSet row, int number) throws SQLException {
    return new Passkey(
        row.getLong("number"),
        new Bytes(row.getBytes("credential_id")).toBase64UrlString(),
        row.getString("name"),
        row.getBoolean("backed_up"),
        row.getTimestamp("created_at").toInstant(),
        usedAt(row));
  }

  private static @Nullable Instant usedAt(ResultSet row) throws SQLException {
    Timestamp used = row.getTimestamp("used_at");
    return used == null ? null : used.toInstant();
  }

  private static CredentialRecord record(ResultSet row, int number) throws SQLException {
    Instant used = usedAt(row);
    Instant created = row.getTimestamp("created_at").toInstant();
    Set<AuthenticatorTransport> transports = new HashSet<>();
    for (String transport : (String[]) row.getArray("transports").getArray()) {
      transports.add(AuthenticatorTransport.valueOf(transport));
    }
    return ImmutableCredentialRecord.builder()
        .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
        .credentialId(new Bytes(row.getBytes("credential_id")))
        .userEntityUserId(new Bytes(row.getBytes("handle")))
        .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
        .attestationObject(new Bytes(row.getBytes("attestation")))
        .signatureCount(row.getLong("sign_count"))
        .uvInitialized(true)
        .transports(transports)
        .backupEligible(row.getBoolean("backup_eligible"))
        .backupState(row.getBoolean("backed_up"))
        .label(row.getString("name"))
        .created(created)
        .lastUsed(used == null ? created : used)
        .build();
  }
}
