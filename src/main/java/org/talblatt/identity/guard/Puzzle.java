package org.talblatt.identity.guard;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Work that a machine does in place of its person (hashcash): numbers whose SHA-256, behind the
 * form's nonce, begins with zeros. Many small ones instead of a large one, since then luck hardly
 * matters: 16 of 12 bits take 65,536 tries, give or take a quarter. See {@code register.js}.
 */
public final class Puzzle {
  /** How many numbers are sought. */
  public static final int COUNT = 16;

  /** How many bits are zero. */
  public static final int BITS = 12;

  private static final int LONGEST = COUNT * 11;

  private Puzzle() {}

  /**
   * Whether the work was done.
   *
   * @param answer the numbers, with commas between
   */
  static boolean solved(String nonce, String answer) {
    if (answer.length() > LONGEST || !answer.matches("[0-9]{1,10}(,[0-9]{1,10}){15}")) {
      return false;
    }
    String[] numbers = answer.split(",");
    for (int i = 0; i < COUNT; i++) {
      if (!zeros(nonce + ":" + i + ":" + numbers[i])) {
        return false;
      }
    }
    return true;
  }

  static boolean zeros(String text) {
    byte[] hash = sha256(text);
    return hash[0] == 0 && (hash[1] & 0xf0) == 0;
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
