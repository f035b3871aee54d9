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
import org.talblatt.platform.http.ClientAddress;
import org.talblatt.platform.text.Messages;

/** Registering by form. */
@Controller
class RegistrationPages {
  private final Registration registration;
  private final Candidates candidates;
  private final Agreements agreements;
  private final IdentityFrames frames;
  private final LoginWall wall;
  private final ClientAddress addresses;

  RegistrationPages(
      Registration registration,
      Candidates candidates,
      Agreements agreements,
      IdentityFrames frames,
      LoginWall wall,
      ClientAddress addresses) {
    this.registration = registration;
    this.candidates = candidates;
    this.agreements = agreements;
    this.frames = frames;
    this.wall = wall;
    this.addresses = addresses;
  }

  @GetMapping("/registrieren")
  ResponseEntity<String> form(@RequestParam(defaultValue = "") String zurueck) {
    return page(200, RegistrationForm.empty("", BackPath.of(zurueck)));
  }

  /** Comes from the login page too, with {@code schritt=neu}: the key of a kept text goes along. */
  @PostMapping("/registrieren")
  ResponseEntity<String> register(
      @RequestParam Map<String, String> fields, HttpServletRequest request) {
    RegistrationForm form = read(fields);
    if (fields.getOrDefault("schritt", "").equals("neu")) {
      return page(200, RegistrationForm.empty(form.text(), form.back()));
    }
    if (fields.getOrDefault("website", "").isEmpty()) {
      try {
        String password = fields.getOrDefault("password", "");
        registration.register(candidates.parse(form, password), addresses.block(request));
      } catch (Failure refused) {
        return refuse(form, refused);
      }
    }
    return IdentityFrames.seeOther("/bestaetigen").build();
  }

  private ResponseEntity<String> refuse(RegistrationForm form, Failure refused) {
    if (refused.fields().isEmpty()) {
      return frames.tooMany(
          refused, sentence -> page(429, form.refused(Map.of("email", sentence))));
    }
    Messages messages = frames.messages();
    Map<String, String> problems = new LinkedHashMap<>();
    for (String field : new String[] {"name", "email", "password", "age", "rules"}) {
      Optional.ofNullable(refused.fields().get(field))
          .ifPresent(key -> problems.put(field, messages.get(key, agreements.minimumAge())));
    }
    return page(422, form.refused(problems));
  }

  private ResponseEntity<String> page(int status, RegistrationForm form) {
    return wall.registration(status, form);
  }

  private static RegistrationForm read(Map<String, String> fields) {
    return new RegistrationForm(
        fields.getOrDefault("name", ""),
        fields.getOrDefault("email", ""),
        fields.containsKey("age"),
        fields.containsKey("rules"),
        fields.getOrDefault("fassung", ""),
        fields.getOrDefault("text", ""),
        BackPath.of(fields.get("zurueck")),
        Map.of());
  }
}
