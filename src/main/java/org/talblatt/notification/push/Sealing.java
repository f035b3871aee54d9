package org.talblatt.notification.push;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes a text readable for one browser only: RFC 8291 in the form {@code aes128gcm} of RFC 8188,
 * one record. Key and salt are new for each message.
 */
final class Sealing {
  static final String CODING = "aes128gcm";

  /** Every service takes 4,096 bytes in all; a record says its own size. */
  private static final int RECORD = 4096;

  private static final int SALT = 16;
  private static final int KEY = 16;
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final int SHARED = 32;

  /** Ends the text of the last record; padding follows. */
  private static final byte LAST = 2;

  /** Lengths in steps, so that the service can't tell an answer from a pin by its length. */
  private static final int STEP = 256;

  private Sealing() {}

  /**
   * The body for the push service.
   *
   * @param receiver the browser's public key
   * @param secret what only the browser and we know
   */
  static byte[] seal(byte[] text, ECPublicKey receiver, byte[] secret, SecureRandom random) {
    try {
      KeyPairGenerator keys = KeyPairGenerator.getInstance("EC");
      keys.initialize(new ECGenParameterSpec(Point.CURVE), random);
      byte[] salt = new byte[SALT];
      random.nextBytes(salt);
      int padded = (text.length / STEP + 1) * STEP;
      return seal(
          Arrays.copyOf(delimited(text), padded), receiver, secret, keys.generateKeyPair(), salt);
    } catch (GeneralSecurityException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  static byte[] delimited(byte[] text) {
    byte[] delimited = Arrays.copyOf(text, text.length + 1);
    delimited[text.length] = LAST;
    return delimited;
  }

  /** The same with a known key and salt: the example of RFC 8291 is a test. */
  static byte[] seal(byte[] record, ECPublicKey receiver, byte[] secret, KeyPair own, byte[] salt)
      throws GeneralSecurityException {
    byte[] ownPoint = Point.bytes((ECPublicKey) own.getPublic());
    KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
    agreement.init(own.getPrivate());
    agreement.doPhase(receiver, true);
    byte[] info = join("WebPush: info\0".getBytes(US_ASCII), Point.bytes(receiver), ownPoint);
    byte[] shared = derive(agreement.generateSecret(), secret, info, SHARED);
    byte[] key = derive(shared, salt, "Content-Encoding: aes128gcm\0".getBytes(US_ASCII), KEY);
    byte[] nonce = derive(shared, salt, "Content-Encoding: nonce\0".getBytes(US_ASCII), NONCE);
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    byte[] header =
        ByteBuffer.allocate(SALT + Integer.BYTES + 1)
            .put(salt)
            .putInt(RECORD)
            .put((byte) ownPoint.length)
            .array();
    return join(header, ownPoint, cipher.doFinal(record));
  }

  private static byte[] derive(byte[] from, byte[] salt, byte[] info, int length)
      throws GeneralSecurityException {
    return KDF.getInstance("HKDF-SHA256")
        .deriveData(
            HKDFParameterSpec.ofExtract().addIKM(from).addSalt(salt).thenExpand(info, length));
  }

  private static byte[] join(byte[]... parts) {
    ByteBuffer joined =
        ByteBuffer.allocate(Arrays.stream(parts).mapToInt(part -> part.length).sum());
    for (byte[] part : parts) {
      joined.put(part);
    }
    return joined.array();
  }
}
