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
import org.talblatt.base.AccountId;
import org.talblatt.base.Failure;
import org.talblatt.identity.Entrance;
import org.talblatt.identity.LoginOffer;
import org.talblatt.identity.Proof;
import org.talblatt.identity.SessionToken;
import org.talblatt.identity.StepOffer;
import org.talblatt.identity.Token;
import org.talblatt.identity.Whence;
import org.talblatt.platform.http.ClientAddress;
import org.talblatt.platform.text.Messages;
import talblatt.template.Templates;

/** Logging in by passkey alone, from the login page and the wall under an article. */
@Controller
@Order(10)
@RequestMapping("/anmelden/passkey")
class LoginByPasskey implements LoginOffer, StepOffer {
  private final Recognition recognition;
  private final KeyRing ring;
  private final AskedBrowser browsers;
  private final Entrance entrance;
  private final ClientAddress addresses;
  private final Templates templates;

  LoginByPasskey(
      Recognition recognition,
      KeyRing ring,
      AskedBrowser browsers,
      Entrance entrance,
      ClientAddress addresses,
      Templates templates) {
    this.recognition = recognition;
    this.ring = ring;
    this.browsers = browsers;
    this.entrance = entrance;
    this.addresses = addresses;
    this.templates = templates;
  }

  @Override
  public Content offer(Whence whence, Messages words) {
    return templates.identityPasskeyOffer(
        words, "/anmelden/passkey", whence.text(), whence.back(), true);
  }

  /** Instead of the code: a passkey counts as both factors. */
  @Override
  public Optional<Content> offer(AccountId account, String back, Messages words) {
    return ring.on(account)
        ? Optional.of(templates.identityPasskeyOffer(words, "/anmelden/passkey", "", back, false))
        : Optional.empty();
  }

  @PostMapping("/aufgabe")
  ResponseEntity<String> ask(HttpServletRequest request) {
    Token browser = browsers.of(request);
    return PasskeyAnswers.question(
        recognition.ask(browser, addresses.block(request)), browsers, browser);
  }

  @PostMapping
  ResponseEntity<PasskeyAnswers.Onward> enter(
      @RequestBody Shown.Sent sent, Optional<SessionToken> old, HttpServletRequest request) {
    AccountId account =
        recognition.recognise(Shown.parse(sent), browsers.of(request), addresses.block(request));
    ResponseEntity<String> admitted =
        entrance.admit(
            account, Proof.PASSKEY, new Whence(sent.text(), sent.zurueck()), old, request);
    if (!admitted.getStatusCode().is3xxRedirection()) {
      throw Failure.of(Failure.Kind.FORBIDDEN, "identity.login-closed");
    }
    return PasskeyAnswers.onward(admitted);
  }
}
