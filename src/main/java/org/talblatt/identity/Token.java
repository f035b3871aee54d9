package org.talblatt.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A secret of 256 random bits that its holder brings back: session, mailed link, kept text. Only
 * its SHA-256 is stored, so that a copy of the database opens nothing.
 */
public record Token(String secret) {
  private static final int BYTES = 32;

  /** A fresh one. */
  public static Token random(SecureRandom random) {
    byte[] bits = new byte[BYTES];
    random.nextBytes(bits);
    return new Token(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
  }

  /** What is stored. */
  public byte[] hash() {
    return hash(secret);
  }

  /** What is stored of a secret that somebody shows. */
  public static byte[] hash(String secret) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  static String hex(String secret) {
    return HexFormat.of().formatHex(hash(secret));
  }

  /** Kept out of logs. */
  @Override
  public String toString() {
    return "Token[***]";
  }
}
