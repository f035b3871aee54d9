package org.talblatt.platform.page;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.talblatt.base.Failure;
import org.talblatt.platform.http.Asker;
import org.talblatt.platform.http.ErrorPages;
import org.talblatt.platform.http.Problem;
import org.talblatt.platform.http.SecurityHeaders;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the web server itself refuses (broken addresses, over-long headers, a broken request line)
 * answers with the paper's own page too, not with the server's.
 */
final class JettyErrors implements Request.Handler {
  private static final Logger log = LoggerFactory.getLogger(JettyErrors.class);
  private static final String HTML = "text/html;charset=utf-8";
  private static final HttpField TRANSPORT =
      new PreEncodedHttpField(SecurityHeaders.TRANSPORT, SecurityHeaders.HTTPS_FOR_A_YEAR);

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final ErrorPages pages;
  private final boolean secure;

  /**
   * @param secure whether the paper is reached over HTTPS
   */
  JettyErrors(ErrorPages pages, boolean secure) {
    this.pages = pages;
    this.secure = secure;
  }

  /** Asks browsers to come over HTTPS only, where they can. */
  void transport(Response response) {
    if (secure) {
      response.getHeaders().put(TRANSPORT);
    }
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    int status = response.getStatus();
    response.getHeaders().clear();
    transport(response);
    if (status >= 500) {
      String reference = UUID.randomUUID().toString().substring(0, 8);
      log.error(
          "unexpected, reference {}",
          reference,
          request.getAttribute(ErrorHandler.ERROR_EXCEPTION) instanceof Throwable t ? t : null);
      write(Failure.internal(reference), request, response, callback);
    } else {
      write(failure(status), request, response, callback);
    }
    return true;
  }

  /** Writes the page or, under {@code /api}, the problem that says what failed. */
  void write(Failure failure, Request request, Response response, Callback callback) {
    boolean api = Asker.api(request.getHttpURI().getPath());
    byte[] body =
        api
            ? JSON.writeValueAsBytes(Problem.of(failure, pages))
            : pages.render(failure).getBytes(StandardCharsets.UTF_8);
    StoredAnswer.of(
            failure.kind().status(), api ? Problem.MEDIA_TYPE : HTML, "no-store", null, body)
        .write(request, response, callback);
  }

  private static Failure failure(int status) {
    return switch (status) {
      case 404 -> Failure.notFound();
      case 413 -> Failure.of(Failure.Kind.TOO_LARGE, "failure.too-large");
      default -> Failure.of(Failure.Kind.BAD_REQUEST, "failure.bad-address");
    };
  }
}
