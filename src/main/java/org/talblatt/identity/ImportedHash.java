package org.talblatt.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.crypto.bcrypt.BCrypt;

/**
 * Password hashes that other programs made: WordPress before 6.8 (phpass), WordPress 6.8 and later,
 * bcrypt. They let their owner in once and are then replaced. A hash that would take a core for
 * long is no hash.
 */
final class ImportedHash {
  private static final Pattern BCRYPT =
      Pattern.compile("(\\$wp)?(\\$2[aby]\\$)([0-9]{2})(\\$[./A-Za-z0-9]{53})");
  private static final Pattern PHPASS =
      Pattern.compile("\\$[PH]\\$([./0-9A-Za-z])([./0-9A-Za-z]{8})([./0-9A-Za-z]{22})");
  private static final Pattern ARGON2 =
      Pattern.compile(
          "\\{argon2}\\$argon2id\\$v=19\\$m=([0-9]{1,7}),t=([0-9]{1,3}),p=([0-9]{1,2})"
              + "\\$[A-Za-z0-9+/]{11,100}\\$[A-Za-z0-9+/]{22,200}");
  private static final String SIGNS =
      "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final int MOST_BCRYPT = 13;
  private static final int MOST_PHPASS = 16;
  private static final int MOST_KIBIBYTES = 64 * 1024;
  private static final int MOST_PASSES = 5;
  private static final int MOST_LANES = 4;
  private static final int BYTE_MASK = 0xff;
  private static final int SIGN_BITS = 6;
  private static final int SIGN_MASK = 63;
  private static final int BYTES_IN_GROUP = 3;

  private ImportedHash() {}

  /** Whether this is a hash that we read, at a bearable cost. */
  static boolean acceptable(String hash) {
    Matcher argon2 = ARGON2.matcher(hash);
    if (argon2.matches()) {
      return Integer.parseInt(argon2.group(1)) <= MOST_KIBIBYTES
          && Integer.parseInt(argon2.group(2)) <= MOST_PASSES
          && Integer.parseInt(argon2.group(3)) <= MOST_LANES;
    }
    Matcher bcrypt = BCRYPT.matcher(hash);
    if (bcrypt.matches()) {
      int cost = Integer.parseInt(bcrypt.group(3));
      return cost >= 4 && cost <= MOST_BCRYPT;
    }
    Matcher phpass = PHPASS.matcher(hash);
    return phpass.matches() && SIGNS.indexOf(phpass.group(1)) <= MOST_PHPASS;
  }

  /** Whether another program made it. */
  static boolean foreign(String hash) {
    return BCRYPT.matcher(hash).matches() || PHPASS.matcher(hash).matches();
  }

  /** Whether it is this password's. */
  static boolean matches(String password, String hash) {
    Matcher bcrypt = BCRYPT.matcher(hash);
    if (bcrypt.matches()) {
      String plain = bcrypt.group(1) == null ? password : wordpress(password);
      // these three names mean the same since their makers corrected them
      return BCrypt.checkpw(plain, "$2a$" + bcrypt.group(3) + bcrypt.group(4));
    }
    Matcher phpass = PHPASS.matcher(hash);
    return phpass.matches()
        && MessageDigest.isEqual(
            phpass(password, phpass).getBytes(StandardCharsets.UTF_8),
            phpass.group(3).getBytes(StandardCharsets.UTF_8));
  }

  /** What WordPress 6.8 hands to bcrypt, so that no long password is cut off. */
  private static String wordpress(String password) {
    try {
      byte[] key = "wp-sha384".getBytes(StandardCharsets.UTF_8);
      Mac mac = Mac.getInstance("HmacSHA384");
      mac.init(new SecretKeySpec(key, "HmacSHA384"));
      byte[] hash = mac.doFinal(password.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(hash);
    } catch (GeneralSecurityException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  private static String phpass(String password, Matcher hash) {
    try {
      MessageDigest md5 = MessageDigest.getInstance("MD5");
      byte[] typed = password.getBytes(StandardCharsets.UTF_8);
      md5.update(hash.group(2).getBytes(StandardCharsets.UTF_8));
      byte[] state = md5.digest(typed);
      for (long round = 1L << SIGNS.indexOf(hash.group(1)); round > 0; round--) {
        md5.update(state);
        state = md5.digest(typed);
      }
      return encode(state);
    } catch (GeneralSecurityException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  /** Three bytes, lowest first, become four signs. */
  private static String encode(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    for (int from = 0; from < bytes.length; from += BYTES_IN_GROUP) {
      int there = Math.min(BYTES_IN_GROUP, bytes.length - from);
      int group = 0;
      for (int i = 0; i < there; i++) {
        group |= (bytes[from + i] & BYTE_MASK) << (Byte.SIZE * i);
      }
      for (int i = 0; i <= there; i++) {
        text.append(SIGNS.charAt((group >> (SIGN_BITS * i)) & SIGN_MASK));
      }
    }
    return text.toString();
  }
}
