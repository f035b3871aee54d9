package org.talblatt.widget;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.jca.JCAContext;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;

/** Ed25519 by Java itself; the JWT library would want another library for it. */
final class EdVerifier implements JWSVerifier {
  /** What stands before an Ed25519 key's 32 bytes in X.509's form (RFC 8410). */
  static final byte[] PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

  private final PublicKey key;
  private final JCAContext context = new JCAContext();

  EdVerifier(OctetKeyPair pair) throws JOSEException {
    try {
      byte[] raw = pair.getDecodedX();
      byte[] encoded = Arrays.copyOf(PREFIX, PREFIX.length + raw.length);
      System.arraycopy(raw, 0, encoded, PREFIX.length, raw.length);
      this.key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    } catch (GeneralSecurityException noKey) {
      throw new JOSEException("not an Ed25519 key", noKey);
    }
  }

  @Override
  public boolean verify(JWSHeader header, byte[] input, Base64URL signature) throws JOSEException {
    // what a token declares critical we would have to understand
    if (header.getCriticalParams() != null && !header.getCriticalParams().isEmpty()) {
      return false;
    }
    try {
      Signature check = Signature.getInstance("Ed25519");
      check.initVerify(key);
      check.update(input);
      return check.verify(signature.decode());
    } catch (SignatureException malformed) {
      return false;
    } catch (GeneralSecurityException everyJavaHasIt) {
      throw new JOSEException(everyJavaHasIt.getMessage(), everyJavaHasIt);
    }
  }

  @Override
  public Set<JWSAlgorithm> supportedJWSAlgorithms() {
    return Set.of(JWSAlgorithm.EdDSA);
  }

  @Override
  public JCAContext getJCAContext() {
    return context;
  }
}
