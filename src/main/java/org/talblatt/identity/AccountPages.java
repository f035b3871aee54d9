package org.talblatt.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.talblatt.base.Failure;
import org.talblatt.platform.Settings;
import org.talblatt.platform.text.Messages;
import org.talblatt.platform.text.Times;
import talblatt.template.Templates;

/** One's own account: who one is here, on which devices, with which password and language. */
@Controller
@RequestMapping("/konto")
class AccountPages {
  private static final Map<String, String> NOTES =
      Map.of(
          "passwort", "identity.password-changed",
          "sprache", "identity.language-changed",
          "sitzung", "identity.session-ended");

  private final Accounts accounts;
  private final Sessions sessions;
  private final PasswordReset passwords;
  private final Entrance entrance;
  private final IdentityFrames frames;
  private final Templates templates;
  private final Settings settings;

  AccountPages(
      Accounts accounts,
      Sessions sessions,
      PasswordReset passwords,
      Entrance entrance,
      IdentityFrames frames,
      Templates templates,
      Settings settings) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.passwords = passwords;
    this.entrance = entrance;
    this.frames = frames;
    this.templates = templates;
    this.settings = settings;
  }

  @GetMapping
  ResponseEntity<String> account(
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
      Optional<SessionToken> session,
      HttpServletRequest request) {
    try {
      passwords.change(reader.account(), old, password);
    } catch (Failure refused) {
      if (refused.fields().isEmpty() && refused.retryAfter() == null) {
        throw refused;
      }
      return page(refused.kind().status(), reader, session, null, refused);
    }
    String back = "/konto?hinweis=passwort";
    return entrance.open(reader.account(), reader.name(), "", back, session, request);
  }

  @PostMapping("/sprache")
  ResponseEntity<Void> changeLanguage(
      @RequestParam(defaultValue = "") String language, Reader reader) {
    if (!Messages.LANGUAGES.contains(language)) {
      throw Failure.invalid("language", "identity.language-unknown");
    }
    accounts.setLanguage(reader.account(), language);
    return IdentityFrames.seeOther("/konto?hinweis=sprache").build();
  }

  @PostMapping("/sitzungen/abmelden")
  ResponseEntity<Void> endSession(@RequestParam(defaultValue = "") String sitzung, Reader reader) {
    sessions.close(reader.account(), sitzung);
    return IdentityFrames.seeOther("/konto?hinweis=sitzung").build();
  }

  @PostMapping("/sitzungen/alle-abmelden")
  ResponseEntity<Void> endAllSessions(Reader reader, Optional<SessionToken> session) {
    sessions.closeAll(reader.account());
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
    Account account = accounts.find(reader.account()).orElseThrow(Failure::loginRequired);
    List<OpenSession> open =
        sessions.of(reader.account(), session.map(SessionToken::hex).orElse(""));
    AccountView view =
        new AccountView(
            account.name(),
            account.email(),
            account.language(),
            reader.has(Role.EDITOR),
            open,
            new Times(settings.zone(), words.locale()),
            note,
            problem(words, refused, "old"),
            problem(words, refused, "password"));
    String html =
        templates.identityAccount(frames.frame(reader, "identity.account-title"), view).render();
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.status(status)
            .header(HttpHeaders.CONTENT_TYPE, "text/html;charset=utf-8")
            .header(HttpHeaders.CACHE_CONTROL, "private, no-store");
    if (refused != null && refused.retryAfter() != null) {
      answer.header(HttpHeaders.RETRY_AFTER, Long.toString(refused.retryAfter().toSeconds()));
    }
    return answer.body(html);
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
