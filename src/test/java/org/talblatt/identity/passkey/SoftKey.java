package org.talblatt.identity.passkey;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.cbor.CBORMapper;

/**
 * An authenticator with one passkey (ES256, attestation "none"), made of bytes so that tests can
 * make it lie: another origin, another domain, a locked device, a count that stands still.
 */
final class SoftKey {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final CBORMapper CBOR = CBORMapper.builder().build();
  private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();
  private static final int PRESENT = 0x01;
  private static final int UNLOCKED = 0x04;
  private static final int BACKUP_ELIGIBLE = 0x08;
  private static final int BACKED_UP = 0x10;
  private static final int ATTESTED = 0x40;

  final byte[] id = new byte[32];
  private final KeyPair keys;
  private byte[] handle = new byte[0];
  private String domain = "localhost";
  UUID model = new UUID(0, 0);
  boolean unlocked = true;
  boolean backedUp;
  boolean crossOrigin;
  long count;

  SoftKey(long seed) {
    new java.util.Random(seed).nextBytes(id);
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      keys = generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The same passkey, copied to another device. */
  SoftKey(SoftKey original) {
    System.arraycopy(original.id, 0, id, 0, id.length);
    keys = original.keys;
    handle = original.handle;
    count = original.count;
  }

  /** Keeps it for another domain, as a phishing site would have it. */
  SoftKey of(String otherDomain) {
    domain = otherDomain;
    return this;
  }

  /** Says that the account has this handle. */
  SoftKey as(SoftKey other) {
    handle = other.handle;
    return this;
  }

  String credentialId() {
    return text(id);
  }

  /** What is sent to set it up, in answer to these options. */
  Map<String, Object> made(String options, String origin) {
    JsonNode wanted = JSON.readTree(options);
    handle = Base64.getUrlDecoder().decode(wanted.path("user").path("id").asString());
    byte[] client = client("webauthn.create", wanted.path("challenge").asString(), origin);
    Map<String, Object> attestation = new LinkedHashMap<>();
    attestation.put("fmt", "none");
    attestation.put("attStmt", Map.of());
    attestation.put("authData", join(authenticatorData(ATTESTED), credential()));
    Map<String, Object> sent = new LinkedHashMap<>();
    sent.put("id", text(id));
    sent.put("clientData", text(client));
    sent.put("attestation", text(CBOR.writeValueAsBytes(attestation)));
    sent.put("transports", java.util.List.of("internal", "new-to-us"));
    return sent;
  }

  /** What is sent to log in, in answer to these options; the count rises by one where it counts. */
  Map<String, Object> shown(String options, String origin) {
    String challenge = JSON.readTree(options).path("challenge").asString();
    byte[] client = client("webauthn.get", challenge, origin);
    count += count > 0 ? 1 : 0;
    byte[] data = authenticatorData(0);
    Map<String, Object> sent = new LinkedHashMap<>();
    sent.put("id", text(id));
    sent.put("clientData", text(client));
    sent.put("authenticatorData", text(data));
    sent.put("signature", text(sign(join(data, sha256(client)))));
    sent.put("user", text(handle));
    return sent;
  }

  static String json(Map<String, Object> sent) {
    return JSON.writeValueAsString(sent);
  }

  static String text(byte[] bytes) {
    return URL.encodeToString(bytes);
  }

  private byte[] client(String type, String challenge, String origin) {
    Map<String, Object> client = new LinkedHashMap<>();
    client.put("type", type);
    client.put("challenge", challenge);
    client.put("origin", origin);
    client.put("crossOrigin", crossOrigin);
    return JSON.writeValueAsBytes(client);
  }

  private byte[] authenticatorData(int further) {
    int flags = PRESENT | BACKUP_ELIGIBLE | further;
    flags |= unlocked ? UNLOCKED : 0;
    flags |= backedUp ? BACKED_UP : 0;
    return ByteBuffer.allocate(37)
        .put(sha256(domain.getBytes(StandardCharsets.UTF_8)))
        .put((byte) flags)
        .putInt((int) count)
        .array();
  }

  private byte[] credential() {
    ECPublicKey key = (ECPublicKey) keys.getPublic();
    Map<Integer, Object> cose = new LinkedHashMap<>();
    cose.put(1, 2);
    cose.put(3, -7);
    cose.put(-1, 1);
    cose.put(-2, fixed(key.getW().getAffineX().toByteArray()));
    cose.put(-3, fixed(key.getW().getAffineY().toByteArray()));
    ByteBuffer head =
        ByteBuffer.allocate(18 + id.length)
            .putLong(model.getMostSignificantBits())
            .putLong(model.getLeastSignificantBits())
            .putShort((short) id.length)
            .put(id);
    return join(head.array(), coseBytes(cose));
  }

  /** CBOR maps with numbers for keys, which the mapper writes as texts. */
  private static byte[] coseBytes(Map<Integer, Object> cose) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(0xA0 | cose.size());
    cose.forEach(
        (key, value) -> {
          out.writeBytes(CBOR.writeValueAsBytes(key));
          out.writeBytes(CBOR.writeValueAsBytes(value));
        });
    return out.toByteArray();
  }

  private byte[] sign(byte[] bytes) {
    try {
      Signature signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(keys.getPrivate());
      signature.update(bytes);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] fixed(byte[] number) {
    byte[] fixed = new byte[32];
    byte[] tail = Arrays.copyOfRange(number, Math.max(0, number.length - 32), number.length);
    System.arraycopy(tail, 0, fixed, 32 - tail.length, tail.length);
    return fixed;
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] join(byte[] one, byte[] two) {
    return ByteBuffer.allocate(one.length + two.length).put(one).put(two).array();
  }
}
