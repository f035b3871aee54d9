package org.talblatt.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Reads a request's session only when somebody asks who acts: public pages never do. Nothing is
 * ever saved here, login and logout do that themselves.
 */
@Component
class SessionContexts implements SecurityContextRepository {
  private final SessionCookies cookies;
  private final Sessions sessions;
  private final ObjectProvider<BorrowedSession> borrowed;

  SessionContexts(
      SessionCookies cookies, Sessions sessions, ObjectProvider<BorrowedSession> borrowed) {
    this.cookies = cookies;
    this.sessions = sessions;
    this.borrowed = borrowed;
  }

  @Override
  public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
    return new Deferred(SingletonSupplier.of(() -> read(request)));
  }

  @Override
  @Deprecated
  public SecurityContext loadContext(HttpRequestResponseHolder holder) {
    return read(holder.getRequest());
  }

  @Override
  public void saveContext(
      SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

  @Override
  public boolean containsContext(HttpServletRequest request) {
    return cookies.shown(request).isPresent();
  }

  private SecurityContext read(HttpServletRequest request) {
    SecurityContext context = new SecurityContextImpl();
    shown(request)
        .flatMap(sessions::reader)
        .ifPresent(reader -> context.setAuthentication(new ReaderAuthentication(reader)));
    return context;
  }

  private Optional<SessionToken> shown(HttpServletRequest request) {
    return borrowed.stream()
        .filter(each -> each.owns(request))
        .findFirst()
        .map(each -> each.of(request))
        .orElseGet(() -> cookies.shown(request));
  }

  private record Deferred(Supplier<SecurityContext> context) implements DeferredSecurityContext {
    @Override
    public SecurityContext get() {
      return context.get();
    }

    @Override
    public boolean isGenerated() {
      return true;
    }
  }
}
