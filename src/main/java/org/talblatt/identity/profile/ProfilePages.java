package org.talblatt.identity.profile;

import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.talblatt.base.Failure;
import org.talblatt.identity.AccountName;
import org.talblatt.identity.IdentityFrames;
import org.talblatt.identity.Reader;
import org.talblatt.identity.SessionCookies;
import org.talblatt.paper.Actor;
import org.talblatt.platform.text.Messages;

/** One's own profile: who one is here. */
@Controller
@RequestMapping(ProfilePages.PATH)
class ProfilePages {
  static final String PATH = "/konto";

  private static final Map<String, String> NOTES =
      Map.of(
          "sprache", "identity.language-changed",
          "profil", "profile.saved",
          "name", "profile.name-changed",
          "bild", "profile.picture-changed",
          "kein-bild", "profile.picture-removed");

  private final ProfileSheet sheet;
  private final OwnProfile profile;
  private final Naming naming;
  private final SessionCookies cookies;

  ProfilePages(ProfileSheet sheet, OwnProfile profile, Naming naming, SessionCookies cookies) {
    this.sheet = sheet;
    this.profile = profile;
    this.naming = naming;
    this.cookies = cookies;
  }

  @GetMapping
  ResponseEntity<String> profile(Reader reader, @RequestParam(defaultValue = "") String hinweis) {
    return sheet.page(reader, NOTES.get(hinweis));
  }

  @PostMapping("/profil")
  ResponseEntity<?> describe(
      @RequestParam(defaultValue = "") String line,
      @RequestParam(defaultValue = "false") boolean hidden,
      Reader reader) {
    try {
      profile.describe(reader, ProfileLine.parse(line), hidden);
    } catch (Failure refused) {
      return sheet.refused(reader, refused, typed -> typed.with(line, hidden));
    }
    return done("profil");
  }

  @PostMapping("/name")
  ResponseEntity<?> rename(@RequestParam(defaultValue = "") String name, Reader reader, Actor by) {
    AccountName changed;
    try {
      changed = naming.change(reader, name, by);
    } catch (Failure refused) {
      return sheet.refused(reader, refused, typed -> typed.withName(name));
    }
    HttpHeaders hint = new HttpHeaders();
    cookies.hint(hint, changed.value());
    return IdentityFrames.seeOther(PATH + "?hinweis=name").headers(hint).build();
  }

  @PostMapping("/sprache")
  ResponseEntity<Void> changeLanguage(
      @RequestParam(defaultValue = "") String language, Reader reader) {
    if (!Messages.LANGUAGES.contains(language)) {
      throw Failure.invalid("language", "identity.language-unknown");
    }
    profile.setLanguage(reader, language);
    return done("sprache");
  }

  private static ResponseEntity<Void> done(String note) {
    return IdentityFrames.seeOther(PATH + "?hinweis=" + note).build();
  }
}
