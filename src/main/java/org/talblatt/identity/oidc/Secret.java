package org.talblatt.identity.oidc;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What ties a login under way to one browser: 256 random bits in its one-time cookie. State, nonce
 * and PKCE verifier are made from it, so that only this browser can finish what it began, and no
 * copy of the database can.
 */
record Secret(String text) {
  private static final int BYTES = 32;
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  static Secret random(SecureRandom random) {
    byte[] bits = new byte[BYTES];
    random.nextBytes(bits);
    return new Secret(BASE64.encodeToString(bits));
  }

  /** Sent along and expected back. */
  String state() {
    return derived("state");
  }

  /** Its hash stands in the provider's token. */
  String nonce() {
    return derived("nonce");
  }

  /** Shown when the code is exchanged (PKCE). */
  String verifier() {
    return derived("verifier");
  }

  /** What is stored. */
  byte[] hash() {
    return sha256(text);
  }

  /** SHA-256, as PKCE and the nonce write it. */
  static String hashed(String text) {
    return BASE64.encodeToString(sha256(text));
  }

  private String derived(String what) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(text.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return BASE64.encodeToString(mac.doFinal(what.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  /** Kept out of logs. */
  @Override
  public String toString() {
    return "Secret[***]";
  }
}
