package org.talblatt.notification.push;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.talblatt.platform.Settings;

/**
 * The paper's own key pair, by which push services know that a message comes from whom the browser
 * trusts (VAPID, RFC 8292). Made when the first device is switched on; kept in the database like
 * the paper's other secrets, the same for all nodes.
 */
@Component
class PaperKeys {
  /** Services refuse more than a day; short, as a service could use it towards itself. */
  private static final Duration GOOD_FOR = Duration.ofHours(2);

  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final JdbcClient db;
  private final SecureRandom random;
  private final Settings settings;
  private volatile @Nullable Pair kept;

  PaperKeys(JdbcClient db, SecureRandom random, Settings settings) {
    this.db = db;
    this.random = random;
    this.settings = settings;
  }

  /** The public key in URL-safe base 64, as browsers and services take it. */
  private record Pair(ECPrivateKey privateKey, String publicKey) {
    /** Kept out of logs. */
    @Override
    public String toString() {
      return "Pair[***]";
    }
  }

  /** The public key in URL-safe base 64; made where there is none yet. */
  @Transactional
  public String publicKey() {
    return find().orElseGet(this::make).publicKey();
  }

  /** The value of {@code Authorization} for a service. */
  String authorization(URI endpoint, Instant now) {
    Pair pair = find().orElseThrow();
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("aud", endpoint.getScheme() + "://" + endpoint.getRawAuthority());
    claims.put("exp", now.plus(GOOD_FOR).getEpochSecond());
    claims.put("sub", contact());
    JWSObject statement =
        new JWSObject(
            new JWSHeader.Builder(JWSAlgorithm.ES256).type(JOSEObjectType.JWT).build(),
            new Payload(claims));
    try {
      statement.sign(new ECDSASigner(pair.privateKey()));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    return "vapid t=" + statement.serialize() + ", k=" + pair.publicKey();
  }

  /** Whom a service can turn to; some refuse whoever says nothing. */
  private String contact() {
    return settings.links().secure() ? settings.url().toString() : "mailto:" + settings.mailFrom();
  }

  private Optional<Pair> find() {
    Pair known = kept;
    if (known != null) {
      return Optional.of(known);
    }
    Optional<Pair> found =
        db.sql("select private_key, public_key from push_key")
            .query((row, n) -> pair(row))
            .optional();
    found.ifPresent(pair -> kept = pair);
    return found;
  }

  /** Of two nodes that make one at the same time both go on with the first. */
  private Pair make() {
    try {
      KeyPairGenerator keys = KeyPairGenerator.getInstance("EC");
      keys.initialize(new ECGenParameterSpec(Point.CURVE), random);
      KeyPair pair = keys.generateKeyPair();
      db.sql("insert into push_key (private_key, public_key) values (?, ?) on conflict do nothing")
          .params(pair.getPrivate().getEncoded(), Point.bytes((ECPublicKey) pair.getPublic()))
          .update();
    } catch (GeneralSecurityException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
    return db.sql("select private_key, public_key from push_key")
        .query((row, n) -> pair(row))
        .single();
  }

  private static Pair pair(ResultSet row) throws SQLException {
    return new Pair(privateKey(row.getBytes(1)), BASE64.encodeToString(row.getBytes(2)));
  }

  private static ECPrivateKey privateKey(byte[] encoded) {
    try {
      return (ECPrivateKey)
          KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(encoded));
    } catch (GeneralSecurityException e) {
      // the cause may quote the key
      throw new IllegalStateException("the key in push_key can't be read");
    }
  }
}
