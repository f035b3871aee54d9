package org.talblatt.platform.page;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.talblatt.base.Failure;
import org.talblatt.platform.http.ErrorPages;

/**
 * What the web server itself refuses (broken addresses, over-long headers, a broken request line)
 * answers with the paper's own page too, not with the server's.
 */
final class JettyErrors implements Request.Handler {
  private static final Logger log = LoggerFactory.getLogger(JettyErrors.class);
  private static final String HTML = "text/html;charset=utf-8";

  private final ErrorPages pages;

  JettyErrors(ErrorPages pages) {
    this.pages = pages;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    int status = response.getStatus();
    response.getHeaders().clear();
    if (status >= 500) {
      String reference = UUID.randomUUID().toString().substring(0, 8);
      log.error(
          "unexpected, reference {}",
          reference,
          request.getAttribute(ErrorHandler.ERROR_EXCEPTION) instanceof Throwable t ? t : null);
      write(status, pages.renderInternal(reference), request, response, callback);
    } else {
      write(failure(status), request, response, callback);
    }
    return true;
  }

  /** Writes the page that says what failed. */
  void write(Failure failure, Request request, Response response, Callback callback) {
    write(failure.kind().status(), pages.render(failure), request, response, callback);
  }

  private static Failure failure(int status) {
    return switch (status) {
      case 404 -> Failure.notFound();
      case 413 -> Failure.of(Failure.Kind.TOO_LARGE, "failure.too-large");
      default -> Failure.of(Failure.Kind.BAD_REQUEST, "failure.bad-address");
    };
  }

  private static void write(
      int status, String body, Request request, Response response, Callback callback) {
    StoredAnswer.of(status, HTML, "no-store", null, body.getBytes(StandardCharsets.UTF_8))
        .write(request, response, callback);
  }
}
