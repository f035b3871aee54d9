package org.talblatt.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.talblatt.base.Failure;
import org.talblatt.identity.guard.RegistrationGuard;
import org.talblatt.platform.http.ClientAddress;
import org.talblatt.platform.text.Messages;

/** Registering by form. */
@Controller
class RegistrationPages {
  /** The whole form as a field: its token, and what is wrong with no field in particular. */
  private static final String FORM = "formular";

  private final Registration registration;
  private final Candidates candidates;
  private final Agreements agreements;
  private final RegistrationGuard guard;
  private final IdentityFrames frames;
  private final LoginWall wall;
  private final ClientAddress addresses;

  RegistrationPages(
      Registration registration,
      Candidates candidates,
      Agreements agreements,
      RegistrationGuard guard,
      IdentityFrames frames,
      LoginWall wall,
      ClientAddress addresses) {
    this.registration = registration;
    this.candidates = candidates;
    this.agreements = agreements;
    this.guard = guard;
    this.frames = frames;
    this.wall = wall;
    this.addresses = addresses;
  }

  @GetMapping("/registrieren")
  ResponseEntity<String> form(
      @RequestParam(defaultValue = "") String zurueck, HttpServletRequest request) {
    return page(200, RegistrationForm.empty("", BackPath.of(zurueck)), request);
  }

  /** Comes from the login page too, with {@code schritt=neu}: the key of a kept text goes along. */
  @PostMapping("/registrieren")
  ResponseEntity<String> register(
      @RequestParam Map<String, String> fields, HttpServletRequest request) {
    RegistrationForm form = read(fields);
    if (fields.getOrDefault("schritt", "").equals("neu")) {
      return page(200, RegistrationForm.empty(form.text(), form.back()), request);
    }
    String block = addresses.block(request);
    RegistrationGuard.Verdict verdict =
        guard.check(
            fields.getOrDefault("website", ""),
            form.token(),
            fields.getOrDefault("arbeit", ""),
            block);
    if (!verdict.robot()) {
      try {
        Candidate candidate = candidate(form, fields, verdict);
        registration.register(candidate.readFirst(verdict.readFirst()), block);
      } catch (Failure refused) {
        return refuse(form, refused, request);
      }
    }
    return IdentityFrames.seeOther("/bestaetigen").build();
  }

  /** Everything that is wrong is said at once, with the form and with what was typed. */
  private Candidate candidate(
      RegistrationForm form, Map<String, String> fields, RegistrationGuard.Verdict verdict) {
    Map<String, String> problems = new LinkedHashMap<>();
    String key = verdict.problem();
    if (key != null) {
      problems.put(FORM, key);
    }
    try {
      Candidate candidate = candidates.parse(form, fields.getOrDefault("password", ""));
      if (problems.isEmpty()) {
        return candidate;
      }
    } catch (Failure wrong) {
      problems.putAll(wrong.fields());
    }
    throw Failure.invalid(problems);
  }

  private ResponseEntity<String> refuse(
      RegistrationForm form, Failure refused, HttpServletRequest request) {
    if (refused.fields().isEmpty()) {
      return frames.tooMany(
          refused, sentence -> page(429, form.refused(Map.of("email", sentence)), request));
    }
    Messages messages = frames.messages();
    Map<String, String> problems = new LinkedHashMap<>();
    for (String field : new String[] {FORM, "name", "email", "password", "age", "rules"}) {
      Optional.ofNullable(refused.fields().get(field))
          .ifPresent(key -> problems.put(field, messages.get(key, agreements.minimumAge())));
    }
    boolean used = "guard.form-used".equals(refused.fields().get(FORM));
    return page(422, (used ? form.used() : form).refused(problems), request);
  }

  private ResponseEntity<String> page(
      int status, RegistrationForm form, HttpServletRequest request) {
    return wall.registration(status, form, addresses.block(request));
  }

  private static RegistrationForm read(Map<String, String> fields) {
    return new RegistrationForm(
        fields.getOrDefault("name", ""),
        fields.getOrDefault("email", ""),
        fields.containsKey("age"),
        fields.containsKey("rules"),
        fields.getOrDefault("fassung", ""),
        fields.getOrDefault(FORM, ""),
        fields.getOrDefault("text", ""),
        BackPath.of(fields.get("zurueck")),
        Map.of());
  }
}
