package org.talblatt.identity.factor;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A code that gets in once without the device: 24 signs of Crockford's 32, so 120 bits, which a
 * plain hash keeps safe (ASVS 6.5.2).
 */
record RecoveryCode(String text) {
  static final int COUNT = 10;
  private static final String SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int GROUPS = 6;
  private static final int IN_GROUP = 4;

  /** Ten new ones. */
  static List<RecoveryCode> fresh(SecureRandom random) {
    return Stream.generate(() -> random(random)).limit(COUNT).toList();
  }

  private static RecoveryCode random(SecureRandom random) {
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < GROUPS * IN_GROUP; i++) {
      code.append(i > 0 && i % IN_GROUP == 0 ? "-" : "")
          .append(SIGNS.charAt(random.nextInt(SIGNS.length())));
    }
    return new RecoveryCode(code.toString());
  }

  /** However it is typed: with or without hyphens, small letters, O for 0, I or L for 1. */
  static RecoveryCode typed(String text) {
    String signs =
        text.toUpperCase(Locale.ROOT)
            .replace('O', '0')
            .replace('I', '1')
            .replace('L', '1')
            .replaceAll("[^0-9A-Z]", "");
    return new RecoveryCode(signs);
  }

  /** Whether it has as many signs as one must have. */
  boolean complete() {
    return signs().length() == GROUPS * IN_GROUP;
  }

  /** What is stored. */
  byte[] hash() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(signs().getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  private String signs() {
    return text.replace("-", "");
  }

  /** Kept out of logs. */
  @Override
  public String toString() {
    return "RecoveryCode[***]";
  }
}
