package org.talblatt.picture;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.talblatt.base.Failure;
import org.talblatt.base.PictureId;
import org.talblatt.picture.PictureFiles.Variant;

/** Serves pictures, as long as the public may see them; to the newsroom all of them. */
@Controller
class PicturePages {
  /** So long a withdrawn picture may still come out of a reader's own cache. */
  private static final Duration FRESH = Duration.ofMinutes(5);

  private static final String ID = "{id:[1-9][0-9]{0,17}}";
  private static final String FILE = "{width:[1-9][0-9]{0,3}}.{extension:jpg|webp}";
  private static final String CUT = "{cut:1x1|4x3|16x9}-";

  private final PictureRecords pictures;
  private final Renditions renditions;
  private final Clock clock;

  PicturePages(PictureRecords pictures, Renditions renditions, Clock clock) {
    this.pictures = pictures;
    this.renditions = renditions;
    this.clock = clock;
  }

  @GetMapping({"/bilder/" + ID + "-" + FILE, "/bilder/" + ID + "-" + CUT + FILE})
  ResponseEntity<Resource> picture(
      @PathVariable long id,
      @PathVariable(required = false) @Nullable String cut,
      @PathVariable int width,
      @PathVariable String extension) {
    PictureRecords.Served served =
        pictures.published(new PictureId(id)).orElseThrow(Failure::notFound);
    Variant variant = new Variant(Shape.coded(cut), width, Format.named(extension));
    CacheControl cache = CacheControl.maxAge(fresh(served.picture().expiresAt())).mustRevalidate();
    return answer(served, variant, cache);
  }

  /** The same for the newsroom, whether the public may see it or not. */
  @GetMapping({
    "/redaktion/bilder/" + ID + "/" + FILE,
    "/redaktion/bilder/" + ID + "/" + CUT + FILE
  })
  ResponseEntity<Resource> newsroom(
      @PathVariable long id,
      @PathVariable(required = false) @Nullable String cut,
      @PathVariable int width,
      @PathVariable String extension) {
    PictureRecords.Served any = pictures.find(new PictureId(id)).orElseThrow(Failure::notFound);
    Variant variant = new Variant(Shape.coded(cut), width, Format.named(extension));
    return answer(any, variant, CacheControl.noCache().cachePrivate());
  }

  private ResponseEntity<Resource> answer(
      PictureRecords.Served served, Variant variant, CacheControl cache) {
    Picture picture = served.picture();
    String tag =
        String.join(
            "-",
            served.hash(),
            Integer.toString(picture.edition()),
            variant.shape().code(),
            Integer.toString(variant.width()),
            variant.format().extension());
    return ResponseEntity.ok()
        .contentType(variant.format().type())
        .cacheControl(cache)
        .eTag(tag)
        .body(new FileSystemResource(renditions.file(picture, variant)));
  }

  /** Nobody's cache shows it longer than the rights last. */
  private Duration fresh(@Nullable Instant expires) {
    Duration left = expires == null ? FRESH : Duration.between(clock.instant(), expires);
    return left.compareTo(FRESH) < 0 ? left.isNegative() ? Duration.ZERO : left : FRESH;
  }
}
