package org.talblatt.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.talblatt.base.Failure;
import org.talblatt.platform.http.ClientAddress;
import talblatt.template.Templates;

/**
 * Logging in by a mailed link. Opening it changes nothing, since mail programs open links too; its
 * button logs in.
 */
@Controller
@RequestMapping(LoginLinkPages.PATH)
class LoginLinkPages {
  static final String PATH = "/anmelden/link";

  private final LoginLinks links;
  private final LoginWall wall;
  private final Entrance entrance;
  private final IdentityFrames frames;
  private final Templates templates;
  private final ClientAddress addresses;

  LoginLinkPages(
      LoginLinks links,
      LoginWall wall,
      Entrance entrance,
      IdentityFrames frames,
      Templates templates,
      ClientAddress addresses) {
    this.links = links;
    this.wall = wall;
    this.entrance = entrance;
    this.frames = frames;
    this.templates = templates;
    this.addresses = addresses;
  }

  @PostMapping
  ResponseEntity<String> ask(
      @RequestParam(defaultValue = "") String login,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(defaultValue = "") String zurueck,
      HttpServletRequest request) {
    LoginForm form = new LoginForm(login, text, BackPath.of(zurueck), null, null);
    try {
      links.ask(login, form.whence(), addresses.block(request));
    } catch (Failure refused) {
      if (refused.fields().isEmpty()) {
        return frames.tooMany(refused, sentence -> wall.page(429, form.refused(sentence)));
      }
      return wall.page(422, form.refused(frames.messages().get(refused.key())));
    }
    return IdentityFrames.seeOther("/anmelden?hinweis=link").build();
  }

  @GetMapping
  ResponseEntity<String> button(@RequestParam(defaultValue = "") String link) {
    return links
        .guest(link)
        .map(guest -> IdentityFrames.answer(200, page(guest, link)))
        .orElseGet(this::ended);
  }

  private String page(LoginLinks.Guest guest, String link) {
    return templates
        .identityFactorLink(frames.frame("factor.link-title"), guest.name(), link, guest.text())
        .render();
  }

  @PostMapping("/einloesen")
  ResponseEntity<String> enter(
      @RequestParam(defaultValue = "") String link,
      Optional<SessionToken> old,
      HttpServletRequest request) {
    return links
        .use(link)
        .map(entering -> entrance.admit(entering, old, request))
        .orElseGet(this::ended);
  }

  private ResponseEntity<String> ended() {
    LoginForm form = LoginForm.empty("", "");
    return wall.page(404, form.refused(frames.messages().get("factor.link-ended")));
  }
}
