package org.talblatt.notification.push;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.talblatt.base.Failure;
import org.talblatt.identity.IdentityFrames;
import org.talblatt.identity.Reader;
import org.talblatt.identity.SessionToken;
import org.talblatt.platform.http.Asker;

/** Devices that show notifications. Switching one on takes a script; off, any browser. */
@Controller
@RequestMapping("/konto/mitteilungen/geraete")
class PushPages {
  private final Pushing pushing;

  PushPages(Pushing pushing) {
    this.pushing = pushing;
  }

  record Key(String key) {}

  /** Makes the paper's key where this is the first device. */
  @PostMapping("/schluessel")
  ResponseEntity<Key> key(Reader reader) {
    return ResponseEntity.ok()
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .body(new Key(pushing.key()));
  }

  @PostMapping
  ResponseEntity<Void> switchOn(
      Reader reader,
      Optional<SessionToken> session,
      @RequestParam(defaultValue = "") String endpoint,
      @RequestParam(defaultValue = "") String p256dh,
      @RequestParam(defaultValue = "") String auth) {
    pushing.switchOn(reader, session.orElseThrow(Failure::loginRequired), endpoint, p256dh, auth);
    return ResponseEntity.noContent().build();
  }

  @PostMapping("/abmeldung")
  ResponseEntity<Void> switchOff(
      Reader reader, @RequestParam(defaultValue = "0") long geraet, HttpServletRequest request) {
    pushing.switchOff(reader, geraet);
    return back(request, "geraet-aus");
  }

  @PostMapping("/probe")
  ResponseEntity<Void> tryOut(
      Reader reader, @RequestParam(defaultValue = "0") long geraet, HttpServletRequest request) {
    pushing.tryOut(reader, geraet);
    return back(request, "probe");
  }

  private static ResponseEntity<Void> back(HttpServletRequest request, String note) {
    return Asker.person(request)
        ? IdentityFrames.seeOther("/konto/mitteilungen?hinweis=" + note + "#geraete").build()
        : ResponseEntity.noContent().build();
  }
}
