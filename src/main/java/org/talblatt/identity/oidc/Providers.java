package org.talblatt.identity.oidc;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.converter.ClaimTypeConverter;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestTemplate;
import org.talblatt.platform.OidcProvider;
import org.talblatt.platform.Settings;

/**
 * What providers say about themselves, asked for when the first reader needs it and kept for an
 * hour; that one couldn't be asked is kept for a moment, so that a provider that is down is neither
 * waited for by everybody nor forgotten for long.
 */
@Component
class Providers {
  private static final Logger log = LoggerFactory.getLogger(Providers.class);
  private static final Duration KEPT = Duration.ofHours(1);
  private static final Duration TROUBLE_KEPT = Duration.ofSeconds(3);
  private static final String PATH = "/.well-known/openid-configuration";

  private final Settings settings;
  private final RestTemplate documents;
  private final Clock clock;
  private final Cache<String, Asked> asked =
      Caffeine.newBuilder()
          .expireAfter(
              Expiry.<String, Asked>creating(
                  (key, answer) -> answer instanceof Asked.Known ? KEPT : TROUBLE_KEPT))
          .build();

  Providers(Settings settings, ProviderFetches outward, Clock clock) {
    this.settings = settings;
    this.documents = outward.documents();
    this.clock = clock;
  }

  private sealed interface Asked {
    record Known(Partner partner) implements Asked {}

    record Trouble() implements Asked {}
  }

  /**
   * A provider that has said who it is.
   *
   * @param names whether its answers always name it (RFC 9207)
   */
  record Partner(
      OidcProvider provider, ClientRegistration registration, JwtDecoder tokens, boolean names) {}

  /**
   * The provider with this key.
   *
   * @throws Refused where it can't be asked, or says what can't be
   */
  Partner partner(OidcProvider provider) {
    return switch (asked.get(provider.key(), key -> ask(provider))) {
      case Asked.Known(Partner partner) -> partner;
      case Asked.Trouble trouble -> throw new Refused(Refused.Reason.UNREACHABLE);
    };
  }

  private Asked ask(OidcProvider provider) {
    try {
      return new Asked.Known(partner(provider, describe(provider)));
    } catch (RuntimeException trouble) {
      log.warn(
          "provider {} can't be asked about itself: {}",
          provider.key(),
          trouble.getClass().getName());
      return new Asked.Trouble();
    }
  }

  private Map<String, Object> describe(OidcProvider provider) {
    URI address = URI.create(provider.issuer().toString().replaceFirst("/$", "") + PATH);
    Map<String, Object> description =
        documents
            .exchange(
                address,
                HttpMethod.GET,
                null,
                new ParameterizedTypeReference<Map<String, Object>>() {})
            .getBody();
    if (description == null || !provider.issuer().toString().equals(description.get("issuer"))) {
      throw new IllegalStateException("says it is somebody else");
    }
    return description;
  }

  private Partner partner(OidcProvider provider, Map<String, Object> description) {
    String secret = provider.clientSecret();
    ClientRegistration registration =
        ClientRegistrations.fromOidcConfiguration(description)
            .registrationId(provider.key())
            .clientName(provider.name())
            .clientId(provider.clientId())
            .clientSecret(secret == null ? "" : secret)
            .scope(provider.scopes())
            .redirectUri(settings.links().absolute("/anmelden/oidc/" + provider.key() + "/zurueck"))
            .build();
    web(Objects.requireNonNull(registration.getProviderDetails().getAuthorizationUri()));
    return new Partner(
        provider,
        registration,
        decoder(registration, algorithms(description)),
        Boolean.TRUE.equals(description.get("authorization_response_iss_parameter_supported")));
  }

  /** Browsers are sent there: nothing but a page of the web. */
  private void web(String address) {
    String scheme = URI.create(address).getScheme();
    if (!"https".equals(scheme) && !(settings.oidc().inside() && "http".equals(scheme))) {
      throw new IllegalStateException("an authorization page that is no https page");
    }
  }

  private static Set<SignatureAlgorithm> algorithms(Map<String, Object> description) {
    Set<SignatureAlgorithm> algorithms = new HashSet<>();
    if (description.get("id_token_signing_alg_values_supported") instanceof List<?> names) {
      for (Object name : names) {
        // "none" and algorithms by shared secret are no signatures
        SignatureAlgorithm algorithm = SignatureAlgorithm.from(String.valueOf(name));
        if (algorithm != null) {
          algorithms.add(algorithm);
        }
      }
    }
    return algorithms.isEmpty() ? Set.of(SignatureAlgorithm.RS256) : algorithms;
  }

  private JwtDecoder decoder(ClientRegistration registration, Set<SignatureAlgorithm> algorithms) {
    OidcIdTokenValidator content = new OidcIdTokenValidator(registration);
    content.setClock(clock);
    JwtTimestampValidator time = new JwtTimestampValidator();
    time.setClock(clock);
    NimbusJwtDecoder decoder =
        NimbusJwtDecoder.withJwkSetUri(
                Objects.requireNonNull(registration.getProviderDetails().getJwkSetUri()))
            .restOperations(documents)
            .jwsAlgorithms(all -> all.addAll(algorithms))
            .build();
    decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(List.of(time, content)));
    decoder.setClaimSetConverter(
        new ClaimTypeConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverters()));
    return decoder;
  }
}
