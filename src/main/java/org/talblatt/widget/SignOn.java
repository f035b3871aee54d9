package org.talblatt.widget;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSVerifier;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talblatt.base.Failure;
import org.talblatt.platform.Settings;
import org.talblatt.platform.mail.MailAddress;
import org.talblatt.platform.text.Storable;

/**
 * Reads the signed tokens (JWT, RFC 7519) by which a site says who reads there. The key decides the
 * algorithm, never the token; a token is short-lived and good once.
 */
@Component
class SignOn {
  private static final Duration LONGEST_LIFE = Duration.ofMinutes(10);

  /** How far the two clocks may differ. */
  private static final Duration SKEW = Duration.ofSeconds(30);

  private static final int LONGEST_TOKEN = 4_000;
  private static final int LONGEST_SUBJECT = 255;
  private static final int LONGEST_TEXT = 600;

  private final Clock clock;
  private final String audience;

  SignOn(Settings settings, Clock clock) {
    this.clock = clock;
    this.audience = settings.links().absolute("/").replaceFirst("/$", "");
  }

  /**
   * Whom a site vouches for.
   *
   * @param id the token's own, to be used once
   * @param email where the site has made sure that it is theirs
   * @param page where they are, as far as the site signed it
   */
  record Vouched(
      String id,
      Instant until,
      String subject,
      String name,
      Optional<MailAddress> email,
      SignedPage page) {
    /** Kept out of logs. */
    @Override
    public String toString() {
      return "Vouched[***]";
    }
  }

  /** What a site's tokens have to name as their audience. */
  String audience() {
    return audience;
  }

  /**
   * Whom this token vouches for; whether it was used before is the caller's question.
   *
   * @throws Failure FORBIDDEN, saying to the site's makers what is wrong with it
   */
  Vouched read(Site site, String token) {
    if (token.length() > LONGEST_TOKEN) {
      throw refused("unreadable");
    }
    Map<String, Object> claims;
    try {
      JWSObject signed = JWSObject.parse(token);
      if (!verified(site, signed)) {
        throw refused("signature");
      }
      claims = signed.getPayload().toJSONObject();
    } catch (ParseException | JOSEException unreadable) {
      throw refused("unreadable");
    }
    if (claims == null) {
      throw refused("unreadable");
    }
    return vouched(site, claims);
  }

  private boolean verified(Site site, JWSObject signed) throws JOSEException {
    for (JWSVerifier verifier : Verifiers.of(site.signOn(), signed.getHeader(), clock.instant())) {
      if (signed.verify(verifier)) {
        return true;
      }
    }
    return false;
  }

  private Vouched vouched(Site site, Map<String, Object> claims) {
    if (!site.slug().equals(claims.get("iss"))) {
      throw refused("issuer");
    }
    if (!addressed(claims.get("aud"))) {
      throw refused("audience");
    }
    Instant until = inTime(claims);
    Optional<MailAddress> email =
        Boolean.TRUE.equals(claims.get("email_verified"))
            ? Optional.ofNullable(text(claims, "email", LONGEST_TEXT)).flatMap(MailAddress::parse)
            : Optional.empty();
    return new Vouched(
        needed(claims, "jti"),
        until,
        needed(claims, "sub"),
        Objects.requireNonNullElse(text(claims, "name", LONGEST_TEXT), ""),
        email,
        SignedPage.of(
            text(claims, "page", LONGEST_TEXT),
            text(claims, "key", LONGEST_TEXT),
            text(claims, "headline", LONGEST_TEXT)));
  }

  private boolean addressed(@Nullable Object audiences) {
    return audience.equals(audiences)
        || (audiences instanceof List<?> several && several.contains(audience));
  }

  private Instant inTime(Map<String, Object> claims) {
    Instant now = clock.instant();
    Instant from = moment(claims, "iat");
    Instant until = moment(claims, "exp");
    if (from.isAfter(now.plus(SKEW)) || !until.isAfter(now.minus(SKEW))) {
      throw refused("expired");
    }
    if (claims.containsKey("nbf") && moment(claims, "nbf").isAfter(now.plus(SKEW))) {
      throw refused("expired");
    }
    if (until.isAfter(from.plus(LONGEST_LIFE))) {
      throw refused("long");
    }
    return until;
  }

  private static Instant moment(Map<String, Object> claims, String name) {
    if (claims.get(name) instanceof Number seconds
        && Math.abs(seconds.doubleValue()) < Integer.MAX_VALUE * 2.0) {
      return Instant.ofEpochSecond(seconds.longValue());
    }
    throw refused("claims", name);
  }

  private static String needed(Map<String, Object> claims, String name) {
    String value = text(claims, name, LONGEST_SUBJECT);
    if (value == null || value.isBlank()) {
      throw refused("claims", name);
    }
    return value;
  }

  /** Null where there is none; what no database can hold is refused. */
  private static @Nullable String text(Map<String, Object> claims, String name, int longest) {
    Object value = claims.get(name);
    if (value == null) {
      return null;
    }
    if (!(value instanceof String text) || text.length() > longest || !Storable.is(text)) {
      throw refused("claims", name);
    }
    return text;
  }

  private static Failure refused(String why, Object... arguments) {
    return Failure.of(Failure.Kind.FORBIDDEN, "widget.token-" + why, arguments).typed("sign-on");
  }
}
