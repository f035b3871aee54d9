package org.talblatt.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.talblatt.base.Failure;
import org.talblatt.platform.http.Asker;
import org.talblatt.platform.http.UnreadBody;
import org.talblatt.platform.page.PagePath;

/**
 * Somebody who isn't logged in opened a page that needs it: they are led to the login and come back
 * from there. Programs and posts get 401, who lacks a right gets 403.
 */
@RestControllerAdvice
class LoginDue implements AuthenticationEntryPoint, AccessDeniedHandler {
  private final HandlerExceptionResolver answers;

  LoginDue(@Lazy @Qualifier("handlerExceptionResolver") HandlerExceptionResolver answers) {
    this.answers = answers;
  }

  /** The page asked for by somebody not logged in. */
  static final class PageNeedsLogin extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String address;

    PageNeedsLogin(HttpServletRequest request) {
      super("login due", null, false, false);
      String query = request.getQueryString();
      String path = PagePath.normal(request.getRequestURI());
      address = (path == null ? "/" : path) + (query == null ? "" : "?" + query);
    }
  }

  /** Whether a request is a person opening a page. */
  static boolean leads(HttpServletRequest request) {
    boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    return reads && Asker.person(request);
  }

  @ExceptionHandler
  ResponseEntity<Void> lead(PageNeedsLogin due) {
    String back = URLEncoder.encode(due.address, StandardCharsets.UTF_8);
    return ResponseEntity.status(303)
        .location(URI.create("/anmelden?zurueck=" + back))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException due)
      throws IOException {
    UnreadBody.skip(request);
    answers.resolveException(
        request,
        response,
        null,
        leads(request) ? new PageNeedsLogin(request) : Failure.loginRequired());
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
      throws IOException {
    UnreadBody.skip(request);
    answers.resolveException(request, response, null, refusal(request, denied));
  }

  private static Exception refusal(HttpServletRequest request, AccessDeniedException denied) {
    if (denied instanceof AuthorizationDeniedException known
        && known.getAuthorizationResult() instanceof StaffFactors.Due due) {
      return leads(request)
          ? new FactorDue(due.setup(), new PageNeedsLogin(request).address)
          : Failure.of(Failure.Kind.FORBIDDEN, "factor.staff-due").typed("second-factor-required");
    }
    return Failure.forbidden();
  }

  /** A staff page asked for by somebody who has shown one factor only. */
  static final class FactorDue extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final boolean setup;
    private final String address;

    FactorDue(boolean setup, String address) {
      super("second factor due", null, false, false);
      this.setup = setup;
      this.address = address;
    }
  }

  @ExceptionHandler
  ResponseEntity<Void> lead(FactorDue due) {
    String path =
        due.setup
            ? SecurityPages.PATH + "?hinweis=personal"
            : ReauthenticationPages.secondFactor(due.address);
    return IdentityFrames.seeOther(path).build();
  }
}
