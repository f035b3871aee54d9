package org.talblatt.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * Addresses under which a request shows no session but something bound to one, that is worth
 * nothing elsewhere. Cookies and sessions shown there don't count.
 */
public interface BorrowedSession {
  /** Whether the request goes to one of these addresses. */
  boolean owns(HttpServletRequest request);

  /** The session in which it acts; empty where it shows nothing good. */
  Optional<SessionToken> of(HttpServletRequest request);
}
