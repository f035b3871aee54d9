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
import org.talblatt.platform.http.ClientAddress;
import org.talblatt.platform.mail.MailAddress;
import talblatt.template.Templates;

/**
 * Where the mailed link leads. Opening it changes nothing, since mail programs open links too; its
 * button confirms and logs in, on whatever device.
 */
@Controller
class ConfirmationPages {
  private final Registration registration;
  private final Entrance entrance;
  private final IdentityFrames frames;
  private final Templates templates;
  private final ClientAddress addresses;

  ConfirmationPages(
      Registration registration,
      Entrance entrance,
      IdentityFrames frames,
      Templates templates,
      ClientAddress addresses) {
    this.registration = registration;
    this.entrance = entrance;
    this.frames = frames;
    this.templates = templates;
    this.addresses = addresses;
  }

  @GetMapping("/bestaetigen")
  ResponseEntity<String> form(
      @RequestParam(defaultValue = "") String link, @RequestParam(defaultValue = "") String neu) {
    if (link.isEmpty()) {
      return mailSent(200, neu.isEmpty() ? null : frames.messages().get("identity.mail-again"));
    }
    return registration
        .waiting(link)
        .map(waiting -> button(200, waiting, link, null))
        .orElseGet(() -> mailSent(404, frames.messages().get("identity.link-ended")));
  }

  private ResponseEntity<String> button(
      int status, Registration.Confirming waiting, String link, @Nullable String problem) {
    String html =
        templates
            .identityConfirm(
                frames.frame("identity.confirm-title"),
                waiting.name().value(),
                link,
                waiting.disputed(),
                problem)
            .render();
    return IdentityFrames.answer(status, html);
  }

  @PostMapping("/bestaetigen")
  ResponseEntity<String> confirm(
      @RequestParam(defaultValue = "") String link,
      @RequestParam(defaultValue = "") String password,
      Optional<SessionToken> old,
      HttpServletRequest request) {
    try {
      Registration.Confirmed confirmed =
          registration.confirm(link, password, addresses.block(request));
      String path =
          confirmed
              .kept()
              .map(KeptText.Place::path)
              .orElse(confirmed.back().isEmpty() ? "/" : confirmed.back());
      return entrance.admit(
          confirmed.account(), Proof.MAILED_LINK, new Whence("", path), old, request);
    } catch (Failure refused) {
      return refuse(link, refused);
    }
  }

  private ResponseEntity<String> refuse(String link, Failure refused) {
    String sentence = frames.messages().get(refused.key(), refused.arguments());
    Optional<Registration.Confirming> waiting =
        refused.kind() == Failure.Kind.INVALID || refused.retryAfter() != null
            ? registration.waiting(link)
            : Optional.empty();
    if (waiting.isEmpty()) {
      return mailSent(refused.kind().status(), sentence);
    }
    ResponseEntity<String> page = button(refused.kind().status(), waiting.get(), link, sentence);
    return refused.retryAfter() == null ? page : frames.tooMany(refused, same -> page);
  }

  @PostMapping("/bestaetigen/erneut")
  ResponseEntity<String> again(
      @RequestParam(defaultValue = "") String email, HttpServletRequest request) {
    Optional<MailAddress> address = MailAddress.parse(email);
    if (address.isEmpty()) {
      return mailSent(422, frames.messages().get("identity.email-invalid"));
    }
    try {
      registration.remind(address.get(), addresses.block(request));
    } catch (Failure refused) {
      return frames.tooMany(refused, sentence -> mailSent(429, sentence));
    }
    return IdentityFrames.seeOther("/bestaetigen?neu=1").build();
  }

  private ResponseEntity<String> mailSent(int status, @Nullable String note) {
    String html =
        templates.identityMailSent(frames.frame("identity.mail-sent-title"), note).render();
    return IdentityFrames.answer(status, html);
  }
}
