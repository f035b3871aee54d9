package org.talblatt.identity.passkey;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.talblatt.base.Failure;
import org.talblatt.identity.IdentityFrames;
import org.talblatt.identity.OpenSession;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Reauthentication;
import org.talblatt.identity.SecuritySection;
import org.talblatt.identity.Token;
import org.talblatt.paper.Actor;
import org.talblatt.platform.text.Messages;
import talblatt.template.Templates;

/** One's own passkeys: a part of the page on security, and a page for each. */
@Controller
@Order(20)
@RequestMapping("/konto/passkeys")
class PasskeyPages implements SecuritySection {
  private static final String SECURITY = "/konto/sicherheit";

  private final KeyRing ring;
  private final PasskeyViews views;
  private final AskedBrowser browsers;
  private final Reauthentication proof;
  private final Refusals refusals;
  private final IdentityFrames frames;
  private final Templates templates;

  PasskeyPages(
      KeyRing ring,
      PasskeyViews views,
      AskedBrowser browsers,
      Reauthentication proof,
      Refusals refusals,
      IdentityFrames frames,
      Templates templates) {
    this.ring = ring;
    this.views = views;
    this.browsers = browsers;
    this.proof = proof;
    this.refusals = refusals;
    this.frames = frames;
    this.templates = templates;
  }

  @Override
  public Content section(Reader reader, Messages words) {
    return templates.identityPasskeys(words, views.of(reader));
  }

  @PostMapping("/aufgabe")
  ResponseEntity<?> offer(Reader reader, HttpServletRequest request) {
    proof.require(reader, SECURITY);
    Token browser = browsers.of(request);
    try {
      return PasskeyAnswers.question(ring.offer(reader.account(), browser), browsers, browser);
    } catch (Failure refused) {
      return refusals.say(refused, reader);
    }
  }

  @PostMapping
  ResponseEntity<?> add(
      @RequestBody NewPasskey.Sent sent, Reader reader, Actor by, HttpServletRequest request) {
    proof.require(reader, SECURITY);
    String agent = request.getHeader(HttpHeaders.USER_AGENT);
    String device = OpenSession.device(agent == null ? "" : agent);
    try {
      Passkey added =
          ring.add(by, reader.account(), NewPasskey.parse(sent), browsers.of(request), device);
      return ResponseEntity.status(201)
          .body(new PasskeyAnswers.Onward("/konto/passkeys/" + added.number() + "?neu=1"));
    } catch (Failure refused) {
      return refusals.say(refused, reader);
    }
  }

  @GetMapping("/{number}")
  ResponseEntity<String> one(
      @PathVariable long number, @RequestParam(defaultValue = "") String neu, Reader reader) {
    Passkey passkey = ring.find(reader.account(), number);
    String note = neu.isEmpty() ? null : Messages.of(reader.language()).get("passkey.added");
    return page(200, reader, passkey, passkey.name(), note, null);
  }

  @PostMapping("/{number}/name")
  ResponseEntity<String> rename(
      @PathVariable long number, @RequestParam(defaultValue = "") String name, Reader reader) {
    Passkey passkey = ring.find(reader.account(), number);
    try {
      ring.rename(reader.account(), number, PasskeyName.parse(name));
    } catch (Failure refused) {
      if (refused.fields().isEmpty()) {
        throw refused;
      }
      String sentence = Messages.of(reader.language()).get(refused.key(), refused.arguments());
      return page(422, reader, passkey, name, null, sentence);
    }
    return IdentityFrames.seeOther(SECURITY + "#passkeys").build();
  }

  @PostMapping("/{number}/entfernen")
  ResponseEntity<String> remove(@PathVariable long number, Reader reader, Actor by) {
    proof.require(reader, "/konto/passkeys/" + number);
    ring.remove(by, reader.account(), number);
    return IdentityFrames.seeOther(SECURITY + "#passkeys").build();
  }

  private ResponseEntity<String> page(
      int status,
      Reader reader,
      Passkey passkey,
      String typed,
      @Nullable String note,
      @Nullable String problem) {
    String html =
        templates
            .identityPasskey(
                frames.frame(reader, "passkey.title"),
                views.of(reader, passkey),
                typed,
                note,
                problem)
            .render();
    return IdentityFrames.answer(status, html);
  }
}
