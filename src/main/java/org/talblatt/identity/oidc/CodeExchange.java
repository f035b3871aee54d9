package org.talblatt.identity.oidc;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.talblatt.platform.OidcProvider;
import org.talblatt.platform.mail.MailAddress;

/**
 * The conversation with a provider, carried by Spring Security's OAuth 2.0 client: where the
 * browser is sent, and whom the provider proved when it comes back.
 */
@Component
class CodeExchange {
  private static final Logger log = LoggerFactory.getLogger(CodeExchange.class);
  private static final Pattern ERROR = Pattern.compile("[a-z_]{1,40}");
  private static final int LONGEST_SUBJECT = 255;
  private static final int LONGEST_CODE = 4_000;

  private final Providers providers;
  private final Clock clock;
  private final RestClientAuthorizationCodeTokenResponseClient tokens;
  private final OidcUserService users;

  CodeExchange(Providers providers, ProviderFetches outward, Clock clock) {
    this.providers = providers;
    this.clock = clock;
    tokens = new RestClientAuthorizationCodeTokenResponseClient();
    tokens.setRestClient(outward.tokens());
    DefaultOAuth2UserService details = new DefaultOAuth2UserService();
    details.setRestOperations(outward.userDetails());
    users = new OidcUserService();
    users.setOauth2UserService(details);
    users.setRetrieveUserInfo(CodeExchange::tooLittleIsSaid);
  }

  /** What came back to us, as it stands in the address or the form. */
  record Answer(String code, String state, String error, String issuer) {
    static Answer of(Map<String, String> fields) {
      return new Answer(
          fields.getOrDefault("code", ""),
          fields.getOrDefault("state", ""),
          fields.getOrDefault("error", ""),
          fields.getOrDefault("iss", ""));
    }

    /** Whether it answers what this browser asked. */
    boolean belongsTo(Secret secret) {
      return MessageDigest.isEqual(
          state.getBytes(StandardCharsets.UTF_8), secret.state().getBytes(StandardCharsets.UTF_8));
    }

    /** Kept out of logs. */
    @Override
    public String toString() {
      return "Answer[***]";
    }
  }

  /**
   * The provider's page where the reader says yes.
   *
   * @throws Refused where the provider can't be asked where that is
   */
  URI begin(OidcProvider provider, Secret secret) {
    Providers.Partner partner = providers.partner(provider);
    return URI.create(request(partner, secret).getAuthorizationRequestUri());
  }

  /**
   * Whom the provider proved.
   *
   * @throws Refused where it proved nobody
   */
  Proven finish(OidcProvider provider, Secret secret, Answer answer) {
    if (!answer.error().isEmpty()) {
      String error = ERROR.matcher(answer.error()).matches() ? answer.error() : "unreadable";
      log.info("login by {} refused there: {}", provider.key(), error);
      throw new Refused(Refused.Reason.DENIED);
    }
    Providers.Partner partner = providers.partner(provider);
    if (!fromPartner(answer, partner)) {
      log.warn("login by {} refused: the answer names another issuer", provider.key());
      throw new Refused(Refused.Reason.UNTRUSTED);
    }
    if (answer.code().isEmpty() || answer.code().length() > LONGEST_CODE) {
      throw new Refused(Refused.Reason.UNTRUSTED);
    }
    return proven(partner, exchange(partner, secret, answer));
  }

  /** Against mix-up: what another provider answered is never shown to this one. */
  private static boolean fromPartner(Answer answer, Providers.Partner partner) {
    return answer.issuer().isEmpty()
        ? !partner.names()
        : answer.issuer().equals(partner.provider().issuer().toString());
  }

  private OidcUser exchange(Providers.Partner partner, Secret secret, Answer answer) {
    OAuth2AuthorizationResponse response =
        OAuth2AuthorizationResponse.success(answer.code())
            .state(answer.state())
            .redirectUri(Objects.requireNonNull(partner.registration().getRedirectUri()))
            .build();
    OAuth2LoginAuthenticationToken asked =
        new OAuth2LoginAuthenticationToken(
            withSecret(partner),
            new OAuth2AuthorizationExchange(request(partner, secret), response));
    try {
      OidcAuthorizationCodeAuthenticationProvider client = client(partner);
      Object principal = Objects.requireNonNull(client.authenticate(asked)).getPrincipal();
      return (OidcUser) Objects.requireNonNull(principal);
    } catch (AuthenticationException | OAuth2AuthorizationException refused) {
      throw refused(partner.provider(), refused);
    }
  }

  /** The ready-made check of code, token and nonce, with this provider's own token decoder. */
  private OidcAuthorizationCodeAuthenticationProvider client(Providers.Partner partner) {
    OidcAuthorizationCodeAuthenticationProvider client =
        new OidcAuthorizationCodeAuthenticationProvider(tokens, users);
    client.setJwtDecoderFactory(any -> partner.tokens());
    return client;
  }

  private static OAuth2AuthorizationRequest request(Providers.Partner partner, Secret secret) {
    ClientRegistration registration = partner.registration();
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put(OidcParameterNames.NONCE, Secret.hashed(secret.nonce()));
    parameters.put(PkceParameterNames.CODE_CHALLENGE, Secret.hashed(secret.verifier()));
    parameters.put(PkceParameterNames.CODE_CHALLENGE_METHOD, "S256");
    if (partner.provider().formPost()) {
      parameters.put("response_mode", "form_post");
    }
    return OAuth2AuthorizationRequest.authorizationCode()
        .authorizationUri(
            Objects.requireNonNull(registration.getProviderDetails().getAuthorizationUri()))
        .clientId(registration.getClientId())
        .redirectUri(registration.getRedirectUri())
        .scopes(registration.getScopes())
        .state(secret.state())
        .additionalParameters(parameters)
        .attributes(
            Map.of(
                OidcParameterNames.NONCE,
                secret.nonce(),
                PkceParameterNames.CODE_VERIFIER,
                secret.verifier()))
        .build();
  }

  /** With the client's secret made now, where the provider wants it signed by our key. */
  private ClientRegistration withSecret(Providers.Partner partner) {
    OidcProvider.SigningKey key = partner.provider().signingKey();
    if (key == null) {
      return partner.registration();
    }
    Instant now = clock.instant();
    ClientSecret secret = new ClientSecret(partner.provider(), key);
    return ClientRegistration.withClientRegistration(partner.registration())
        .clientSecret(secret.at(now))
        .build();
  }

  private static boolean tooLittleIsSaid(OidcUserRequest asked) {
    String more = asked.getClientRegistration().getProviderDetails().getUserInfoEndpoint().getUri();
    return more != null
        && !more.isEmpty()
        && (asked.getIdToken().getEmail() == null || asked.getIdToken().getEmailVerified() == null);
  }

  private static Refused refused(OidcProvider provider, RuntimeException cause) {
    boolean unreachable = false;
    for (Throwable each = cause; each != null; each = each.getCause()) {
      unreachable |= each instanceof ResourceAccessException || each instanceof IOException;
    }
    // neither messages nor descriptions: tokens and people may stand in them
    log.warn("login by {} refused: {}", provider.key(), unreachable ? "unreachable" : code(cause));
    return new Refused(unreachable ? Refused.Reason.UNREACHABLE : Refused.Reason.UNTRUSTED);
  }

  private static String code(RuntimeException cause) {
    String code =
        switch (cause) {
          case OAuth2AuthenticationException refused -> refused.getError().getErrorCode();
          case OAuth2AuthorizationException refused -> refused.getError().getErrorCode();
          default -> cause.getClass().getName();
        };
    return ERROR.matcher(code).matches() ? code : "unreadable";
  }

  private static Proven proven(Providers.Partner partner, OidcUser user) {
    String subject = user.getSubject();
    if (subject == null
        || subject.isBlank()
        || subject.length() > LONGEST_SUBJECT
        || subject.indexOf('\0') >= 0) {
      throw new Refused(Refused.Reason.UNTRUSTED);
    }
    Optional<MailAddress> email = Optional.ofNullable(user.getEmail()).flatMap(MailAddress::parse);
    boolean verified = Boolean.TRUE.equals(user.getEmailVerified());
    return new Proven(
        partner.provider().issuer().toString(),
        subject,
        Suggestions.rawName(user),
        verified ? email : Optional.empty(),
        email.map(MailAddress::value).orElse(""));
  }
}
