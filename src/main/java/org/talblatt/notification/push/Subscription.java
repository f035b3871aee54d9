package org.talblatt.notification.push;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Base64;
import org.talblatt.base.Failure;
import org.talblatt.platform.PushSettings;

/**
 * What a browser says of itself when notifications are switched on.
 *
 * @param endpoint where its push service takes messages for it; whoever knows it can send some
 * @param key its public key, 65 bytes, in URL-safe base 64
 * @param secret what only the browser and we know, 16 bytes, in URL-safe base 64
 */
record Subscription(URI endpoint, String key, String secret) {
  private static final int LONGEST = 1000;
  private static final int SECRET_BYTES = 16;
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  /** As it was stored. */
  static Subscription of(URI endpoint, byte[] key, byte[] secret) {
    return new Subscription(endpoint, BASE64.encodeToString(key), BASE64.encodeToString(secret));
  }

  /** From a form; refused where it could not work, or leads to nobody whom the settings name. */
  static Subscription parse(String endpoint, String key, String secret, PushSettings allowed) {
    URI address = address(endpoint);
    if (!allowed.allows(address)) {
      throw Failure.invalid("endpoint", "notification.push-service-unknown");
    }
    byte[] secretBytes = bytes(secret);
    byte[] keyBytes = bytes(key);
    if (secretBytes.length != SECRET_BYTES) {
      throw unusable();
    }
    try {
      Point.key(keyBytes);
    } catch (IllegalArgumentException noKey) {
      throw unusable();
    }
    return of(address, keyBytes, secretBytes);
  }

  byte[] keyBytes() {
    return Base64.getUrlDecoder().decode(key);
  }

  byte[] secretBytes() {
    return Base64.getUrlDecoder().decode(secret);
  }

  private static URI address(String text) {
    if (text.length() > LONGEST) {
      throw unusable();
    }
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw unusable();
    }
  }

  private static byte[] bytes(String text) {
    try {
      return Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw unusable();
    }
  }

  private static Failure unusable() {
    return Failure.invalid("endpoint", "notification.push-unusable");
  }

  /** Kept out of logs. */
  @Override
  public String toString() {
    return "Subscription[***]";
  }
}
