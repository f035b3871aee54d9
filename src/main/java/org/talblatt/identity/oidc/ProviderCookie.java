package org.talblatt.identity.oidc;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.talblatt.platform.Settings;

/** The cookie that ties a login under way to its browser. */
@Component
class ProviderCookie {
  /** Longer than a login may take, so that who comes too late is led back to the own text. */
  private static final Duration LIFE = Duration.ofHours(1);

  private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{43}");

  private final boolean secure;
  private final String name;

  ProviderCookie(Settings settings) {
    secure = settings.links().secure();
    name = secure ? "__Host-talblatt-oidc" : "talblatt-oidc";
  }

  /**
   * Puts it into an answer.
   *
   * @param foreign whether the provider's page posts the answer to us: browsers send a cookie along
   *     with that only where it says {@code SameSite=None}, and that only over HTTPS
   */
  void put(HttpHeaders answer, Secret secret, boolean foreign) {
    add(answer, secret.text(), foreign && secure ? "None" : "Lax", LIFE);
  }

  void remove(HttpHeaders answer) {
    add(answer, "", "Lax", Duration.ZERO);
  }

  /** What a request shows. */
  Optional<Secret> read(HttpServletRequest request) {
    if (request.getCookies() != null) {
      for (Cookie cookie : request.getCookies()) {
        if (cookie.getName().equals(name) && SECRET.matcher(cookie.getValue()).matches()) {
          return Optional.of(new Secret(cookie.getValue()));
        }
      }
    }
    return Optional.empty();
  }

  private void add(HttpHeaders answer, String value, String sameSite, Duration life) {
    answer.add(
        HttpHeaders.SET_COOKIE,
        ResponseCookie.from(name, value)
            .httpOnly(true)
            .secure(secure)
            .sameSite(sameSite)
            .path("/")
            .maxAge(life)
            .build()
            .toString());
  }
}
