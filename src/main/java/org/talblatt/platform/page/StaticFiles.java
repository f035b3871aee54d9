package org.talblatt.platform.page;

import java.util.concurrent.TimeUnit;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.talblatt.base.Failure;

/** Style sheets and scripts, as they lie in the program. */
@Controller
class StaticFiles {
  @GetMapping("/static/{name:[a-z0-9-]+\\.css}")
  ResponseEntity<Resource> style(@PathVariable String name) {
    Resource file = new ClassPathResource("static/" + name);
    if (!file.exists()) {
      throw Failure.notFound();
    }
    return ResponseEntity.ok()
        .contentType(MediaType.valueOf("text/css;charset=utf-8"))
        .cacheControl(CacheControl.maxAge(5, TimeUnit.MINUTES).mustRevalidate())
        .body(file);
  }
}
