package org.talblatt.platform;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Hashes that only this paper can make, on all its nodes: for what may be compared but not known,
 * and for what must not be forged.
 */
@Component
public class KeyedHash {
  private final SingletonSupplier<byte[]> secret;

  @Autowired
  KeyedHash(JdbcClient db) {
    this(() -> db.sql("select secret from throttle_secret").query(byte[].class).single());
  }

  /** With another secret than the paper's, for tests. */
  public KeyedHash(Supplier<byte[]> secret) {
    this.secret = SingletonSupplier.of(secret);
  }

  /**
   * The 32 bytes for a text.
   *
   * @param purpose the same text for another purpose has another hash
   */
  public byte[] of(String purpose, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.obtain(), "HmacSHA256"));
      return mac.doFinal((purpose + "\n" + text).getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
