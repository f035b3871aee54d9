package org.talblatt.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.talblatt.base.Failure;
import org.talblatt.paper.Actor;
import org.talblatt.platform.http.ClientAddress;
import org.talblatt.platform.mail.MailAddress;
import talblatt.template.Templates;

/** For who has forgotten the password. */
@Controller
class PasswordPages {
  private final PasswordReset reset;
  private final IdentityFrames frames;
  private final Templates templates;
  private final ClientAddress addresses;

  PasswordPages(
      PasswordReset reset, IdentityFrames frames, Templates templates, ClientAddress addresses) {
    this.reset = reset;
    this.frames = frames;
    this.templates = templates;
    this.addresses = addresses;
  }

  @GetMapping("/passwort")
  ResponseEntity<String> form(@RequestParam(defaultValue = "") String gesendet) {
    return gesendet.isEmpty()
        ? askPage(200, "", null, null)
        : askPage(200, "", frames.messages().get("identity.password-mail-sent"), null);
  }

  @PostMapping("/passwort")
  ResponseEntity<String> ask(
      @RequestParam(defaultValue = "") String email, HttpServletRequest request) {
    Optional<MailAddress> address = MailAddress.parse(email);
    if (address.isEmpty()) {
      return askPage(422, email, null, frames.messages().get("identity.email-invalid"));
    }
    try {
      reset.ask(address.get(), addresses.block(request));
    } catch (Failure refused) {
      return frames.tooMany(refused, sentence -> askPage(429, email, null, sentence));
    }
    return IdentityFrames.seeOther("/passwort?gesendet=1").build();
  }

  @GetMapping("/passwort/neu")
  ResponseEntity<String> chooser(@RequestParam(defaultValue = "") String link) {
    return reset
        .asked(link)
        .map(account -> choosePage(200, account.name(), link, null))
        .orElseGet(this::linkEnded);
  }

  @PostMapping("/passwort/neu")
  ResponseEntity<String> choose(
      @RequestParam(defaultValue = "") String link,
      @RequestParam(defaultValue = "") String password,
      HttpServletRequest request) {
    Optional<Account> account = reset.asked(link);
    if (account.isEmpty()) {
      return linkEnded();
    }
    try {
      reset.reset(link, password, Actor.nobody(addresses.block(request)));
    } catch (Failure refused) {
      if (refused.kind() == Failure.Kind.NOT_FOUND) {
        return linkEnded();
      }
      return choosePage(
          422,
          account.get().name(),
          link,
          frames.messages().get(refused.key(), refused.arguments()));
    }
    return IdentityFrames.seeOther("/anmelden?hinweis=passwort").build();
  }

  private ResponseEntity<String> linkEnded() {
    return askPage(404, "", null, frames.messages().get("identity.link-ended"));
  }

  private ResponseEntity<String> askPage(
      int status, String email, @Nullable String note, @Nullable String problem) {
    String html =
        templates
            .identityPasswordForgotten(
                frames.frame("identity.password-title"), email, note, problem)
            .render();
    return IdentityFrames.answer(status, html);
  }

  private ResponseEntity<String> choosePage(
      int status, String name, String link, @Nullable String problem) {
    String html =
        templates
            .identityPasswordNew(frames.frame("identity.password-new-title"), name, link, problem)
            .render();
    return IdentityFrames.answer(status, html);
  }
}
