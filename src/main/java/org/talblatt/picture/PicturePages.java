package org.talblatt.picture;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.talblatt.base.Failure;
import org.talblatt.base.PictureId;

/** Serves pictures, as long as the public may see them. */
@Controller
class PicturePages {
  /** So long a withdrawn picture may still come out of a reader's own cache. */
  private static final Duration FRESH = Duration.ofMinutes(5);

  private final Pictures pictures;
  private final PictureFiles files;

  PicturePages(Pictures pictures, PictureFiles files) {
    this.pictures = pictures;
    this.files = files;
  }

  @GetMapping("/bilder/{id:[1-9][0-9]{0,17}}-{width:[1-9][0-9]{0,3}}.jpg")
  ResponseEntity<Resource> picture(@PathVariable long id, @PathVariable int width) {
    PictureId picture = new PictureId(id);
    String hash = pictures.publicHash(picture).orElseThrow(Failure::notFound);
    Path file = files.rendition(picture, width);
    if (!Files.exists(file)) {
      throw Failure.notFound();
    }
    return ResponseEntity.ok()
        .contentType(MediaType.IMAGE_JPEG)
        .cacheControl(CacheControl.maxAge(FRESH).mustRevalidate())
        .eTag(hash + "-" + width)
        .body(new FileSystemResource(file));
  }
}
