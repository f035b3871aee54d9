package org.talblatt.identity.oidc;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.talblatt.identity.IdentityFrames;
import org.talblatt.identity.LoginForm;
import org.talblatt.identity.LoginWall;
import org.talblatt.platform.Settings;
import talblatt.template.Templates;

/**
 * Where the link leads that proves an address. It counts only together with the provider's login
 * for which it was asked: else whoever names a stranger's address would get an account that the
 * stranger confirmed. On another device the provider is asked there first.
 */
@Controller
@RequestMapping(ProvedAddressPages.PATH)
class ProvedAddressPages {
  static final String PATH = "/anmelden/adresse";

  private final ProviderJoining joining;
  private final ProviderCookie cookie;
  private final ProviderLinking linking;
  private final LoginWall wall;
  private final IdentityFrames frames;
  private final Templates templates;
  private final Settings settings;

  ProvedAddressPages(
      ProviderJoining joining,
      ProviderCookie cookie,
      ProviderLinking linking,
      LoginWall wall,
      IdentityFrames frames,
      Templates templates,
      Settings settings) {
    this.joining = joining;
    this.cookie = cookie;
    this.linking = linking;
    this.wall = wall;
    this.frames = frames;
    this.templates = templates;
    this.settings = settings;
  }

  @GetMapping
  ResponseEntity<String> form(
      @RequestParam(defaultValue = "") String link, HttpServletRequest request) {
    Optional<ProvedAddresses.Waiting> waiting = joining.waiting(link);
    if (waiting.isEmpty() || settings.oidc().provider(waiting.get().provider()).isEmpty()) {
      return ended();
    }
    Optional<ProviderJoining.Someone> someone = joining.someone(cookie.read(request));
    boolean here = someone.filter(each -> waiting.get().isFor(each.proven())).isPresent();
    return IdentityFrames.answer(
        200,
        templates
            .identityOidcConfirm(
                frames.frame("oidc.confirm-title"),
                linking.name(waiting.get().issuer()),
                here ? PATH : "/anmelden/oidc/" + waiting.get().provider(),
                link,
                here ? waiting.get().email().value() : "",
                someone.isPresent() && !here)
            .render());
  }

  @PostMapping
  ResponseEntity<String> prove(
      @RequestParam(defaultValue = "") String link, HttpServletRequest request) {
    try {
      joining.prove(cookie.read(request), link);
      return IdentityFrames.seeOther(NewcomerPages.PATH).build();
    } catch (Refused refused) {
      return ended();
    }
  }

  private ResponseEntity<String> ended() {
    LoginForm form = LoginForm.empty("", "");
    return wall.page(422, form.refused(frames.messages().get("identity.link-ended")));
  }
}
