package org.talblatt.platform.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.talblatt.platform.Settings;

/**
 * Behind a trusted proxy {@code getRemoteAddr()} is the reader's address, so that limits count
 * readers and not the proxy. Without one, forwarded headers change nothing.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class ForwardedClient extends OncePerRequestFilter {
  private final TrustedProxies proxies;

  ForwardedClient(Settings settings) {
    proxies = settings.proxies();
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return proxies.blocks().isEmpty() || request.getHeader("X-Forwarded-For") == null;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String client =
        proxies.client(
            request.getRemoteAddr(), Collections.list(request.getHeaders("X-Forwarded-For")));
    chain.doFilter(
        new HttpServletRequestWrapper(request) {
          @Override
          public String getRemoteAddr() {
            return client;
          }
        },
        response);
  }
}
