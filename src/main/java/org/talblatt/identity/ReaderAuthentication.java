package org.talblatt.identity;

import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** The reader as Spring Security carries them through a request. */
final class ReaderAuthentication extends AbstractAuthenticationToken {
  private static final long serialVersionUID = 1L;
  private final transient Reader reader;

  ReaderAuthentication(Reader reader) {
    super(List.of());
    this.reader = reader;
    setAuthenticated(true);
  }

  /** Who acts in this request; the first question reads the session, no question reads nothing. */
  static Optional<Reader> current() {
    return of(SecurityContextHolder.getContext().getAuthentication());
  }

  static Optional<Reader> of(@org.jspecify.annotations.Nullable Authentication authentication) {
    return authentication instanceof ReaderAuthentication known
        ? Optional.of(known.reader)
        : Optional.empty();
  }

  @Override
  public Object getCredentials() {
    return "";
  }

  @Override
  public Reader getPrincipal() {
    return reader;
  }

  @Override
  public boolean equals(@org.jspecify.annotations.Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
