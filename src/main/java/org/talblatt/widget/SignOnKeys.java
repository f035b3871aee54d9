package org.talblatt.widget;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.text.ParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.talblatt.base.Failure;

/**
 * Public keys as a site's makers paste them: a JWK, a JWK set, or PEM. Private ones are refused.
 */
final class SignOnKeys {
  private static final int LONGEST = 20_000;
  private static final int MOST = 5;
  private static final int LEAST_RSA_BITS = 2_048;
  private static final Pattern PEM =
      Pattern.compile("-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\\s]+)-----END PUBLIC KEY-----");

  private SignOnKeys() {}

  /**
   * The keys in a text.
   *
   * @throws Failure where there is none, one too weak or of another kind, or a private one
   */
  static JWKSet parse(String typed) {
    if (typed.length() > LONGEST) {
      throw wrong();
    }
    List<JWK> keys;
    try {
      keys = keys(typed.strip());
    } catch (ParseException | RuntimeException unreadable) {
      throw wrong();
    }
    if (keys.isEmpty() || keys.size() > MOST) {
      throw wrong();
    }
    keys.forEach(SignOnKeys::check);
    return new JWKSet(keys);
  }

  /** What the site has on file. */
  static JWKSet stored(String keys) {
    try {
      return JWKSet.parse(keys);
    } catch (ParseException broken) {
      throw new IllegalStateException("keys on file can't be read", broken);
    }
  }

  /** Their algorithms, in a word each. */
  static String described(JWKSet keys) {
    return keys.getKeys().stream()
        .map(key -> algorithm(key).getName())
        .distinct()
        .collect(Collectors.joining(", "));
  }

  /** The one algorithm that belongs to a key. */
  static JWSAlgorithm algorithm(JWK key) {
    return switch (key) {
      case RSAKey rsa -> JWSAlgorithm.RS256;
      case ECKey ec -> JWSAlgorithm.ES256;
      default -> JWSAlgorithm.EdDSA;
    };
  }

  private static List<JWK> keys(String typed) throws ParseException {
    if (typed.startsWith("{")) {
      return typed.contains("\"keys\"") ? JWKSet.parse(typed).getKeys() : List.of(JWK.parse(typed));
    }
    Matcher pem = PEM.matcher(typed);
    if (typed.contains("PRIVATE") || !pem.find()) {
      throw wrong();
    }
    return List.of(key(Base64.getMimeDecoder().decode(pem.group(1))));
  }

  private static JWK key(byte[] encoded) {
    byte[] prefix = EdVerifier.PREFIX;
    if (encoded.length > prefix.length
        && Arrays.equals(encoded, 0, prefix.length, prefix, 0, prefix.length)) {
      byte[] raw = Arrays.copyOfRange(encoded, prefix.length, encoded.length);
      return new OctetKeyPair.Builder(Curve.Ed25519, Base64URL.encode(raw)).build();
    }
    return key(encoded, "RSA").or(() -> key(encoded, "EC")).orElseThrow(SignOnKeys::wrong);
  }

  /** The key, where it is of this kind. */
  private static Optional<JWK> key(byte[] encoded, String kind) {
    try {
      return switch (KeyFactory.getInstance(kind).generatePublic(new X509EncodedKeySpec(encoded))) {
        case RSAPublicKey rsa -> Optional.of(new RSAKey.Builder(rsa).build());
        case ECPublicKey ec ->
            Optional.of(new ECKey.Builder(Curve.forECParameterSpec(ec.getParams()), ec).build());
        default -> Optional.empty();
      };
    } catch (InvalidKeySpecException another) {
      return Optional.empty();
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  private static void check(JWK key) {
    boolean good =
        switch (key) {
          case RSAKey rsa -> rsa.size() >= LEAST_RSA_BITS;
          case ECKey ec -> ec.getCurve().equals(Curve.P_256);
          case OctetKeyPair pair -> pair.getCurve().equals(Curve.Ed25519);
          default -> false;
        };
    if (!good || key.isPrivate()) {
      throw wrong();
    }
  }

  private static Failure wrong() {
    return Failure.invalid("keys", "widget.keys-wrong");
  }
}
