package org.talblatt.identity.passkey;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.talblatt.base.Failure;
import org.talblatt.identity.Entrance;
import org.talblatt.identity.Proof;
import org.talblatt.identity.ProofOffer;
import org.talblatt.identity.Reader;
import org.talblatt.identity.SessionToken;
import org.talblatt.identity.Token;
import org.talblatt.identity.Whence;
import org.talblatt.platform.text.Messages;
import talblatt.template.Templates;

/** Showing once more by passkey who one is, before something that matters. */
@Controller
@Order(10)
@RequestMapping("/konto/bestaetigen/passkey")
class ProofByPasskey implements ProofOffer {
  private final Recognition recognition;
  private final KeyRing ring;
  private final AskedBrowser browsers;
  private final Entrance entrance;
  private final Templates templates;
  private final Refusals refusals;

  ProofByPasskey(
      Recognition recognition,
      KeyRing ring,
      AskedBrowser browsers,
      Entrance entrance,
      Templates templates,
      Refusals refusals) {
    this.recognition = recognition;
    this.ring = ring;
    this.browsers = browsers;
    this.entrance = entrance;
    this.templates = templates;
    this.refusals = refusals;
  }

  @Override
  public Optional<Content> offer(Reader reader, String back, Messages words) {
    return ring.on(reader.account())
        ? Optional.of(
            templates.identityPasskeyOffer(words, "/konto/bestaetigen/passkey", "", back, false))
        : Optional.empty();
  }

  @PostMapping("/aufgabe")
  ResponseEntity<?> ask(Reader reader, HttpServletRequest request) {
    Token browser = browsers.of(request);
    try {
      return PasskeyAnswers.question(recognition.ask(reader.account(), browser), browsers, browser);
    } catch (Failure refused) {
      return refusals.say(refused, reader);
    }
  }

  /** A new session in place of this one: it now counts two factors. */
  @PostMapping
  ResponseEntity<?> prove(
      @RequestBody Shown.Sent sent,
      Reader reader,
      Optional<SessionToken> session,
      HttpServletRequest request) {
    try {
      recognition.confirm(reader.account(), Shown.parse(sent), browsers.of(request));
    } catch (Failure refused) {
      return refusals.say(refused, reader);
    }
    return PasskeyAnswers.onward(
        entrance.admit(
            reader.account(), Proof.PASSKEY, new Whence("", sent.zurueck()), session, request));
  }
}
