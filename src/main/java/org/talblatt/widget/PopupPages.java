package org.talblatt.widget;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.talblatt.base.Failure;
import org.talblatt.identity.IdentityFrames;
import org.talblatt.identity.Reader;
import org.talblatt.identity.SessionToken;
import org.talblatt.identity.Token;
import talblatt.template.Templates;

/**
 * The login window that another house's page opens. It is a page of ours, so no cookie of ours is
 * ever needed there. Who is logged in says yes first, else any page of the site could let itself in
 * by their name.
 */
@Controller
@RequestMapping("/einbettung/{site:[a-z0-9-]{1,40}}/anmeldung")
class PopupPages {
  private static final Pattern NONCE = Pattern.compile("[A-Za-z0-9_-]{8,64}");

  private final Sites sites;
  private final Embedding embedding;
  private final IdentityFrames frames;
  private final Templates templates;

  PopupPages(Sites sites, Embedding embedding, IdentityFrames frames, Templates templates) {
    this.sites = sites;
    this.embedding = embedding;
    this.frames = frames;
    this.templates = templates;
  }

  @GetMapping
  ResponseEntity<String> ask(
      @PathVariable String site,
      @RequestParam(defaultValue = "") String herkunft,
      @RequestParam(defaultValue = "") String nonce,
      Reader reader) {
    Site known = known(site);
    Origin origin = origin(known, herkunft);
    String action =
        "/einbettung/" + site + "/anmeldung?herkunft=" + encoded(origin) + "&nonce=" + safe(nonce);
    return IdentityFrames.answer(
        200,
        templates
            .widgetPopup(
                frames.frame(reader, "widget.popup-title"),
                reader.name(),
                known.name(),
                origin.value(),
                action)
            .render());
  }

  @PostMapping
  ResponseEntity<String> admit(
      @PathVariable String site,
      @RequestParam(defaultValue = "") String herkunft,
      @RequestParam(defaultValue = "") String nonce,
      Reader reader,
      Optional<SessionToken> session) {
    Site known = known(site);
    Origin origin = origin(known, herkunft);
    Token code = embedding.grant(session.orElseThrow(Failure::loginRequired), known, origin);
    return IdentityFrames.answer(
        200,
        templates
            .widgetPopupDone(
                frames.frame(reader, "widget.popup-done"),
                code.secret(),
                origin.value(),
                safe(nonce))
            .render());
  }

  private Site known(String slug) {
    return sites.find(slug).orElseThrow(Failure::notFound);
  }

  private static Origin origin(Site site, String typed) {
    return site.origin(typed)
        .orElseThrow(() -> Failure.of(Failure.Kind.FORBIDDEN, "widget.origin-not-allowed", typed));
  }

  private static String safe(String nonce) {
    if (!NONCE.matcher(nonce).matches()) {
      throw Failure.of(Failure.Kind.BAD_REQUEST, "failure.unreadable");
    }
    return nonce;
  }

  private static String encoded(Origin origin) {
    return URLEncoder.encode(origin.value(), StandardCharsets.UTF_8);
  }
}
