package org.talblatt.identity.factor;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;

/** What the device and we share: 160 random bits. Never in a log. */
record TotpSecret(String hex) {
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int BITS_IN_SIGN = 5;
  private static final int SIGN_MASK = 31;
  private static final int BYTE_MASK = 0xff;
  private static final int GROUP = 4;

  static TotpSecret random(SecureRandom random) {
    byte[] bits = new byte[Totp.SECRET_BYTES];
    random.nextBytes(bits);
    return of(bits);
  }

  static TotpSecret of(byte[] bytes) {
    return new TotpSecret(HexFormat.of().formatHex(bytes));
  }

  byte[] bytes() {
    return HexFormat.of().parseHex(hex);
  }

  /** The key as apps take it: base 32 (RFC 4648); 160 bits are 32 signs, none left over. */
  String base32() {
    StringBuilder text = new StringBuilder();
    int held = 0;
    int bits = 0;
    for (byte each : bytes()) {
      held = (held << Byte.SIZE) | (each & BYTE_MASK);
      bits += Byte.SIZE;
      while (bits >= BITS_IN_SIGN) {
        bits -= BITS_IN_SIGN;
        text.append(BASE32.charAt((held >> bits) & SIGN_MASK));
      }
    }
    return text.toString();
  }

  /** The key for people who type it: in groups of four. */
  String readable() {
    return base32().replaceAll("(.{" + GROUP + "})(?!$)", "$1 ");
  }

  /** The address that an app reads from the QR code. */
  String address(String paper, String name) {
    return "otpauth://totp/"
        + encode(paper + ":" + name)
        + "?secret="
        + base32()
        + "&issuer="
        + encode(paper);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** Kept out of logs. */
  @Override
  public String toString() {
    return "TotpSecret[***]";
  }
}
