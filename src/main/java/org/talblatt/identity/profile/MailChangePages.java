package org.talblatt.identity.profile;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.talblatt.base.Failure;
import org.talblatt.identity.IdentityFrames;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Reauthentication;
import org.talblatt.paper.Actor;
import org.talblatt.platform.http.ClientAddress;
import org.talblatt.platform.text.Messages;
import talblatt.template.Templates;

/** The form for another mail address, and where the mailed links lead, on whatever device. */
@Controller
class MailChangePages {
  private static final String PATH = "/konto/adresse";
  private static final String CONFIRM = "/bestaetigen/adresse";
  private static final String UNDO = "/bestaetigen/adresse/zurueck";

  private final MailChange change;
  private final Profiles profiles;
  private final Reauthentication proof;
  private final IdentityFrames frames;
  private final Templates templates;
  private final ClientAddress addresses;

  MailChangePages(
      MailChange change,
      Profiles profiles,
      Reauthentication proof,
      IdentityFrames frames,
      Templates templates,
      ClientAddress addresses) {
    this.change = change;
    this.profiles = profiles;
    this.proof = proof;
    this.frames = frames;
    this.templates = templates;
    this.addresses = addresses;
  }

  @GetMapping(PATH)
  ResponseEntity<String> form(Reader reader, @RequestParam(defaultValue = "") String hinweis) {
    if (!hinweis.isEmpty()) {
      return form(200, reader, "", Messages.of(reader.language()).get("profile.mail-sent"), null);
    }
    proof.require(reader, PATH);
    return form(200, reader, "", null, null);
  }

  @PostMapping(PATH)
  ResponseEntity<String> ask(
      @RequestParam(defaultValue = "") String email, Reader reader, HttpServletRequest request) {
    proof.require(reader, PATH);
    try {
      change.ask(reader, email, addresses.block(request));
    } catch (Failure refused) {
      String sentence = Messages.of(reader.language()).get(refused.key(), refused.arguments());
      return IdentityFrames.answer(
          refused, form(refused.kind().status(), reader, email, null, sentence));
    }
    return IdentityFrames.seeOther(PATH + "?hinweis=unterwegs").build();
  }

  private ResponseEntity<String> form(
      int status, Reader reader, String typed, @Nullable String note, @Nullable String problem) {
    return IdentityFrames.answer(
        status,
        templates
            .profileAddress(
                frames.frame(reader, "profile.mail-title"),
                profiles.of(reader.account()).email(),
                typed,
                note,
                problem)
            .render());
  }

  @GetMapping(CONFIRM)
  ResponseEntity<String> confirmForm(
      @RequestParam(defaultValue = "") String link,
      @RequestParam(defaultValue = "") String fertig) {
    return fertig.isEmpty()
        ? button(link, MailChanges.Purpose.CONFIRM)
        : page(200, "profile.mail-done", "");
  }

  @PostMapping(CONFIRM)
  ResponseEntity<String> confirm(
      @RequestParam(defaultValue = "") String link, HttpServletRequest request) {
    return used(CONFIRM, () -> change.confirm(link, Actor.nobody(addresses.block(request))));
  }

  @GetMapping(UNDO)
  ResponseEntity<String> undoForm(
      @RequestParam(defaultValue = "") String link,
      @RequestParam(defaultValue = "") String fertig) {
    return fertig.isEmpty()
        ? button(link, MailChanges.Purpose.UNDO)
        : page(200, "profile.mail-undone", "");
  }

  @PostMapping(UNDO)
  ResponseEntity<String> undo(
      @RequestParam(defaultValue = "") String link, HttpServletRequest request) {
    return used(UNDO, () -> change.undo(link, Actor.nobody(addresses.block(request))));
  }

  private ResponseEntity<String> used(String path, Runnable use) {
    try {
      use.run();
    } catch (Failure refused) {
      return page(refused.kind().status(), refused.key(), "");
    }
    return IdentityFrames.seeOther(path + "?fertig=1").build();
  }

  /** Opening a link changes nothing, since mail programs open links too. */
  private ResponseEntity<String> button(String link, MailChanges.Purpose purpose) {
    boolean confirm = purpose == MailChanges.Purpose.CONFIRM;
    return change.linked(link, purpose).isPresent()
        ? page(200, confirm ? "profile.mail-confirm-text" : "profile.mail-undo-text", link)
        : page(404, "identity.link-ended", "");
  }

  /** A sentence, with a button where there is something to do with the link. */
  private ResponseEntity<String> page(int status, String key, String link) {
    return IdentityFrames.answer(
        status,
        templates
            .profileAddressLink(
                frames.frame("profile.mail-title"),
                frames.messages().get(key),
                link,
                key.equals("profile.mail-confirm-text") ? CONFIRM : UNDO)
            .render());
  }
}
