package org.talblatt.platform.page;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.talblatt.base.Failure;

/** Answers every public address by the route that owns it. */
@Controller
class PublicPages {
  private final List<PageRoute> routes;

  PublicPages(ObjectProvider<PageRoute> routes) {
    this.routes = routes.orderedStream().toList();
  }

  @GetMapping("/{*path}")
  ResponseEntity<byte[]> page(HttpServletRequest request) {
    String path = request.getRequestURI();
    PageRoute route =
        routes.stream().filter(r -> r.owns(path)).findFirst().orElseThrow(Failure::notFound);
    Page page = route.render(new PageAddress(path, query(route, request)));
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.status(page.status())
            .header(HttpHeaders.CONTENT_TYPE, page.contentType())
            .header(HttpHeaders.CACHE_CONTROL, "no-cache");
    if (page.location() != null) {
      answer.header(HttpHeaders.LOCATION, page.location());
    }
    return answer.body(page.body().getBytes(StandardCharsets.UTF_8));
  }

  private static SortedMap<String, String> query(PageRoute route, HttpServletRequest request) {
    SortedMap<String, String> query = new TreeMap<>();
    for (String name : route.queryNames()) {
      String value = request.getParameter(name);
      if (value != null) {
        query.put(name, value);
      }
    }
    return query;
  }
}
