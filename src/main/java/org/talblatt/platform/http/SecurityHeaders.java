package org.talblatt.platform.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.talblatt.platform.Settings;

/** The headers that every answer carries, wherever it was made. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class SecurityHeaders extends OncePerRequestFilter {
  /**
   * The one script that stands in a page itself: before anything is painted it hides the login wall
   * from who has logged in. It reads a hint that is no secret; see {@code identity}.
   */
  public static final String LOGIN_HINT =
      "if(/(^|; )leser=/.test(document.cookie))document.documentElement.classList.add('angemeldet')";

  /** Name to value; who answers outside the servlet context writes the same. */
  public static final Map<String, String> ALL =
      Map.of(
          "Content-Security-Policy",
          "default-src 'self'; img-src 'self' data:; style-src 'self'; script-src 'self' "
              + hash(LOGIN_HINT)
              + "; "
              + "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
          "Referrer-Policy",
          "strict-origin-when-cross-origin",
          "X-Content-Type-Options",
          "nosniff");

  /** Where the paper is reached over HTTPS, browsers come no other way for a year. */
  public static final String TRANSPORT = "Strict-Transport-Security";

  /** Without subdomains: they may not be ours. */
  public static final String HTTPS_FOR_A_YEAR = "max-age=31536000";

  private final boolean secure;

  SecurityHeaders(Settings settings) {
    secure = settings.links().secure();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    ALL.forEach(response::setHeader);
    if (secure) {
      response.setHeader(TRANSPORT, HTTPS_FOR_A_YEAR);
    }
    chain.doFilter(request, response);
  }

  private static String hash(String script) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
