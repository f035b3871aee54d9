package org.talblatt.demo;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.talblatt.base.Failure;
import org.talblatt.platform.Settings;

/** The sample page of another house; there is none but in the demo. */
@Controller
class DemoHousePages {
  private final DemoHouse house;
  private final String paper;

  DemoHousePages(DemoHouse house, Settings settings) {
    this.house = house;
    this.paper = settings.links().origin();
  }

  /** Asked for under the paper's own name it leads to its own: it is another site. */
  @GetMapping(DemoHouse.PATH)
  ResponseEntity<String> page(
      @RequestParam @Nullable String als,
      HttpServletRequest request,
      HttpServletResponse response) {
    String page = house.page("mitglied".equals(als)).orElseThrow(Failure::notFound);
    if (!house.origin().contains("//" + request.getServerName() + ":")) {
      return ResponseEntity.status(HttpStatus.FOUND).location(URI.create(house.address())).build();
    }
    // what another house's own server would say
    response.setHeader(
        "Content-Security-Policy",
        "default-src 'none'; style-src 'unsafe-inline'; img-src %1$s; script-src %1$s; connect-src %1$s"
            .formatted(paper));
    return ResponseEntity.ok()
        .contentType(MediaType.valueOf("text/html;charset=utf-8"))
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .body(page);
  }
}
