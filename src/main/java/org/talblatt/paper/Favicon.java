package org.talblatt.paper;

import java.net.URI;
import java.time.Duration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The paper's mark in a browser's tab. */
@Controller
class Favicon {
  private static final CacheControl FOR_A_DAY =
      CacheControl.maxAge(Duration.ofDays(1)).cachePublic();

  @GetMapping("/favicon.svg")
  ResponseEntity<Resource> drawing() {
    return ResponseEntity.ok()
        .contentType(MediaType.valueOf("image/svg+xml"))
        .cacheControl(FOR_A_DAY)
        .body(new ClassPathResource("static/favicon.svg"));
  }

  /** Browsers ask for it by themselves where a page names none. */
  @GetMapping("/favicon.ico")
  ResponseEntity<Void> old() {
    return ResponseEntity.status(HttpStatus.MOVED_PERMANENTLY)
        .location(URI.create("/favicon.svg"))
        .cacheControl(FOR_A_DAY)
        .build();
  }
}
