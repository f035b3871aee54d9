package org.talblatt.platform.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Controller;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.condition.PathPatternsRequestCondition;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.talblatt.base.Failure;

/**
 * Where a page could not be made: {@link PageFront} passes the reason on to here, so that it
 * becomes an answer where all failures do. Whatever else comes here is an address that nobody owns.
 */
@Controller
class PublicPages {
  static final String FAILURE = PublicPages.class.getName() + ".failure";

  private final RequestMappingHandlerMapping handlers;

  PublicPages(
      @Lazy @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping handlers) {
    this.handlers = handlers;
  }

  /** HEAD is implied: named, it would win over every other handler's implied one. */
  @GetMapping("/{*path}")
  void failed(HttpServletRequest request) throws Exception {
    if (request.getAttribute(FAILURE) instanceof Exception reason) {
      throw reason;
    }
    Set<String> methods = methods(request);
    if (!methods.isEmpty()) {
      throw new HttpRequestMethodNotSupportedException(request.getMethod(), methods);
    }
    throw Failure.notFound();
  }

  /** What the address does take: as we take reading everywhere, nobody else says so. */
  private Set<String> methods(HttpServletRequest request) {
    return handlers.getHandlerMethods().keySet().stream()
        .filter(handler -> stands(handler, request))
        .flatMap(handler -> handler.getMethodsCondition().getMethods().stream())
        .filter(method -> method != RequestMethod.GET)
        .map(RequestMethod::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean stands(RequestMappingInfo handler, HttpServletRequest request) {
    PathPatternsRequestCondition paths = handler.getPathPatternsCondition();
    return paths != null && paths.getMatchingCondition(request) != null;
  }
}
