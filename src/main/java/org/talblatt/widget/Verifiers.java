package org.talblatt.widget;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * By what a token of a site may be checked. A token names an algorithm; it counts only where it is
 * the one that belongs to the site's own key, so neither "none" nor a public key taken for a secret
 * gets anywhere. Keys that a token brings along are never looked at.
 */
final class Verifiers {
  private Verifiers() {}

  static List<JWSVerifier> of(SignOnKey key, JWSHeader header, Instant now) throws JOSEException {
    return switch (key) {
      case SignOnKey.None none -> List.of();
      case SignOnKey.Shared shared -> secrets(shared, header, now);
      case SignOnKey.Public known -> keys(known, header);
    };
  }

  private static List<JWSVerifier> secrets(SignOnKey.Shared shared, JWSHeader header, Instant now)
      throws JOSEException {
    if (!JWSAlgorithm.HS256.equals(header.getAlgorithm())) {
      return List.of();
    }
    List<JWSVerifier> verifiers = new ArrayList<>();
    verifiers.add(new MACVerifier(shared.secret()));
    String former = shared.former();
    Instant until = shared.formerUntil();
    if (former != null && until != null && until.isAfter(now)) {
      verifiers.add(new MACVerifier(former));
    }
    return verifiers;
  }

  private static List<JWSVerifier> keys(SignOnKey.Public known, JWSHeader header)
      throws JOSEException {
    List<JWSVerifier> verifiers = new ArrayList<>();
    for (JWK key : known.keys().getKeys()) {
      boolean named = header.getKeyID() == null || header.getKeyID().equals(key.getKeyID());
      if (named && SignOnKeys.algorithm(key).equals(header.getAlgorithm())) {
        verifiers.add(verifier(key));
      }
    }
    return verifiers;
  }

  private static JWSVerifier verifier(JWK key) throws JOSEException {
    return switch (key) {
      case RSAKey rsa -> new RSASSAVerifier(rsa);
      case ECKey ec -> new ECDSAVerifier(ec);
      case OctetKeyPair pair -> new EdVerifier(pair);
      default -> throw new JOSEException("no key of ours");
    };
  }
}
