package org.talblatt.identity.oidc;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.talblatt.base.Failure;
import org.talblatt.identity.Agreements;
import org.talblatt.identity.Entrance;
import org.talblatt.identity.IdentityFrames;
import org.talblatt.identity.LoginForm;
import org.talblatt.identity.LoginWall;
import org.talblatt.identity.Proof;
import org.talblatt.identity.SessionToken;
import org.talblatt.platform.http.ClientAddress;
import org.talblatt.platform.mail.MailAddress;
import org.talblatt.platform.text.Messages;
import talblatt.template.Templates;

/** Somebody whom a provider vouches for chooses a name here, or proves an address first. */
@Controller
@RequestMapping(NewcomerPages.PATH)
class NewcomerPages {
  static final String PATH = "/anmelden/neu";

  private static final String[] FIELDS = {"name", "rules", "age"};

  private final ProviderJoining joining;
  private final ProviderCookie cookie;
  private final ProviderLinking linking;
  private final Agreements agreements;
  private final Entrance entrance;
  private final LoginWall wall;
  private final IdentityFrames frames;
  private final ClientAddress addresses;
  private final Templates templates;

  NewcomerPages(
      ProviderJoining joining,
      ProviderCookie cookie,
      ProviderLinking linking,
      Agreements agreements,
      Entrance entrance,
      LoginWall wall,
      IdentityFrames frames,
      ClientAddress addresses,
      Templates templates) {
    this.joining = joining;
    this.cookie = cookie;
    this.linking = linking;
    this.agreements = agreements;
    this.entrance = entrance;
    this.wall = wall;
    this.frames = frames;
    this.addresses = addresses;
    this.templates = templates;
  }

  @GetMapping
  ResponseEntity<String> form(
      @RequestParam(defaultValue = "") String hinweis, HttpServletRequest request) {
    return joining
        .someone(cookie.read(request))
        .map(someone -> form(someone, hinweis.equals("gesendet")))
        .orElseGet(this::ended);
  }

  private ResponseEntity<String> form(ProviderJoining.Someone someone, boolean sent) {
    Proven proven = someone.proven();
    if (proven.email().isEmpty()) {
      return address(200, someone, proven.suggestedEmail(), sent, null);
    }
    if (joining.hasAccount(proven)) {
      return IdentityFrames.answer(
          200,
          templates
              .identityOidcKnown(
                  frames.frame("oidc.known-title"), linking.name(proven.issuer()), proven.label())
              .render());
    }
    Map<String, String> typed = Map.of("name", joining.suggestion(proven));
    return name(200, someone, typed, Map.of());
  }

  @PostMapping
  ResponseEntity<String> join(
      @RequestParam Map<String, String> fields,
      Optional<SessionToken> old,
      HttpServletRequest request) {
    Optional<Secret> secret = cookie.read(request);
    try {
      ProviderJoining.Joined joined = joining.join(secret, fields, addresses.block(request));
      ResponseEntity<String> in =
          entrance.admit(joined.account(), Proof.OIDC, joined.whence(), old, request);
      HttpHeaders headers = new HttpHeaders();
      headers.putAll(in.getHeaders());
      cookie.remove(headers);
      return new ResponseEntity<>(in.getBody(), headers, in.getStatusCode());
    } catch (Refused refused) {
      return ended();
    } catch (Failure refused) {
      return refuse(joining.someone(secret), fields, refused);
    }
  }

  private ResponseEntity<String> refuse(
      Optional<ProviderJoining.Someone> someone, Map<String, String> fields, Failure refused) {
    if (someone.isEmpty()) {
      return ended();
    }
    if (refused.kind() == Failure.Kind.CONFLICT) {
      // the address has got an account meanwhile: its page says so
      return IdentityFrames.seeOther(PATH).build();
    }
    if (refused.fields().isEmpty()) {
      return frames.tooMany(
          refused, sentence -> name(429, someone.get(), fields, Map.of("name", sentence)));
    }
    Map<String, String> problems = new LinkedHashMap<>();
    for (String field : FIELDS) {
      Optional.ofNullable(refused.fields().get(field))
          .ifPresent(
              key -> problems.put(field, frames.messages().get(key, agreements.minimumAge())));
    }
    return name(422, someone.get(), fields, problems);
  }

  @PostMapping("/adresse")
  ResponseEntity<String> mail(
      @RequestParam(defaultValue = "") String email, HttpServletRequest request) {
    Optional<ProviderJoining.Someone> someone = joining.someone(cookie.read(request));
    if (someone.isEmpty()) {
      return ended();
    }
    Optional<MailAddress> address = MailAddress.parse(email);
    if (address.isEmpty()) {
      String problem = frames.messages().get("identity.email-invalid");
      return address(422, someone.get(), email, false, problem);
    }
    try {
      joining.mail(
          someone.get(), address.get(), frames.messages().language(), addresses.block(request));
    } catch (Failure refused) {
      return frames.tooMany(
          refused, sentence -> address(429, someone.get(), email, false, sentence));
    }
    return IdentityFrames.seeOther(PATH + "?hinweis=gesendet").build();
  }

  private ResponseEntity<String> name(
      int status,
      ProviderJoining.Someone someone,
      Map<String, String> typed,
      Map<String, String> problems) {
    NewcomerView view =
        new NewcomerView(
            linking.name(someone.proven().issuer()),
            someone.proven().label(),
            typed.getOrDefault("name", ""),
            typed.containsKey("age"),
            typed.containsKey("rules"),
            !someone.pending().whence().text().isEmpty(),
            agreements.current(),
            problems);
    return IdentityFrames.answer(
        status, templates.identityOidcNewcomer(frames.frame("oidc.new-title"), view).render());
  }

  private ResponseEntity<String> address(
      int status,
      ProviderJoining.Someone someone,
      String typed,
      boolean sent,
      @Nullable String problem) {
    return IdentityFrames.answer(
        status,
        templates
            .identityOidcAddress(
                frames.frame("oidc.address-title"),
                linking.name(someone.proven().issuer()),
                typed,
                sent,
                problem)
            .render());
  }

  private ResponseEntity<String> ended() {
    Messages words = frames.messages();
    return wall.page(422, LoginForm.empty("", "").refused(words.get("oidc.ended-new")));
  }
}
