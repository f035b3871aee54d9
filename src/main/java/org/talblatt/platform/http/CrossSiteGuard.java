package org.talblatt.platform.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.talblatt.base.Failure;
import org.talblatt.platform.Settings;

/**
 * Refuses what another site makes a reader's browser send. Browsers say where a request comes from,
 * so forms need no token and pages are the same for everybody. Requests that carry {@code
 * Authorization} are exempt: no browser adds that by itself, and their cookies are ignored.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class CrossSiteGuard extends OncePerRequestFilter {
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
  private static final Set<String> OURS = Set.of("same-origin", "none");

  private final String origin;
  private final ObjectProvider<ForeignPost> foreign;
  private final HandlerExceptionResolver answers;

  CrossSiteGuard(
      Settings settings,
      ObjectProvider<ForeignPost> foreign,
      @Lazy @Qualifier("handlerExceptionResolver") HandlerExceptionResolver answers) {
    this.origin = settings.links().origin();
    this.foreign = foreign;
    this.answers = answers;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (admits(request)) {
      chain.doFilter(request, response);
    } else {
      Failure refusal = Failure.of(Failure.Kind.FORBIDDEN, "failure.cross-site");
      UnreadBody.skip(request);
      answers.resolveException(request, response, null, refusal);
    }
  }

  private boolean admits(HttpServletRequest request) {
    if (SAFE.contains(request.getMethod())
        || request.getHeader(HttpHeaders.AUTHORIZATION) != null
        || foreign.stream()
            .anyMatch(each -> each.admits(request.getMethod(), request.getRequestURI()))) {
      return true;
    }
    String site = request.getHeader("Sec-Fetch-Site");
    if (site != null) {
      return OURS.contains(site);
    }
    String from = request.getHeader(HttpHeaders.ORIGIN);
    return from != null ? from.equals(origin) : request.getHeader(HttpHeaders.COOKIE) == null;
  }
}
