package org.talblatt.platform.page;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.talblatt.base.Failure;

/**
 * Where a page could not be made: {@link PageFront} passes the reason on to here, so that it
 * becomes an answer where all failures do. Whatever else comes here is an address that nobody owns.
 */
@Controller
class PublicPages {
  static final String FAILURE = PublicPages.class.getName() + ".failure";

  @RequestMapping(
      path = "/{*path}",
      method = {RequestMethod.GET, RequestMethod.HEAD})
  void failed(HttpServletRequest request) throws Exception {
    if (request.getAttribute(FAILURE) instanceof Exception reason) {
      throw reason;
    }
    throw Failure.notFound();
  }
}
