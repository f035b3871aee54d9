package org.talblatt.widget;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.talblatt.base.ArticleId;
import org.talblatt.base.Failure;
import org.talblatt.identity.IdentityFrames;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Reauthentication;
import org.talblatt.paper.Actor;

/** Where administrators say which sites may show the talk. */
@Controller
@RequestMapping(SitePages.PATH)
class SitePages {
  static final String PATH = "/verwaltung/einbettung";
  private static final String SITE = "/{slug:[a-z0-9-]{1,40}}";

  private final SiteCare care;
  private final SiteScreens screens;
  private final Reauthentication reauthentication;

  SitePages(SiteCare care, SiteScreens screens, Reauthentication reauthentication) {
    this.care = care;
    this.screens = screens;
    this.reauthentication = reauthentication;
  }

  @GetMapping
  ResponseEntity<String> list(@RequestParam(defaultValue = "") String fertig, Reader reader) {
    return screens.list(reader, SiteForm.EMPTY, fertig, null);
  }

  @PostMapping
  ResponseEntity<String> add(
      @RequestParam(defaultValue = "") String kuerzel,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String herkunft,
      @RequestParam(defaultValue = "") String ressort,
      @RequestParam(defaultValue = "") String parameter,
      @RequestParam @Nullable String signiert,
      Reader reader,
      Actor actor) {
    reauthentication.require(reader, PATH);
    SiteForm form =
        new SiteForm(kuerzel.strip(), name, herkunft, ressort, parameter, signiert != null);
    try {
      care.add(form, actor);
    } catch (Failure refused) {
      return screens.list(reader, form, "", refused);
    }
    return done(kuerzel.strip(), "gespeichert");
  }

  @GetMapping(SITE)
  ResponseEntity<String> site(
      @PathVariable String slug, @RequestParam(defaultValue = "") String fertig, Reader reader) {
    return screens.site(reader, slug, SiteScreens.Shown.note(fertig));
  }

  @PostMapping(SITE)
  ResponseEntity<String> change(
      @PathVariable String slug,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String herkunft,
      @RequestParam(defaultValue = "") String ressort,
      @RequestParam(defaultValue = "") String parameter,
      @RequestParam @Nullable String signiert,
      Reader reader,
      Actor actor) {
    reauthentication.require(reader, PATH + "/" + slug);
    SiteForm form = new SiteForm(slug, name, herkunft, ressort, parameter, signiert != null);
    try {
      care.change(form, actor);
    } catch (Failure refused) {
      return screens.site(reader, slug, SiteScreens.Shown.refused(refused, form));
    }
    return done(slug, "gespeichert");
  }

  /** Answers with the secret itself: it stands in no address and is never shown again. */
  @PostMapping(SITE + "/geheimnis")
  ResponseEntity<String> newSecret(@PathVariable String slug, Reader reader, Actor actor) {
    reauthentication.require(reader, PATH + "/" + slug);
    String secret = care.newSecret(slug, actor);
    return screens.site(reader, slug, SiteScreens.Shown.secret(secret));
  }

  @PostMapping(SITE + "/schluessel")
  ResponseEntity<String> useKeys(
      @PathVariable String slug,
      @RequestParam(defaultValue = "") String schluessel,
      Reader reader,
      Actor actor) {
    reauthentication.require(reader, PATH + "/" + slug);
    try {
      care.useKeys(slug, schluessel, actor);
    } catch (Failure refused) {
      return screens.site(reader, slug, SiteScreens.Shown.refused(refused, null));
    }
    return done(slug, "anmeldung");
  }

  @PostMapping(SITE + "/anmeldungsende")
  ResponseEntity<String> endSignOn(@PathVariable String slug, Reader reader, Actor actor) {
    reauthentication.require(reader, PATH + "/" + slug);
    care.endSignOn(slug, actor);
    return done(slug, "anmeldung");
  }

  @PostMapping(SITE + "/entfernung")
  ResponseEntity<String> remove(@PathVariable String slug, Reader reader, Actor actor) {
    reauthentication.require(reader, PATH + "/" + slug);
    care.remove(slug, actor);
    return IdentityFrames.seeOther(PATH + "?fertig=entfernt").build();
  }

  @PostMapping(SITE + "/seiten/{article:[1-9][0-9]{0,17}}/ruecknahme")
  ResponseEntity<String> withdraw(
      @PathVariable String slug, @PathVariable long article, Actor actor) {
    care.withdraw(slug, new ArticleId(article), actor);
    return done(slug, "zurueckgezogen");
  }

  private static ResponseEntity<String> done(String slug, String what) {
    return IdentityFrames.seeOther(PATH + "/" + slug + "?fertig=" + what).build();
  }
}
