package org.talblatt.identity.profile;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.talblatt.base.Failure;
import org.talblatt.identity.IdentityFrames;
import org.talblatt.identity.Reader;

/** The own picture's form, and the address that it is shown under. */
@Controller
class PortraitPages {
  /** So long a picture taken away may still come out of a reader's own cache. */
  private static final Duration FRESH = Duration.ofMinutes(5);

  private final OwnPicture picture;
  private final ProfileSheet sheet;

  PortraitPages(OwnPicture picture, ProfileSheet sheet) {
    this.picture = picture;
    this.sheet = sheet;
  }

  @PostMapping("/konto/bild")
  ResponseEntity<?> upload(Reader reader, HttpServletRequest request) throws IOException {
    try {
      picture.announce(reader);
      picture.set(reader, PictureUpload.file(request));
    } catch (Failure refused) {
      ResponseEntity<String> page = sheet.refused(reader, refused, PictureUpload.FIELD);
      // what is left of a broken body would be taken for the next request
      return ResponseEntity.status(page.getStatusCode())
          .headers(page.getHeaders())
          .header(HttpHeaders.CONNECTION, "close")
          .body(page.getBody());
    }
    return IdentityFrames.seeOther(ProfilePages.PATH + "?hinweis=bild").build();
  }

  @PostMapping("/konto/bild/entfernen")
  ResponseEntity<Void> remove(Reader reader) {
    picture.remove(reader);
    return IdentityFrames.seeOther(ProfilePages.PATH + "?hinweis=kein-bild").build();
  }

  @GetMapping("/bilder/leser/{token:[0-9a-f]{32}}-{width:96|320}.jpg")
  ResponseEntity<byte[]> picture(@PathVariable String token, @PathVariable int width) {
    byte[] file = picture.find(token, width).orElseThrow(Failure::notFound);
    return ResponseEntity.ok()
        .contentType(MediaType.IMAGE_JPEG)
        .cacheControl(CacheControl.maxAge(FRESH).mustRevalidate())
        .eTag(token)
        .body(file);
  }
}
