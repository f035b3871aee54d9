package org.talblatt.identity.oidc;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.talblatt.base.Failure;
import org.talblatt.identity.IdentityFrames;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Reauthentication;
import org.talblatt.identity.SessionToken;
import org.talblatt.identity.Whence;
import org.talblatt.platform.OidcProvider;
import org.talblatt.platform.Settings;
import org.talblatt.platform.http.ClientAddress;
import org.talblatt.platform.text.Messages;
import talblatt.template.Templates;

/** Which providers' logins open one's own account. */
@Controller
class LinkPages {
  private static final String PATH = "/konto/anbieter";
  private static final String JOIN = "/anmelden/verknuepfen";

  private final OidcLogin login;
  private final ProviderJoining joining;
  private final ProviderLinking linking;
  private final LinkSection section;
  private final ProviderCookie cookie;
  private final WayToProvider onward;
  private final Reauthentication reauthentication;
  private final IdentityFrames frames;
  private final ClientAddress addresses;
  private final Templates templates;
  private final Settings settings;

  LinkPages(
      OidcLogin login,
      ProviderJoining joining,
      ProviderLinking linking,
      LinkSection section,
      ProviderCookie cookie,
      WayToProvider onward,
      Reauthentication reauthentication,
      IdentityFrames frames,
      ClientAddress addresses,
      Templates templates,
      Settings settings) {
    this.login = login;
    this.joining = joining;
    this.linking = linking;
    this.section = section;
    this.cookie = cookie;
    this.onward = onward;
    this.reauthentication = reauthentication;
    this.frames = frames;
    this.addresses = addresses;
    this.templates = templates;
    this.settings = settings;
  }

  /** The page that says why a login was not added. */
  static String problem(OidcProvider provider, Refused refused) {
    return PATH
        + "?anbieter="
        + provider.key()
        + "&problem="
        + refused.reason().name().toLowerCase(Locale.ROOT);
  }

  @GetMapping(PATH)
  ResponseEntity<String> links(
      Reader reader,
      @RequestParam(defaultValue = "") String hinweis,
      @RequestParam(defaultValue = "") String anbieter,
      @RequestParam(defaultValue = "") String problem) {
    Messages words = Messages.of(reader.language());
    String note =
        switch (hinweis) {
          case "verknuepft" -> words.get("oidc.linked");
          case "geloest" -> words.get("oidc.unlinked");
          default -> null;
        };
    String name = settings.oidc().provider(anbieter).map(OidcProvider::name).orElse("");
    String sentence =
        Arrays.stream(Refused.Reason.values())
            .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(problem))
            .filter(each -> !name.isEmpty())
            .map(each -> words.get(each.message(), name))
            .findFirst()
            .orElse(null);
    return page(200, reader, note, sentence);
  }

  @PostMapping(PATH + "/{provider}")
  ResponseEntity<String> add(
      @PathVariable String provider,
      Reader reader,
      Optional<SessionToken> session,
      HttpServletRequest request) {
    OidcProvider partner = settings.oidc().provider(provider).orElseThrow(Failure::notFound);
    reauthentication.require(reader, PATH);
    Pending.Adding adding =
        new Pending.Adding(reader.account(), session.orElseThrow(Failure::loginRequired).hex());
    try {
      return onward.to(
          partner, login.begin(partner, Whence.NOWHERE, adding, addresses.block(request)));
    } catch (Refused refused) {
      return page(503, reader, null, sentence(reader, refused, partner.name()));
    } catch (Failure refused) {
      return frames.tooMany(refused, sentence -> page(429, reader, null, sentence));
    }
  }

  @PostMapping(PATH + "/loesen")
  ResponseEntity<String> remove(
      @RequestParam(defaultValue = "") String issuer, Reader reader, HttpServletRequest request) {
    reauthentication.require(reader, PATH);
    try {
      linking.unlink(reader.account(), issuer, addresses.block(request));
    } catch (Refused refused) {
      return page(422, reader, null, sentence(reader, refused, linking.name(issuer)));
    }
    return IdentityFrames.seeOther(PATH + "?hinweis=geloest").build();
  }

  /** Somebody proved by a provider has logged in to an account that they have: shall it be one? */
  @GetMapping(JOIN)
  ResponseEntity<String> ask(Reader reader, HttpServletRequest request) {
    reauthentication.require(reader, JOIN);
    return joining
        .someone(cookie.read(request))
        .map(someone -> ask(someone.proven(), reader))
        .orElseGet(() -> ended(reader));
  }

  private ResponseEntity<String> ask(Proven proven, Reader reader) {
    return IdentityFrames.answer(
        200,
        templates
            .identityOidcJoin(
                frames.frame(reader, "oidc.join-title"),
                linking.name(proven.issuer()),
                proven.label(),
                reader.name())
            .render());
  }

  @PostMapping(JOIN)
  ResponseEntity<String> join(Reader reader, HttpServletRequest request) {
    reauthentication.require(reader, JOIN);
    Optional<Secret> secret = cookie.read(request);
    try {
      String path = joining.link(secret, reader, addresses.block(request));
      HttpHeaders headers = new HttpHeaders();
      cookie.remove(headers);
      return IdentityFrames.seeOther(path).headers(headers).build();
    } catch (Refused refused) {
      String name =
          joining
              .someone(secret)
              .map(someone -> linking.name(someone.proven().issuer()))
              .orElse("");
      return name.isEmpty()
          ? ended(reader)
          : page(422, reader, null, sentence(reader, refused, name));
    }
  }

  private ResponseEntity<String> ended(Reader reader) {
    return page(422, reader, null, Messages.of(reader.language()).get("oidc.ended-new"));
  }

  private static String sentence(Reader reader, Refused refused, String provider) {
    return Messages.of(reader.language()).get(refused.reason().message(), provider);
  }

  private ResponseEntity<String> page(
      int status, Reader reader, @Nullable String note, @Nullable String problem) {
    Messages words = Messages.of(reader.language());
    String html =
        templates
            .identityOidcLinks(
                frames.frame(reader, "oidc.links-title"),
                section.section(reader, words),
                note,
                problem)
            .render();
    return IdentityFrames.answer(status, html);
  }
}
