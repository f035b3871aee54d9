package org.talblatt.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.talblatt.base.Failure;
import org.talblatt.paper.Actor;
import org.talblatt.platform.Settings;
import org.talblatt.platform.text.Messages;
import org.talblatt.platform.text.Times;
import talblatt.template.Templates;

/** How one's own account is kept safe: with which password, on which devices. */
@Controller
@RequestMapping("/konto")
class SecurityPages {
  static final String PATH = "/konto/sicherheit";

  private static final Map<String, String> NOTES =
      Map.of(
          "passwort", "identity.password-changed",
          "sitzung", "identity.session-ended",
          "faktor", "factor.removed",
          "personal", "factor.staff-setup");

  private final Sessions sessions;
  private final AccountCare care;
  private final PasswordReset passwords;
  private final Entrance entrance;
  private final Reauthentication reauthentication;
  private final ObjectProvider<SecuritySection> sections;
  private final IdentityFrames frames;
  private final Templates templates;
  private final Settings settings;

  SecurityPages(
      Sessions sessions,
      AccountCare care,
      PasswordReset passwords,
      Entrance entrance,
      Reauthentication reauthentication,
      ObjectProvider<SecuritySection> sections,
      IdentityFrames frames,
      Templates templates,
      Settings settings) {
    this.sessions = sessions;
    this.care = care;
    this.passwords = passwords;
    this.entrance = entrance;
    this.reauthentication = reauthentication;
    this.sections = sections;
    this.frames = frames;
    this.templates = templates;
    this.settings = settings;
  }

  @GetMapping("/sicherheit")
  ResponseEntity<String> security(
      Reader reader,
      Optional<SessionToken> session,
      @RequestParam(defaultValue = "") String hinweis) {
    String note = NOTES.get(hinweis);
    return page(200, reader, session, note == null ? null : messages(reader).get(note), null);
  }

  @PostMapping("/passwort")
  ResponseEntity<String> changePassword(
      @RequestParam(defaultValue = "") String old,
      @RequestParam(defaultValue = "") String password,
      Reader reader,
      Actor by,
      Optional<SessionToken> session,
      HttpServletRequest request) {
    try {
      passwords.change(reader.account(), old, password, by);
    } catch (Failure refused) {
      if (refused.fields().isEmpty() && refused.retryAfter() == null) {
        throw refused;
      }
      return page(refused.kind().status(), reader, session, null, refused);
    }
    String back = PATH + "?hinweis=passwort";
    return entrance.proved(reader, reader.proved().factors(), back, session, request);
  }

  @PostMapping("/sitzungen/abmelden")
  ResponseEntity<Void> endSession(@RequestParam(defaultValue = "") String sitzung, Reader reader) {
    reauthentication.require(reader, PATH);
    sessions.close(reader.account(), sitzung);
    return IdentityFrames.seeOther(PATH + "?hinweis=sitzung").build();
  }

  @PostMapping("/sitzungen/alle-abmelden")
  ResponseEntity<Void> endAllSessions(Reader reader, Actor by, Optional<SessionToken> session) {
    reauthentication.require(reader, PATH);
    care.endSessions(reader.account(), by);
    HttpHeaders cookies = entrance.close(session);
    return IdentityFrames.seeOther("/anmelden").headers(cookies).build();
  }

  private ResponseEntity<String> page(
      int status,
      Reader reader,
      Optional<SessionToken> session,
      @Nullable String note,
      @Nullable Failure refused) {
    Messages words = messages(reader);
    List<OpenSession> open =
        sessions.of(reader.account(), session.map(SessionToken::hex).orElse(""));
    SecurityView view =
        new SecurityView(
            reader.name(),
            sections.orderedStream().map(each -> each.section(reader, words)).toList(),
            open,
            new Times(settings.zone(), words.locale()),
            note,
            problem(words, refused, "old"),
            problem(words, refused, "password"));
    String html =
        templates.identitySecurity(frames.frame(reader, "identity.security-title"), view).render();
    ResponseEntity<String> answer = IdentityFrames.answer(status, html);
    return refused == null ? answer : IdentityFrames.answer(refused, answer);
  }

  private static @Nullable String problem(Messages words, @Nullable Failure refused, String field) {
    if (refused == null) {
      return null;
    }
    boolean tooOften = refused.fields().isEmpty() && field.equals("old");
    return tooOften || refused.fields().containsKey(field)
        ? words.get(refused.key(), refused.arguments())
        : null;
  }

  private static Messages messages(Reader reader) {
    return Messages.of(reader.language());
  }
}
