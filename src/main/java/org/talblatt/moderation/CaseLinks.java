package org.talblatt.moderation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The secrets in mailed links that open one case without a login, for as long as one may object:
 * 256 random bits, of which only the SHA-256 is stored.
 */
@Repository
class CaseLinks {
  private static final int BYTES = 32;

  private final JdbcClient db;
  private final SecureRandom random;

  CaseLinks(JdbcClient db, SecureRandom random) {
    this.db = db;
    this.random = random;
  }

  /**
   * What a link opens.
   *
   * @param report null for whom the decision concerns
   */
  record Opened(long decision, @Nullable Long report) {}

  /** A new link to a case; earlier ones stay good. */
  @Transactional
  public String make(long decision, @Nullable Long report) {
    byte[] bits = new byte[BYTES];
    random.nextBytes(bits);
    String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    db.sql(
            """
            insert into case_link (token_hash, decision, report, expires_at)
            select :hash, d.id, :report, d.decided_at + interval '6 months'
            from decision d where d.id = :decision
            """)
        .param("hash", hash(secret))
        .param("decision", decision)
        .param("report", report, java.sql.Types.BIGINT)
        .update();
    return secret;
  }

  /** What this link opens; empty where it is none or has ended. */
  Optional<Opened> find(String secret) {
    return db.sql(
            "select decision, report from case_link where token_hash = ? and expires_at > now()")
        .param(hash(secret))
        .query((row, n) -> new Opened(row.getLong(1), row.getObject(2, Long.class)))
        .optional();
  }

  int dropEnded() {
    return db.sql("delete from case_link where expires_at <= now()").update();
  }

  private static byte[] hash(String secret) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
