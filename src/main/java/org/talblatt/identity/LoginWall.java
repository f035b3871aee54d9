package org.talblatt.identity;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.talblatt.base.Failure;
import org.talblatt.identity.guard.RegistrationGuard;
import org.talblatt.platform.http.ClientAddress;
import org.talblatt.platform.text.Messages;
import talblatt.template.Templates;

/** Meets who writes without being logged in: keeps the text, then asks who they are. */
@Component
public class LoginWall {
  private final KeptTexts texts;
  private final Throttle throttle;
  private final ClientAddress addresses;
  private final ObjectProvider<LoginOffer> offers;
  private final IdentityFrames frames;
  private final Agreements agreements;
  private final RegistrationGuard guard;
  private final Templates templates;

  LoginWall(
      KeptTexts texts,
      Throttle throttle,
      ClientAddress addresses,
      ObjectProvider<LoginOffer> offers,
      IdentityFrames frames,
      Agreements agreements,
      RegistrationGuard guard,
      Templates templates) {
    this.texts = texts;
    this.throttle = throttle;
    this.addresses = addresses;
    this.offers = offers;
    this.frames = frames;
    this.agreements = agreements;
    this.guard = guard;
    this.templates = templates;
  }

  /**
   * Keeps the text and answers with the login page, or with the registration where the form says
   * {@code schritt=neu}; either carries the key on.
   *
   * @throws Failure where too many texts wait from there; a person gets a form that still holds it
   */
  public ResponseEntity<String> ask(KeptText.Place place, String text, HttpServletRequest request) {
    boolean empty = text.isBlank();
    String key = empty ? "" : keep(place, text, request);
    String back = empty ? place.path() : "";
    return "neu".equals(request.getParameter("schritt"))
        ? registration(401, RegistrationForm.empty(key, back), addresses.block(request))
        : page(401, LoginForm.empty(key, back));
  }

  private String keep(KeptText.Place place, String text, HttpServletRequest request) {
    try {
      throttle.count(Throttle.Limit.KEPT_TEXT, addresses.block(request));
    } catch (Failure tooMany) {
      Duration wait = tooMany.retryAfter();
      throw wait != null && TooSoon.forPerson(request)
          ? new TooSoon.WithForm(request, wait)
          : tooMany;
    }
    return texts.keep(place, text);
  }

  /** The login page with this form. */
  public ResponseEntity<String> page(int status, LoginForm form) {
    Messages words = frames.messages();
    List<Content> shown =
        offers.orderedStream().map(each -> each.offer(form.whence(), words)).toList();
    String html =
        templates.identityLogin(frames.frame("identity.login-title"), form, shown).render();
    return IdentityFrames.answer(status, html);
  }

  /** The registration page with this form, for somebody from this address block. */
  ResponseEntity<String> registration(int status, RegistrationForm form, String block) {
    String html =
        templates
            .identityRegister(
                frames.frame("identity.register-title"),
                form,
                agreements.current(),
                guard.form(form.token(), block))
            .render();
    return IdentityFrames.answer(status, html);
  }
}
