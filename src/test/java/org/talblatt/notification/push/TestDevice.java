package org.talblatt.notification.push;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** A browser, as far as push services and papers see it: it can read what is sent to it. */
record TestDevice(URI endpoint, KeyPair keys, String auth) {
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  static TestDevice at(String service) throws GeneralSecurityException {
    SecureRandom random = new SecureRandom();
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec(Point.CURVE));
    byte[] bits = new byte[16];
    random.nextBytes(bits);
    return new TestDevice(
        URI.create(service + "/geheim-" + HexFormat.of().formatHex(bits)),
        generator.generateKeyPair(),
        BASE64.encodeToString(bits));
  }

  /** The form that the browser sends. */
  String[] form() {
    return new String[] {"endpoint", endpoint.toString(), "p256dh", p256dh(), "auth", auth};
  }

  byte[] secret() {
    return Base64.getUrlDecoder().decode(auth);
  }

  String p256dh() {
    return BASE64.encodeToString(Point.bytes((ECPublicKey) keys.getPublic()));
  }

  /** Reads a message (RFC 8291), by other means than those that sealed it. */
  String open(byte[] body) throws GeneralSecurityException {
    ByteBuffer in = ByteBuffer.wrap(body);
    byte[] salt = take(in, 16);
    in.getInt();
    byte[] sender = take(in, in.get());
    byte[] sealed = take(in, in.remaining());
    KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
    agreement.init(keys.getPrivate());
    agreement.doPhase(Point.key(sender), true);
    byte[] own = Point.bytes((ECPublicKey) keys.getPublic());
    byte[] info =
        ByteBuffer.allocate(14 + 2 * Point.BYTES)
            .put("WebPush: info\0".getBytes(UTF_8))
            .put(own)
            .put(sender)
            .array();
    byte[] shared = expand(mac(secret(), agreement.generateSecret()), info, 32);
    byte[] extracted = mac(salt, shared);
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        Cipher.DECRYPT_MODE,
        new SecretKeySpec(
            expand(extracted, "Content-Encoding: aes128gcm\0".getBytes(UTF_8), 16), "AES"),
        new GCMParameterSpec(
            128, expand(extracted, "Content-Encoding: nonce\0".getBytes(UTF_8), 12)));
    byte[] padded = cipher.doFinal(sealed);
    int end = padded.length;
    while (padded[end - 1] == 0) {
      end--;
    }
    return new String(padded, 0, end - 1, UTF_8);
  }

  private static byte[] expand(byte[] key, byte[] info, int length)
      throws GeneralSecurityException {
    byte[] once = Arrays.copyOf(info, info.length + 1);
    once[info.length] = 1;
    return Arrays.copyOf(mac(key, once), length);
  }

  private static byte[] mac(byte[] key, byte[] data) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(data);
  }

  private static byte[] take(ByteBuffer from, int length) {
    byte[] bytes = new byte[length];
    from.get(bytes);
    return bytes;
  }
}
