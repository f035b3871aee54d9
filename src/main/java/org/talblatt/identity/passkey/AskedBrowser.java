package org.talblatt.identity.passkey;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.talblatt.identity.Token;
import org.talblatt.platform.Settings;

/**
 * The browser that was asked for a passkey, known again by a cookie for five minutes: what another
 * one was asked is none of its business. One cookie for all its tabs.
 */
@Component
class AskedBrowser {
  private static final Duration LIFE = Duration.ofMinutes(5);
  private static final Pattern OURS = Pattern.compile("[A-Za-z0-9_-]{43}");

  private final SecureRandom random;
  private final boolean secure;
  private final String name;

  AskedBrowser(SecureRandom random, Settings settings) {
    this.random = random;
    this.secure = settings.links().secure();
    this.name = secure ? "__Host-passkey" : "passkey";
  }

  /** The browser that sends this; a new name where it has none of ours. */
  Token of(HttpServletRequest request) {
    if (request.getCookies() != null) {
      for (Cookie cookie : request.getCookies()) {
        if (cookie.getName().equals(name) && OURS.matcher(cookie.getValue()).matches()) {
          return new Token(cookie.getValue());
        }
      }
    }
    return Token.random(random);
  }

  /** Makes the browser show this name for the next five minutes. */
  void remember(HttpHeaders answer, Token browser) {
    answer.add(
        HttpHeaders.SET_COOKIE,
        ResponseCookie.from(name, browser.secret())
            .httpOnly(true)
            .secure(secure)
            .sameSite("Strict")
            .path("/")
            .maxAge(LIFE)
            .build()
            .toString());
  }
}
