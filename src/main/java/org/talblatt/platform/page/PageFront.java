package org.talblatt.platform.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.talblatt.base.Failure;

/** Renders every public page afresh; the cache comes before it. */
@Controller
class PageFront implements PageChanges {
  private final List<PageRoute> routes;

  PageFront(org.springframework.beans.factory.ObjectProvider<PageRoute> routes) {
    this.routes = routes.orderedStream().toList();
  }

  @GetMapping("/{*path}")
  void page(HttpServletRequest request, HttpServletResponse response) throws IOException {
    PageRoute route =
        routes.stream()
            .filter(r -> r.owns(request.getRequestURI()))
            .findFirst()
            .orElseThrow(Failure::notFound);
    TreeMap<String, String> query = new TreeMap<>();
    route.queryNames().stream()
        .filter(name -> request.getParameter(name) != null)
        .forEach(name -> query.put(name, request.getParameter(name)));
    Page page = route.render(new PageAddress(request.getRequestURI(), query));
    response.setStatus(page.status());
    response.setContentType(page.contentType());
    if (page.location() != null) {
      response.setHeader("Location", page.location());
    }
    response.getWriter().write(page.body());
  }

  @Override
  public void changed(Collection<String> tags) {}

  @Override
  public void voted(String tag) {}
}
