package org.talblatt.wire.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Stands in for an identifier that a format has no room for: the same text, the same item. */
public final class Fingerprint {
  private static final int LENGTH = 16;

  private Fingerprint() {}

  /** Sixteen hexadecimal digits. */
  public static String of(String... parts) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(String.join("\u0000", parts).getBytes(UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
