package org.talblatt.identity;

import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.talblatt.base.Failure;
import org.talblatt.platform.text.Messages;
import talblatt.template.Templates;

/** One's own account: who one is here, and the way to everything else about it. */
@Controller
@RequestMapping("/konto")
class AccountPages {
  private static final Map<String, String> NOTES = Map.of("sprache", "identity.language-changed");

  private final Accounts accounts;
  private final IdentityFrames frames;
  private final Templates templates;

  AccountPages(Accounts accounts, IdentityFrames frames, Templates templates) {
    this.accounts = accounts;
    this.frames = frames;
    this.templates = templates;
  }

  @GetMapping
  ResponseEntity<String> account(Reader reader, @RequestParam(defaultValue = "") String hinweis) {
    Account account = accounts.find(reader.account()).orElseThrow(Failure::loginRequired);
    String note = NOTES.get(hinweis);
    AccountView view =
        new AccountView(
            account.name(),
            account.email(),
            account.language(),
            reader.has(Role.EDITOR),
            note == null ? null : Messages.of(reader.language()).get(note));
    return IdentityFrames.answer(
        200,
        templates.identityAccount(frames.frame(reader, "identity.account-title"), view).render());
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
}
