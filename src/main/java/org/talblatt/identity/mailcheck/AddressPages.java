package org.talblatt.identity.mailcheck;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.talblatt.base.Failure;
import org.talblatt.identity.IdentityFrames;
import org.talblatt.identity.Reader;
import org.talblatt.platform.http.ClientAddress;
import org.talblatt.platform.text.Messages;
import talblatt.template.Templates;

/** For whom our mails don't reach: says so, and lets them show that they do. */
@Controller
class AddressPages {
  private final BouncedAddresses addresses;
  private final AddressCheck check;
  private final IdentityFrames frames;
  private final ClientAddress clients;
  private final Templates templates;

  AddressPages(
      BouncedAddresses addresses,
      AddressCheck check,
      IdentityFrames frames,
      ClientAddress clients,
      Templates templates) {
    this.addresses = addresses;
    this.check = check;
    this.frames = frames;
    this.clients = clients;
    this.templates = templates;
  }

  @GetMapping("/konto/erreichbar")
  ResponseEntity<String> address(Reader reader, @RequestParam(defaultValue = "") String gesendet) {
    Messages words = Messages.of(reader.language());
    return page(200, reader, gesendet.isEmpty() ? null : words.get("mailcheck.sent"));
  }

  @PostMapping("/konto/erreichbar")
  ResponseEntity<String> ask(Reader reader, HttpServletRequest request) {
    try {
      check.ask(reader, clients.block(request));
    } catch (Failure refused) {
      return frames.tooMany(refused, sentence -> page(429, reader, sentence));
    }
    return IdentityFrames.seeOther("/konto/erreichbar?gesendet=1").build();
  }

  /** Opening the link changes nothing, since mail programs open links too; its button does. */
  @GetMapping("/bestaetigen/erreichbar")
  ResponseEntity<String> button(@RequestParam(defaultValue = "") String link) {
    return check.good(link) ? arrived(200, link) : arrived(404, null);
  }

  @PostMapping("/bestaetigen/erreichbar")
  ResponseEntity<String> confirm(@RequestParam(defaultValue = "") String link) {
    return check.confirm(link)
        ? IdentityFrames.seeOther("/konto/erreichbar").build()
        : arrived(404, null);
  }

  private ResponseEntity<String> arrived(int status, @Nullable String link) {
    String html =
        templates.identityMailcheckArrived(frames.frame("mailcheck.arrived-title"), link).render();
    return IdentityFrames.answer(status, html);
  }

  private ResponseEntity<String> page(int status, Reader reader, @Nullable String note) {
    Optional<BouncedAddresses.Address> address = addresses.of(reader.account());
    String html =
        templates
            .identityMailcheckAddress(
                frames.frame(reader, "mailcheck.address-title"),
                address.map(BouncedAddresses.Address::email).orElse(""),
                address.flatMap(BouncedAddresses.Address::bouncedAt).isPresent(),
                note)
            .render();
    return IdentityFrames.answer(status, html);
  }
}
