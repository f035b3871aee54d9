package org.talblatt.platform.http;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * Who waits for an answer: a person, who sees a page, or a program or script, which reads JSON. The
 * one place that decides it, so that nobody's text is answered in a form that they can't see.
 */
public final class Asker {
  private Asker() {}

  /** Whether a page is the right answer: whoever can show one gets it, but under {@code /api}. */
  public static boolean person(HttpServletRequest request) {
    return !api(address(request)) && showsPages(request.getHeader(HttpHeaders.ACCEPT));
  }

  /** Whether a path belongs to the API, where every answer is JSON. */
  public static boolean api(@Nullable String path) {
    return path != null && (path.equals("/api") || path.startsWith("/api/"));
  }

  private static boolean showsPages(@Nullable String accept) {
    return accept == null || !accept.contains("json") || accept.contains("text/html");
  }

  /** What was asked for, also where the answer is made at the address of errors. */
  private static String address(HttpServletRequest request) {
    Object asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    return asked instanceof String path ? path : request.getRequestURI();
  }
}
