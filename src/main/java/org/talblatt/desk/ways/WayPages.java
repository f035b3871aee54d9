package org.talblatt.desk.ways;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.talblatt.base.Failure;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Reauthentication;
import org.talblatt.paper.Actor;

/** What administrators do to the ways of a provider. */
@Controller
@RequestMapping(AgencyPages.PATH + AgencyPages.ONE + "/wege")
class WayPages {
  private static final String ID = "/{id:[1-9][0-9]{0,17}}";

  private final AgencyCare care;
  private final AgencyScreens screens;
  private final Reauthentication reauthentication;

  WayPages(AgencyCare care, AgencyScreens screens, Reauthentication reauthentication) {
    this.care = care;
    this.screens = screens;
    this.reauthentication = reauthentication;
  }

  @ModelAttribute
  WayForm.Typed typed(
      @RequestParam(defaultValue = "") String art,
      @RequestParam(defaultValue = "") String adresse,
      @RequestParam(defaultValue = "") String benutzer,
      @RequestParam(defaultValue = "") String geheimnis,
      @RequestParam(defaultValue = "300") String abstand) {
    return new WayForm.Typed(art, adresse, benutzer, geheimnis, abstand);
  }

  @PostMapping
  ResponseEntity<String> add(
      @PathVariable String kurz,
      @ModelAttribute(binding = false) WayForm.Typed typed,
      Reader reader,
      Actor actor) {
    proved(reader, kurz);
    try {
      care.addWay(kurz, typed, actor);
    } catch (Failure refused) {
      return screens.agency(reader, kurz, AgencyScreens.Shown.refused(refused, 0, typed));
    }
    return AgencyPages.done(kurz, "weg");
  }

  @PostMapping(ID)
  ResponseEntity<String> change(
      @PathVariable String kurz,
      @PathVariable long id,
      @ModelAttribute(binding = false) WayForm.Typed typed,
      Reader reader,
      Actor actor) {
    proved(reader, kurz);
    try {
      care.changeWay(kurz, id, typed, actor);
    } catch (Failure refused) {
      return screens.agency(reader, kurz, AgencyScreens.Shown.refused(refused, id, typed));
    }
    return AgencyPages.done(kurz, "weg");
  }

  @PostMapping(ID + "/entfernung")
  ResponseEntity<String> remove(
      @PathVariable String kurz, @PathVariable long id, Reader reader, Actor actor) {
    proved(reader, kurz);
    care.removeWay(kurz, id, actor);
    return AgencyPages.done(kurz, "weg-entfernt");
  }

  @PostMapping(ID + "/schalter")
  ResponseEntity<String> turn(
      @PathVariable String kurz,
      @PathVariable long id,
      @RequestParam boolean an,
      Reader reader,
      Actor actor) {
    proved(reader, kurz);
    care.switchWay(kurz, id, an, actor);
    return AgencyPages.done(kurz, an ? "an" : "aus");
  }

  @PostMapping(ID + "/blick")
  ResponseEntity<String> look(@PathVariable String kurz, @PathVariable long id) {
    care.look(kurz, id);
    return AgencyPages.done(kurz, "blick");
  }

  @PostMapping(ID + "/vertrauen")
  ResponseEntity<String> trust(
      @PathVariable String kurz,
      @PathVariable long id,
      @RequestParam(defaultValue = "") String schluessel,
      Reader reader,
      Actor actor) {
    proved(reader, kurz);
    care.trust(kurz, id, schluessel, actor);
    return AgencyPages.done(kurz, "vertraut");
  }

  private void proved(Reader reader, String kurz) {
    reauthentication.require(reader, AgencyPages.PATH + "/" + kurz);
  }
}
