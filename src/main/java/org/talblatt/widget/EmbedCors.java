package org.talblatt.widget;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets pages of the sites' origins call what the widget calls, and nothing else; without cookies.
 * Ahead of everything that refuses, so that the page can read why.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
class EmbedCors extends OncePerRequestFilter {
  private final Sites sites;

  EmbedCors(Sites sites) {
    this.sites = sites;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getRequestURI().startsWith(PassSessions.PATH);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    boolean allowed = origin != null && sites.allows(origin);
    response.addHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN);
    if (allowed) {
      response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
      response.setHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, HttpHeaders.RETRY_AFTER);
      response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
    }
    if (!preflight(request)) {
      chain.doFilter(request, response);
      return;
    }
    if (allowed) {
      response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, "GET, POST, PUT, PATCH, DELETE");
      response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, "authorization, content-type");
      response.setHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, "600");
    }
    response.setStatus((allowed ? HttpStatus.NO_CONTENT : HttpStatus.FORBIDDEN).value());
  }

  private static boolean preflight(HttpServletRequest request) {
    return request.getMethod().equals("OPTIONS")
        && request.getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD) != null;
  }
}
