package org.talblatt.platform.http;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.talblatt.base.Failure;

/**
 * What filters refuse, or break at, before any handler is asked: answered where all failures are.
 */
@Controller
class ErrorAnswers implements ErrorController {
  @RequestMapping("/error")
  void failed(HttpServletRequest request) throws Exception {
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    if (!(status instanceof Integer code)) {
      // somebody opened the address itself
      throw Failure.notFound();
    }
    if (code >= 500) {
      throw request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Exception reason
          ? reason
          : new IllegalStateException("answered with " + code);
    }
    throw switch (code) {
      case 401 -> Failure.loginRequired();
      case 403 -> Failure.forbidden();
      case 404 -> Failure.notFound();
      case 405 -> Failure.of(Failure.Kind.METHOD_NOT_ALLOWED, "failure.method-other");
      case 413 -> Failure.of(Failure.Kind.TOO_LARGE, "failure.too-large");
      default -> Failure.of(Failure.Kind.BAD_REQUEST, "failure.unreadable");
    };
  }
}
