package org.talblatt.identity.passkey;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.talblatt.base.Failure;

/** A passkey that an authenticator has just made, parsed from what the browser's script sent. */
record NewPasskey(
    Bytes id, Bytes clientData, Bytes attestation, List<AuthenticatorTransport> transports) {
  /** How a browser may reach an authenticator; what is new to us is left out. */
  private static final Set<String> TRANSPORTS =
      Set.of("usb", "nfc", "ble", "smart-card", "hybrid", "internal");

  private static final int LONGEST_ID = 1023;

  /** What the script sends. */
  record Sent(
      @Nullable String id,
      @Nullable String clientData,
      @Nullable String attestation,
      @Nullable List<@Nullable String> transports) {}

  /**
   * As sent: texts in base64url.
   *
   * @throws Failure where one is missing, too long or no base64url
   */
  static NewPasskey parse(Sent sent) {
    List<@Nullable String> transports = sent.transports() == null ? List.of() : sent.transports();
    Bytes id = Shown.bytes(sent.id());
    if (id.getBytes().length > LONGEST_ID) {
      throw Shown.unreadable();
    }
    return new NewPasskey(
        id,
        Shown.bytes(sent.clientData()),
        Shown.bytes(sent.attestation()),
        TRANSPORTS.stream()
            .filter(transports::contains)
            .map(AuthenticatorTransport::valueOf)
            .toList());
  }

  Bytes challenge() {
    return Shown.challenge(clientData);
  }
}
