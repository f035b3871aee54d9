package org.talblatt.widget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.talblatt.base.Failure;
import org.talblatt.platform.SettingValues;

/** What a site's token has to be, and what those who forge one try. */
class SignOnTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final String SHARED = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFG";
  private static final byte[] SECRET = SHARED.getBytes(StandardCharsets.US_ASCII);
  private static final String PAPER = "https://talblatt.example";

  private final SignOn signOn =
      new SignOn(SettingValues.of(Map.of("url", PAPER), false), Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void aGoodTokenSaysWhoReads() throws JOSEException {
    Map<String, Object> claims = claims();
    claims.put("email", "anna@example.org");
    SignOn.Vouched who = signOn.read(site(shared()), signed(claims));
    assertThat(who.subject()).isEqualTo("17");
    assertThat(who.name()).isEqualTo("Anna");
    assertThat(who.email()).as("not said to be proved").isEmpty();
    claims.put("email_verified", true);
    assertThat(signOn.read(site(shared()), signed(claims)).email()).isPresent();
  }

  @Test
  void eachPartOfAPageIsSignedForItself() throws JOSEException {
    Map<String, Object> claims = claims();
    claims.put("headline", "Für alles");
    assertThat(page(claims)).as("a title of no page").isEqualTo(SignedPage.NONE);
    claims.put("page", "https://b.example/a");
    assertThat(page(claims)).isEqualTo(new SignedPage("https://b.example/a", null, "Für alles"));
    claims.put("key", "7");
    claims.put("headline", " ");
    assertThat(page(claims).parts()).isEqualTo(new Pass.Signed(true, false));
    claims.remove("page");
    claims.put("headline", "Titel");
    assertThat(page(claims).parts()).isEqualTo(new Pass.Signed(false, true));
  }

  private SignedPage page(Map<String, Object> claims) throws JOSEException {
    return signOn.read(site(shared()), signed(claims)).page();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "iss=other",
        "aud=https://other.example",
        "exp=-31",
        "exp=700",
        "iat=90",
        "nbf=90",
        "sub=",
        "jti=",
        "iss=",
        "exp=",
        "iat=",
        "aud=",
        "name=\u0000",
        "name=a\u0000b"
      })
  void aWrongOrMissingClaimIsRefused(String change) throws JOSEException {
    Map<String, Object> claims = claims();
    String name = change.substring(0, change.indexOf('='));
    String value = change.substring(name.length() + 1);
    if (value.isEmpty()) {
      claims.remove(name);
    } else if (value.matches("-?[0-9]+")) {
      claims.put(name, NOW.plusSeconds(Long.parseLong(value)).getEpochSecond());
    } else {
      claims.put(name, value);
    }
    refused(site(shared()), signed(claims));
  }

  @Test
  void whoSignsWithNothingOrSomethingElseIsRefused() throws JOSEException {
    Site site = site(shared());
    String good = signed(claims());
    String payload = good.split("\\.")[1];
    String none = encode("{\"alg\":\"none\"}");
    for (String forged :
        List.of(
            none + "." + payload + ".",
            none + "." + payload + "." + good.split("\\.")[2],
            good.substring(0, good.lastIndexOf('.') + 1),
            good.split("\\.")[0] + "." + encode("{\"sub\":\"1\"}") + "." + good.split("\\.")[2],
            signedBy(Arrays.copyOf(SECRET, 42), JWSAlgorithm.HS256),
            signedBy(SECRET.clone(), JWSAlgorithm.HS256, "HS384"),
            "",
            "a.b.c",
            "x".repeat(5_000),
            "....")) {
      refused(site, forged);
    }
    refused(site(new SignOnKey.None()), good);
    assertThat(signOn.read(site, good).subject()).isEqualTo("17");
  }

  @Test
  void aPublicKeyTakenForASecretOpensNothing() throws Exception {
    RSAKey rsa = new RSAKeyGenerator(2048).keyID("a").generate();
    Site site = site(new SignOnKey.Public(new JWKSet(rsa.toPublicJWK())));
    String pem =
        "-----BEGIN PUBLIC KEY-----\n"
            + Base64.getMimeEncoder().encodeToString(rsa.toPublicKey().getEncoded())
            + "\n-----END PUBLIC KEY-----";
    for (byte[] confused :
        List.of(
            pem.getBytes(StandardCharsets.US_ASCII),
            rsa.toPublicKey().getEncoded(),
            rsa.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8))) {
      refused(site, signedBy(confused, JWSAlgorithm.HS256));
    }
    String good = sign(new RSASSASigner(rsa), new JWSHeader.Builder(JWSAlgorithm.RS256));
    assertThat(signOn.read(site, good).subject()).isEqualTo("17");
    // a key that the token brings along is nobody's
    RSAKey own = new RSAKeyGenerator(2048).generate();
    refused(
        site,
        sign(
            new RSASSASigner(own),
            new JWSHeader.Builder(JWSAlgorithm.RS256).jwk(own.toPublicJWK())));
    refused(site, sign(new RSASSASigner(rsa), new JWSHeader.Builder(JWSAlgorithm.RS512)));
  }

  @Test
  void ellipticKeysSignToo() throws Exception {
    ECKey ec = new ECKeyGenerator(Curve.P_256).keyID("e").generate();
    KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    byte[] encoded = pair.getPublic().getEncoded();
    JWK edwards =
        new OctetKeyPair.Builder(
                Curve.Ed25519,
                Base64URL.encode(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length)))
            .build();
    Site site = site(new SignOnKey.Public(new JWKSet(List.of(ec.toPublicJWK(), edwards))));
    String good = sign(new ECDSASigner(ec), new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("e"));
    assertThat(signOn.read(site, good).subject()).isEqualTo("17");
    assertThat(signOn.read(site, edwards(pair)).subject()).isEqualTo("17");
    refused(site, edwards(KeyPairGenerator.getInstance("Ed25519").generateKeyPair()));
    refused(
        site,
        sign(
            new ECDSASigner(new ECKeyGenerator(Curve.P_256).generate()),
            new JWSHeader.Builder(JWSAlgorithm.ES256)));
  }

  @Test
  void keysArePastedInTheirUsualForms() throws Exception {
    RSAKey rsa = new RSAKeyGenerator(2048).generate();
    ECKey ec = new ECKeyGenerator(Curve.P_256).generate();
    KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    for (java.security.PublicKey key :
        List.of(rsa.toPublicKey(), ec.toPublicKey(), pair.getPublic())) {
      String pem =
          "-----BEGIN PUBLIC KEY-----\n"
              + Base64.getMimeEncoder().encodeToString(key.getEncoded())
              + "\n-----END PUBLIC KEY-----\n";
      assertThat(SignOnKeys.parse(pem).getKeys()).hasSize(1);
    }
    assertThat(SignOnKeys.parse(rsa.toPublicJWK().toJSONString()).getKeys()).hasSize(1);
    assertThat(
            SignOnKeys.parse(
                    new JWKSet(List.of(rsa.toPublicJWK(), ec.toPublicJWK())).toString(true))
                .getKeys())
        .hasSize(2);
    for (String wrong :
        List.of(
            "",
            "{}",
            "hallo",
            "{\"keys\":[]}",
            rsa.toJSONString(),
            new RSAKeyGenerator(1024, true).generate().toPublicJWK().toJSONString(),
            new ECKeyGenerator(Curve.P_384).generate().toPublicJWK().toJSONString(),
            "x".repeat(30_000))) {
      assertThatThrownBy(() -> SignOnKeys.parse(wrong)).as(wrong).isInstanceOf(Failure.class);
    }
  }

  @Test
  void theSecretBeforeIsGoodForItsDayOnly() throws JOSEException {
    String fresh = "zyxwvutsrqponmlkjihgfedcba9876543210ABCDEFG";
    String old = signed(claims());
    assertThat(
            signOn
                .read(site(new SignOnKey.Shared(fresh, SHARED, NOW.plusSeconds(60))), old)
                .subject())
        .isEqualTo("17");
    refused(site(new SignOnKey.Shared(fresh, SHARED, NOW)), old);
    refused(site(new SignOnKey.Shared(fresh, null, null)), old);
  }

  private void refused(Site site, String token) {
    assertThatThrownBy(() -> signOn.read(site, token))
        .as(token)
        .isInstanceOfSatisfying(
            Failure.class, failure -> assertThat(failure.kind()).isEqualTo(Failure.Kind.FORBIDDEN));
  }

  private static SignOnKey shared() {
    return new SignOnKey.Shared(SHARED, null, null);
  }

  private static Site site(SignOnKey key) {
    return new Site(
        "bergblick", "Bergblick", List.of("https://b.example"), "politik", List.of(), false, key);
  }

  private static Map<String, Object> claims() {
    Map<String, Object> claims = new HashMap<>();
    claims.put("iss", "bergblick");
    claims.put("aud", PAPER);
    claims.put("sub", "17");
    claims.put("name", "Anna");
    claims.put("jti", "once");
    claims.put("iat", NOW.getEpochSecond());
    claims.put("exp", NOW.plusSeconds(300).getEpochSecond());
    return claims;
  }

  private static String signed(Map<String, Object> claims) throws JOSEException {
    JWSObject token = new JWSObject(new JWSHeader(JWSAlgorithm.HS256), new Payload(claims));
    token.sign(new MACSigner(SECRET));
    return token.serialize();
  }

  private static String signedBy(byte[] secret, JWSAlgorithm algorithm) throws JOSEException {
    return sign(new MACSigner(secret), new JWSHeader.Builder(algorithm));
  }

  /** Signed in one way, said to be in another. */
  private static String signedBy(byte[] secret, JWSAlgorithm algorithm, String said)
      throws JOSEException {
    String[] parts = signedBy(secret, algorithm).split("\\.");
    return encode("{\"alg\":\"" + said + "\"}") + "." + parts[1] + "." + parts[2];
  }

  private static String sign(JWSSigner signer, JWSHeader.Builder header) throws JOSEException {
    JWSObject token = new JWSObject(header.build(), new Payload(claims()));
    token.sign(signer);
    return token.serialize();
  }

  private static String edwards(KeyPair pair) throws GeneralSecurityException {
    String input = encode("{\"alg\":\"EdDSA\"}") + "." + new Payload(claims()).toBase64URL();
    Signature signature = Signature.getInstance("Ed25519");
    signature.initSign(pair.getPrivate());
    signature.update(input.getBytes(StandardCharsets.US_ASCII));
    return input + "." + Base64URL.encode(signature.sign());
  }

  private static String encode(String text) {
    return Base64URL.encode(text).toString();
  }
}
