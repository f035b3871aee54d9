package org.talblatt.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.talblatt.base.Failure;

/** Logging in and out by form. */
@Controller
class LoginPages {
  private static final Map<String, String> NOTES =
      Map.of("passwort", "identity.password-set", "link", "factor.link-sent");

  private final Login login;
  private final Registration registration;
  private final LoginWall wall;
  private final Entrance entrance;
  private final IdentityFrames frames;
  private final Devices devices;

  LoginPages(
      Login login,
      Registration registration,
      LoginWall wall,
      Entrance entrance,
      IdentityFrames frames,
      Devices devices) {
    this.login = login;
    this.registration = registration;
    this.wall = wall;
    this.entrance = entrance;
    this.frames = frames;
    this.devices = devices;
  }

  @GetMapping("/anmelden")
  ResponseEntity<String> form(
      @RequestParam(defaultValue = "") String zurueck,
      @RequestParam(defaultValue = "") String hinweis) {
    LoginForm form = LoginForm.empty("", BackPath.of(zurueck));
    String note = NOTES.get(hinweis);
    return wall.page(200, note == null ? form : form.noted(frames.messages().get(note)));
  }

  @PostMapping("/anmelden")
  ResponseEntity<String> enter(
      @RequestParam(name = "login", defaultValue = "") String name,
      @RequestParam(defaultValue = "") String password,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(defaultValue = "") String zurueck,
      Optional<SessionToken> old,
      HttpServletRequest request) {
    LoginForm form = new LoginForm(name, text, BackPath.of(zurueck), null, null);
    try {
      return enter(form, password, old, request);
    } catch (Failure refused) {
      return frames.tooMany(refused, sentence -> wall.page(429, form.refused(sentence)));
    }
  }

  private ResponseEntity<String> enter(
      LoginForm form, String password, Optional<SessionToken> old, HttpServletRequest request) {
    Caller caller = devices.caller(request);
    return switch (login.check(form.login(), password, caller)) {
      case Login.Result.Welcome(var account) ->
          entrance.admit(account, Proof.PASSWORD, form.whence(), old, request);
      case Login.Result.Wrong wrong -> refuse(form, "identity.login-wrong");
      case Login.Result.Unconfirmed waiting -> {
        registration.remind(waiting, caller.block());
        yield refuse(form, "identity.login-unconfirmed");
      }
    };
  }

  @PostMapping("/abmelden")
  ResponseEntity<Void> leave(
      @RequestParam(defaultValue = "") String zurueck, Optional<SessionToken> session) {
    HttpHeaders cookies = entrance.close(session);
    String back = BackPath.of(zurueck);
    return IdentityFrames.seeOther(back.isEmpty() ? "/" : back).headers(cookies).build();
  }

  private ResponseEntity<String> refuse(LoginForm form, String key) {
    return wall.page(422, form.refused(frames.messages().get(key)));
  }
}
