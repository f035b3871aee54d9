package org.talblatt.identity;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.talblatt.platform.Settings;

/**
 * How a session travels: as a cookie that no script reads, or as a bearer token. Beside the cookie
 * stands a second one that is no secret and names the reader, for the page's corner.
 */
@Component
public class SessionCookies {
  private static final String HINT = "leser";
  private static final String BEARER = "bearer ";

  private static final Duration STEP = Duration.ofDays(1);

  private final boolean secure;
  private final String name;
  private final String step;

  SessionCookies(Settings settings) {
    secure = settings.links().secure();
    name = SessionToken.cookieName(settings.links());
    step = secure ? "__Host-schritt" : "schritt";
  }

  /** The session that a request shows. With an {@code Authorization} header cookies don't count. */
  Optional<SessionToken> shown(HttpServletRequest request) {
    String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (authorization != null) {
      return authorization.toLowerCase(Locale.ROOT).startsWith(BEARER)
          ? token(authorization.substring(BEARER.length()).strip(), true)
          : Optional.empty();
    }
    return Optional.ofNullable(cookie(request, name)).flatMap(secret -> token(secret, false));
  }

  /** Puts a fresh session into an answer. */
  void put(HttpHeaders answer, Sessions.Fresh session, String readerName) {
    add(answer, name, session.token().secret(), true, Sessions.LONGEST);
    hint(answer, readerName);
  }

  /** Tells the page's corner who reads. */
  public void hint(HttpHeaders answer, String readerName) {
    String hint = URLEncoder.encode(readerName, StandardCharsets.UTF_8).replace("+", "%20");
    add(answer, HINT, hint, false, Sessions.LONGEST);
  }

  /** Takes the session out of the browser. */
  void remove(HttpHeaders answer) {
    add(answer, name, "", true, Duration.ZERO);
    add(answer, HINT, "", false, Duration.ZERO);
  }

  /** The login that waits for this browser's second step. */
  Optional<String> step(HttpServletRequest request) {
    return Optional.ofNullable(cookie(request, step));
  }

  void putStep(HttpHeaders answer, Token pending) {
    add(answer, step, pending.secret(), true, STEP);
  }

  void removeStep(HttpHeaders answer) {
    add(answer, step, "", true, Duration.ZERO);
  }

  private void add(HttpHeaders answer, String cookie, String value, boolean hidden, Duration life) {
    answer.add(
        HttpHeaders.SET_COOKIE,
        ResponseCookie.from(cookie, value)
            .httpOnly(hidden)
            .secure(secure)
            .sameSite("Lax")
            .path("/")
            .maxAge(life)
            .build()
            .toString());
  }

  private static Optional<SessionToken> token(String secret, boolean bearer) {
    return secret.isEmpty()
        ? Optional.empty()
        : Optional.of(new SessionToken(Token.hex(secret), bearer));
  }

  private static @Nullable String cookie(HttpServletRequest request, String name) {
    if (request.getCookies() == null) {
      return null;
    }
    for (Cookie cookie : request.getCookies()) {
      if (cookie.getName().equals(name)) {
        return cookie.getValue();
      }
    }
    return null;
  }
}
