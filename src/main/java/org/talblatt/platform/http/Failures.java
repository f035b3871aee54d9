package org.talblatt.platform.http;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
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
  private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
  private final ErrorPages pages;

  Failures(ErrorPages pages) {
    this.pages = pages;
  }

  @ExceptionHandler
  ResponseEntity<Object> expected(Failure failure, HttpServletRequest request) {
    return answer(failure, HttpHeaders.EMPTY, request);
  }

  /** A parameter or a body that can't be read as what it should be. */
  @ExceptionHandler({TypeMismatchException.class, HttpMessageNotReadableException.class})
  ResponseEntity<Object> unreadable(Exception wrong, HttpServletRequest request) {
    // what read it may have wrapped our own refusal
    Failure failure =
        NestedExceptionUtils.getMostSpecificCause(wrong) instanceof Failure ours
            ? ours
            : Failure.of(Failure.Kind.INVALID, "failure.unreadable");
    return expected(failure, request);
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
    if (mistake instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
      return answer(ofSpring(known.getStatusCode().value()), known.getHeaders(), request);
    }
    String reference = UUID.randomUUID().toString().substring(0, 8);
    log.error("unexpected, reference {}", reference, mistake);
    return expected(Failure.internal(reference), request);
  }

  private static Failure ofSpring(int status) {
    return switch (status) {
      case 404 -> Failure.notFound();
      case 405 -> Failure.of(Failure.Kind.METHOD_NOT_ALLOWED, "failure.method-other");
      case 406 -> Failure.of(Failure.Kind.NOT_ACCEPTABLE, "failure.not-acceptable");
      case 413 -> Failure.of(Failure.Kind.TOO_LARGE, "failure.too-large");
      case 415 -> Failure.of(Failure.Kind.UNSUPPORTED_TYPE, "failure.unsupported-type");
      default -> Failure.of(Failure.Kind.INVALID, "failure.unreadable");
    };
  }

  /** Kept by nobody: browsers and caches may otherwise keep a 404 as long as they like. */
  private ResponseEntity<Object> answer(
      Failure failure, HttpHeaders further, HttpServletRequest request) {
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.status(failure.kind().status())
            .headers(further)
            .cacheControl(CacheControl.noStore());
    if (failure.retryAfter() != null) {
      answer.header(
          HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, failure.retryAfter().toSeconds())));
    }
    return Asker.person(request)
        ? answer.contentType(HTML).body(pages.render(failure))
        : answer.contentType(MediaType.APPLICATION_PROBLEM_JSON).body(Problem.of(failure, pages));
  }
}
