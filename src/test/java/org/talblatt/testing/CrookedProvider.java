package org.talblatt.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A provider on this machine whose tokens and descriptions are as wrong as a test wants them. */
public final class CrookedProvider implements AutoCloseable {
  private final RSAKey key = key();
  private final RSAKey stolen = key();
  private final HttpServer server;
  private volatile UnaryOperator<Map<String, Object>> claims = UnaryOperator.identity();
  private volatile String description = "";
  private volatile boolean signed = true;
  private volatile boolean signedByOther;
  private volatile String nonce = "";

  public CrookedProvider() throws IOException {
    server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
    server.createContext(
        "/.well-known/openid-configuration",
        exchange -> answer(exchange, description.isEmpty() ? description() : description));
    server.createContext(
        "/jwks", exchange -> answer(exchange, new JWKSet(key.toPublicJWK()).toString()));
    server.createContext("/token", exchange -> answer(exchange, token()));
    server.start();
  }

  /** Where it is. */
  public String issuer() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /** What it says about itself from now on; empty for the truth. */
  public void describes(String text) {
    description = text;
  }

  /** What its tokens say from now on. */
  public void claims(UnaryOperator<Map<String, Object>> change) {
    claims = change;
    signed = true;
    signedByOther = false;
  }

  /** Its tokens are signed by nobody. */
  public void unsigned() {
    claims(UnaryOperator.identity());
    signed = false;
  }

  /** Its tokens are signed by somebody else. */
  public void forged() {
    claims(UnaryOperator.identity());
    signedByOther = true;
  }

  /** Says yes to what a browser asks; the query that it brings back. */
  public Map<String, String> consent(URI page) {
    Map<String, String> asked =
        Stream.of(page.getRawQuery().split("&"))
            .map(pair -> pair.split("=", 2))
            .collect(
                Collectors.toMap(
                    pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    nonce = asked.getOrDefault("nonce", "");
    return Map.of("state", asked.getOrDefault("state", ""), "code", "gut");
  }

  @Override
  public void close() {
    server.stop(0);
  }

  /** The truth. */
  public String description() {
    return """
    {"issuer": "%1$s", "authorization_endpoint": "%1$s/ja", "token_endpoint": "%1$s/token",
     "jwks_uri": "%1$s/jwks", "response_types_supported": ["code"],
     "subject_types_supported": ["public"], "id_token_signing_alg_values_supported": ["RS256"]}
    """
        .formatted(issuer());
  }

  private String token() {
    Instant now = Clock.systemUTC().instant();
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("iss", issuer());
    said.put("sub", "jemand");
    said.put("aud", "talblatt");
    said.put("iat", now.getEpochSecond());
    said.put("exp", now.plusSeconds(300).getEpochSecond());
    said.put("nonce", nonce);
    try {
      JWTClaimsSet all = JWTClaimsSet.parse(claims.apply(said));
      String token = signed ? sign(all) : new PlainJWT(all).serialize();
      return """
      {"access_token": "a", "token_type": "Bearer", "expires_in": 300, "id_token": "%s"}
      """
          .formatted(token);
    } catch (java.text.ParseException | JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private String sign(JWTClaimsSet all) throws JOSEException {
    SignedJWT token =
        new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), all);
    token.sign(new RSASSASigner(signedByOther ? stolen : key));
    return token.serialize();
  }

  private static RSAKey key() {
    try {
      return new RSAKeyGenerator(2048).keyID("k").generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void answer(HttpExchange exchange, String json) throws IOException {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
