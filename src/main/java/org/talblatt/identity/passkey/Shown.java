package org.talblatt.identity.passkey;

import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.talblatt.base.Failure;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A passkey that a browser shows, parsed from what its script sent.
 *
 * @param user what the authenticator knows the account by
 */
record Shown(Bytes id, Bytes clientData, Bytes authenticatorData, Bytes signature, Bytes user) {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int LONGEST = 24_000;

  /**
   * As sent: texts in base64url.
   *
   * @throws Failure where one is missing, too long or no base64url
   */
  static Shown parse(Sent sent) {
    return new Shown(
        bytes(sent.id()),
        bytes(sent.clientData()),
        bytes(sent.authenticatorData()),
        bytes(sent.signature()),
        bytes(sent.user()));
  }

  /** What the script sends to log in or to confirm. */
  record Sent(
      @Nullable String id,
      @Nullable String clientData,
      @Nullable String authenticatorData,
      @Nullable String signature,
      @Nullable String user,
      @Nullable String text,
      @Nullable String zurueck) {}

  /** The question that was answered, as the browser says; who asked it is another matter. */
  Bytes challenge() {
    return challenge(clientData);
  }

  static Bytes challenge(Bytes clientData) {
    try {
      return bytes(JSON.readTree(clientData.getBytes()).path("challenge").asString(""));
    } catch (JacksonException noJson) {
      throw unreadable();
    }
  }

  static Bytes bytes(@Nullable String text) {
    if (text == null || text.isEmpty() || text.length() > LONGEST) {
      throw unreadable();
    }
    try {
      return new Bytes(Base64.getUrlDecoder().decode(text));
    } catch (IllegalArgumentException noBase64) {
      throw unreadable();
    }
  }

  static Failure unreadable() {
    return Failure.of(Failure.Kind.INVALID, "passkey.unreadable");
  }
}
