package org.talblatt.identity.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.talblatt.platform.OidcProvider;

/** A client's secret that is a signed statement and made anew each time, as Apple wants it. */
record ClientSecret(OidcProvider provider, OidcProvider.SigningKey key) {
  private static final Duration GOOD_FOR = Duration.ofMinutes(5);

  /** The secret, made at this moment. */
  String at(Instant now) {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", key.team());
    claims.put("iat", now.getEpochSecond());
    claims.put("exp", now.plus(GOOD_FOR).getEpochSecond());
    claims.put("aud", provider.issuer().toString());
    claims.put("sub", provider.clientId());
    JWSObject statement =
        new JWSObject(
            new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.id()).build(), new Payload(claims));
    try {
      statement.sign(new ECDSASigner(key.key()));
      return statement.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Kept out of logs. */
  @Override
  public String toString() {
    return "ClientSecret[***]";
  }
}
