package org.talblatt.discussion.rating;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.talblatt.base.Failure;
import org.talblatt.identity.IdentityFrames;
import org.talblatt.identity.Reader;
import org.talblatt.paper.Actor;
import org.talblatt.platform.Settings;
import org.talblatt.platform.text.Messages;
import org.talblatt.platform.text.Times;
import talblatt.template.Templates;

/** Rings, for moderators and the publisher. */
@Controller
@RequestMapping("/moderation/ringe")
class RingPages {
  private static final String PATH = "/moderation/ringe";
  private static final String ONE = "/{id:[1-9][0-9]{0,17}}";

  private final Rings rings;
  private final IdentityFrames frames;
  private final Templates templates;
  private final Settings settings;
  private final Clock clock;

  RingPages(
      Rings rings, IdentityFrames frames, Templates templates, Settings settings, Clock clock) {
    this.rings = rings;
    this.frames = frames;
    this.templates = templates;
    this.settings = settings;
    this.clock = clock;
  }

  @GetMapping
  ResponseEntity<String> list(Reader moderator, @RequestParam(defaultValue = "") String hinweis) {
    String done =
        switch (hinweis) {
          case "weg" -> "rating.done-aside";
          case "zurueck" -> "rating.done-back";
          case "harmlos" -> "rating.done-harmless";
          default -> null;
        };
    return IdentityFrames.answer(200, html(moderator, done, null));
  }

  @PostMapping(ONE + "/absonderung")
  ResponseEntity<?> setAside(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String grund,
      Reader moderator,
      Actor from) {
    return judged(
        moderator,
        "weg",
        () ->
            rings.setAside(
                moderator,
                from,
                id,
                RingGround.of(grund)
                    .orElseThrow(() -> Failure.invalid("grund", "rating.ground-missing")),
                clock.instant()));
  }

  @PostMapping(ONE + "/ruecknahme")
  ResponseEntity<?> putBack(@PathVariable long id, Reader moderator, Actor from) {
    return judged(moderator, "zurueck", () -> rings.putBack(moderator, from, id));
  }

  @PostMapping(ONE + "/entwarnung")
  ResponseEntity<?> harmless(@PathVariable long id, Reader moderator, Actor from) {
    return judged(moderator, "harmlos", () -> rings.harmless(moderator, from, id, clock.instant()));
  }

  /** Leads back to the list, or shows it with what was wrong. */
  private ResponseEntity<?> judged(Reader moderator, String done, Runnable verdict) {
    try {
      verdict.run();
    } catch (Failure refused) {
      if (refused.kind() != Failure.Kind.INVALID && refused.kind() != Failure.Kind.CONFLICT) {
        throw refused;
      }
      return IdentityFrames.answer(refused.kind().status(), html(moderator, null, refused));
    }
    return IdentityFrames.seeOther(PATH + "?hinweis=" + done).build();
  }

  private String html(Reader moderator, @Nullable String done, @Nullable Failure refused) {
    Messages words = Messages.of(moderator.language());
    RingView view =
        new RingView(
            rings.all(moderator),
            moderator,
            words,
            new Times(settings.zone(), words.locale()),
            done == null ? "" : words.get(done),
            refused == null ? "" : words.get(refused.key(), refused.arguments()));
    return templates.ratingRings(frames.frame(moderator, "rating.title"), view).render();
  }
}
