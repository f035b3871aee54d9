package org.talblatt.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.talblatt.article.Sections;
import org.talblatt.base.AccountId;
import org.talblatt.base.Failure;
import org.talblatt.base.Links;
import org.talblatt.identity.Entrance;
import org.talblatt.identity.FirstAdministrator;
import org.talblatt.identity.Proof;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Role;
import org.talblatt.identity.SessionToken;
import org.talblatt.identity.Whence;
import org.talblatt.paper.Actor;
import org.talblatt.paper.Frame;
import org.talblatt.paper.Paper;
import org.talblatt.platform.http.ClientAddress;
import org.talblatt.platform.text.Messages;
import talblatt.template.Templates;

/** Where the first visitor of an empty paper becomes its administrator. */
@Controller
class SetupPages {
  private static final String[] FIELDS = {
    "code", "paper", "motto", "sections", "name", "email", "password"
  };

  private final FirstAdministrator administrator;
  private final PaperOpening opening;
  private final Sections sections;
  private final Entrance entrance;
  private final Frames frames;
  private final Templates templates;
  private final ClientAddress addresses;

  SetupPages(
      FirstAdministrator administrator,
      PaperOpening opening,
      Sections sections,
      Entrance entrance,
      Frames frames,
      Templates templates,
      ClientAddress addresses) {
    this.administrator = administrator;
    this.opening = opening;
    this.sections = sections;
    this.entrance = entrance;
    this.frames = frames;
    this.templates = templates;
    this.addresses = addresses;
  }

  @GetMapping("/einrichten")
  ResponseEntity<String> form(
      @RequestParam(defaultValue = "") String code, Optional<Reader> reader) {
    boolean account = administrator.missing();
    if (!account && sections.all().isEmpty() && reader.isEmpty()) {
      return ResponseEntity.status(303)
          .header(HttpHeaders.LOCATION, Links.login("/einrichten"))
          .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
          .build();
    }
    mustBeOpen(account, reader);
    Paper paper = frames.paper();
    String start = messages().get("site.setup-sections-start").replace('|', '\n');
    return page(
        200, new SetupForm(account, code, paper.name(), paper.motto(), start, "", "", Map.of()));
  }

  @PostMapping("/einrichten")
  ResponseEntity<String> open(
      @RequestParam Map<String, String> fields,
      Optional<Reader> reader,
      Optional<SessionToken> old,
      HttpServletRequest request) {
    boolean account = administrator.missing();
    mustBeOpen(account, reader);
    SetupForm form =
        new SetupForm(
            account,
            fields.getOrDefault("code", ""),
            fields.getOrDefault("paper", ""),
            fields.getOrDefault("motto", ""),
            fields.getOrDefault("sections", ""),
            fields.getOrDefault("name", ""),
            fields.getOrDefault("email", ""),
            Map.of());
    try {
      return account
          ? open(form, fields.getOrDefault("password", ""), old, request)
          : name(form, Actor.of(reader.orElseThrow().account(), addresses.block(request)));
    } catch (Failure refused) {
      return refuse(form, refused);
    }
  }

  private ResponseEntity<String> open(
      SetupForm form, String password, Optional<SessionToken> old, HttpServletRequest request) {
    NewPaper paper = NewPaper.parse(form, password, frames.paper().language());
    AccountId account = opening.open(form.code(), paper, addresses.block(request));
    return entrance.admit(account, Proof.PASSWORD, Whence.NOWHERE, old, request);
  }

  private ResponseEntity<String> name(SetupForm form, Actor by) {
    NewPaper.Named named = NewPaper.Named.parse(form, frames.paper().language());
    opening.name(named.paper(), named.sections(), by);
    return ResponseEntity.status(303)
        .header(HttpHeaders.LOCATION, "/")
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .build();
  }

  /**
   * For whoever has the code while there is no administrator, then for one, until it has sections.
   */
  private void mustBeOpen(boolean administratorMissing, Optional<Reader> reader) {
    boolean administrator =
        reader.filter(who -> who.roles().contains(Role.ADMINISTRATOR)).isPresent();
    if (!administratorMissing && !(administrator && sections.all().isEmpty())) {
      throw Failure.notFound();
    }
  }

  private ResponseEntity<String> refuse(SetupForm form, Failure refused) {
    if (refused.fields().isEmpty()) {
      throw refused;
    }
    Map<String, String> problems = new LinkedHashMap<>();
    for (String field : FIELDS) {
      String key = refused.fields().get(field);
      if (key != null) {
        problems.put(field, messages().get(key));
      }
    }
    return page(422, form.refused(problems));
  }

  private ResponseEntity<String> page(int status, SetupForm form) {
    Frame frame = Frame.plain(frames.paper(), messages(), messages().get("site.setup-title"));
    return ResponseEntity.status(status)
        .contentType(MediaType.valueOf("text/html;charset=utf-8"))
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .body(templates.siteSetup(frame, form).render());
  }

  private Messages messages() {
    return Messages.of(frames.paper().language());
  }
}
