package org.talblatt.desk.ways;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.talblatt.base.Failure;
import org.talblatt.identity.IdentityFrames;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Reauthentication;
import org.talblatt.paper.Actor;

/** The providers and what is agreed with them: everybody in the newsroom reads it. */
@Controller
@RequestMapping(AgencyPages.PATH)
class AgencyPages {
  static final String PATH = "/redaktion/agenturen";
  static final String ONE = "/{kurz:[a-z0-9][a-z0-9._-]{0,39}}";

  private final AgencyCare care;
  private final AgencyScreens screens;
  private final Reauthentication reauthentication;

  AgencyPages(AgencyCare care, AgencyScreens screens, Reauthentication reauthentication) {
    this.care = care;
    this.screens = screens;
    this.reauthentication = reauthentication;
  }

  @ModelAttribute
  AgencyForm form(
      @RequestParam(defaultValue = "") String kuerzel,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String kredit,
      @RequestParam(defaultValue = "") String ressort,
      @RequestParam(defaultValue = "") String sprache,
      @RequestParam(defaultValue = "") String rechte,
      @RequestParam(defaultValue = "asked") String ungelesen) {
    return new AgencyForm(kuerzel, name, kredit, ressort, sprache, rechte, ungelesen);
  }

  @GetMapping
  ResponseEntity<String> list(
      @ModelAttribute(binding = false) AgencyForm form,
      @RequestParam(defaultValue = "") String fertig,
      Reader reader) {
    return screens.list(reader, form, fertig, null);
  }

  @PostMapping
  ResponseEntity<String> add(
      @ModelAttribute(binding = false) AgencyForm form, Reader reader, Actor actor) {
    reauthentication.require(reader, PATH);
    try {
      return done(care.add(form, actor).name(), "gespeichert");
    } catch (Failure refused) {
      return screens.list(reader, form, "", refused);
    }
  }

  @GetMapping(ONE)
  ResponseEntity<String> agency(
      @PathVariable String kurz, @RequestParam(defaultValue = "") String fertig, Reader reader) {
    return screens.agency(reader, kurz, AgencyScreens.Shown.note(fertig));
  }

  @PostMapping(ONE)
  ResponseEntity<String> change(
      @PathVariable String kurz,
      @ModelAttribute(binding = false) AgencyForm form,
      Reader reader,
      Actor actor) {
    reauthentication.require(reader, PATH + "/" + kurz);
    AgencyForm named = form.named(kurz);
    try {
      care.change(named, actor);
    } catch (Failure refused) {
      return screens.agency(reader, kurz, AgencyScreens.Shown.refused(refused, named));
    }
    return done(kurz, "gespeichert");
  }

  @PostMapping(ONE + "/entfernung")
  ResponseEntity<String> remove(@PathVariable String kurz, Reader reader, Actor actor) {
    reauthentication.require(reader, PATH + "/" + kurz);
    care.remove(kurz, actor);
    return IdentityFrames.seeOther(PATH + "?fertig=entfernt").build();
  }

  @PostMapping(ONE + "/schluessel")
  ResponseEntity<String> newKey(@PathVariable String kurz, Reader reader, Actor actor) {
    reauthentication.require(reader, PATH + "/" + kurz);
    String key = care.newKey(kurz, actor);
    return screens.agency(reader, kurz, AgencyScreens.Shown.key(key));
  }

  @PostMapping(ONE + "/schluessel/{id:[1-9][0-9]{0,17}}/entzug")
  ResponseEntity<String> revokeKey(
      @PathVariable String kurz, @PathVariable long id, Reader reader, Actor actor) {
    reauthentication.require(reader, PATH + "/" + kurz);
    care.revokeKey(kurz, id, actor);
    return done(kurz, "entzogen");
  }

  static ResponseEntity<String> done(String name, String what) {
    return IdentityFrames.seeOther(PATH + "/" + name + "?fertig=" + what).build();
  }
}
