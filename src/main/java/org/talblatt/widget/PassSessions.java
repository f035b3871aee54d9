package org.talblatt.widget;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.talblatt.identity.BorrowedSession;
import org.talblatt.identity.SessionToken;

/** Finds the session in which a pass acts. Nothing else counts at these addresses. */
@Component
class PassSessions implements BorrowedSession {
  static final String PATH = "/api/v1/embed/";
  private static final String BEARER = "bearer ";
  private static final String PASS = Pass.class.getName();

  private final Passes passes;

  PassSessions(Passes passes) {
    this.passes = passes;
  }

  @Override
  public boolean owns(HttpServletRequest request) {
    return request.getRequestURI().startsWith(PATH);
  }

  @Override
  public Optional<SessionToken> of(HttpServletRequest request) {
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    if (origin == null) {
      return Optional.empty();
    }
    Optional<Passes.Found> found = shown(request).flatMap(secret -> passes.find(secret, origin));
    found.ifPresent(each -> request.setAttribute(PASS, each.pass()));
    return found.map(Passes.Found::session);
  }

  /** What a request shows. */
  static Optional<String> shown(HttpServletRequest request) {
    return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
        .filter(header -> header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
        .map(header -> header.substring(BEARER.length()).strip());
  }

  /** The pass by which somebody was let in. */
  static Optional<Pass> pass(HttpServletRequest request) {
    return Optional.ofNullable((Pass) request.getAttribute(PASS));
  }
}
