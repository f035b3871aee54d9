package org.talblatt.platform.http;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.talblatt.base.Failure;

/**
 * The one place where what went wrong becomes an answer: problem details (RFC 9457) under {@code
 * /api} and for whoever asks for JSON, a page for everybody else. Anything unexpected is logged
 * under a reference and answered without internals.
 */
@RestControllerAdvice
class Failures {
  private static final Logger log = LoggerFactory.getLogger(Failures.class);
  private final ErrorPages pages;

  Failures(ErrorPages pages) {
    this.pages = pages;
  }

  @ExceptionHandler
  ResponseEntity<Object> expected(Failure failure, HttpServletRequest request) {
    ResponseEntity.BodyBuilder answer = answer(failure.kind().status());
    if (failure.retryAfter() != null) {
      answer.header(
          HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, failure.retryAfter().toSeconds())));
    }
    return wantsJson(request)
        ? answer.contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem(failure))
        : answer.contentType(MediaType.TEXT_HTML).body(pages.render(failure));
  }

  /** A parameter or a body that can't be read as what it should be. */
  @ExceptionHandler({TypeMismatchException.class, HttpMessageNotReadableException.class})
  ResponseEntity<Object> unreadable(HttpServletRequest request) {
    return expected(Failure.of(Failure.Kind.INVALID, "failure.unreadable"), request);
  }

  /** A form that the server gives up reading: too large, or not encoded as forms are. */
  @ExceptionHandler({
    HttpException.IllegalStateException.class,
    HttpException.IllegalArgumentException.class,
    HttpException.RuntimeException.class
  })
  ResponseEntity<Object> unreadableForm(Exception wrong, HttpServletRequest request) {
    boolean large =
        NestedExceptionUtils.getMostSpecificCause(wrong) instanceof HttpException http
            && http.getCode() == HttpStatus.PAYLOAD_TOO_LARGE_413;
    return expected(
        large
            ? Failure.of(Failure.Kind.TOO_LARGE, "failure.too-large")
            : Failure.of(Failure.Kind.INVALID, "failure.unreadable"),
        request);
  }

  @ExceptionHandler
  ResponseEntity<Object> unexpected(Exception mistake, HttpServletRequest request) {
    if (mistake instanceof ErrorResponse known) {
      return ofSpring(known, request);
    }
    String reference = UUID.randomUUID().toString().substring(0, 8);
    log.error("unexpected, reference {}", reference, mistake);
    ResponseEntity.BodyBuilder answer = answer(500);
    if (wantsJson(request)) {
      ProblemDetail problem = ProblemDetail.forStatus(500);
      problem.setDetail("reference " + reference);
      return answer.contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
    }
    return answer.contentType(MediaType.TEXT_HTML).body(pages.renderInternal(reference));
  }

  private ResponseEntity<Object> ofSpring(ErrorResponse known, HttpServletRequest request) {
    HttpStatusCode status = known.getStatusCode();
    ResponseEntity.BodyBuilder answer = answer(status.value()).headers(known.getHeaders());
    if (wantsJson(request)) {
      return answer.contentType(MediaType.APPLICATION_PROBLEM_JSON).body(known.getBody());
    }
    Failure failure =
        switch (status.value()) {
          case 404 -> Failure.notFound();
          case 405 -> Failure.of(Failure.Kind.METHOD_NOT_ALLOWED, "failure.method");
          case 413 -> Failure.of(Failure.Kind.TOO_LARGE, "failure.too-large");
          default -> Failure.of(Failure.Kind.INVALID, "failure.invalid");
        };
    return answer.contentType(MediaType.TEXT_HTML).body(pages.render(failure));
  }

  /** Kept by nobody: browsers and caches may otherwise keep a 404 as long as they like. */
  private static ResponseEntity.BodyBuilder answer(int status) {
    return ResponseEntity.status(status).cacheControl(CacheControl.noStore());
  }

  private ProblemDetail problem(Failure failure) {
    ProblemDetail problem = ProblemDetail.forStatus(failure.kind().status());
    problem.setType(
        URI.create(
            "https://talblatt.org/problems/"
                + failure.kind().name().toLowerCase(Locale.ROOT).replace('_', '-')));
    problem.setTitle(failure.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '));
    problem.setDetail(pages.sentence(failure));
    if (!failure.fields().isEmpty()) {
      problem.setProperty("fields", pages.fields(failure));
    }
    return problem;
  }

  private static boolean wantsJson(HttpServletRequest request) {
    String accept = request.getHeader(HttpHeaders.ACCEPT);
    return request.getRequestURI().startsWith("/api/")
        || (accept != null && accept.contains("json") && !accept.contains("text/html"));
  }
}
