package org.talblatt.desk.front;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.talblatt.article.FrontPlan;
import org.talblatt.article.FrontPlans;
import org.talblatt.article.TakingBack;
import org.talblatt.base.ArticleId;
import org.talblatt.base.Failure;
import org.talblatt.identity.IdentityFrames;
import org.talblatt.identity.Reader;
import org.talblatt.platform.Settings;
import talblatt.template.Templates;

/** The screen on which the front page is arranged, previewed and published. */
@Controller
@RequestMapping(FrontPages.PATH)
class FrontPages {
  static final String PATH = "/redaktion/titelseite";
  private static final String PIN = "/oben/{article:[1-9][0-9]{0,17}}";
  private static final int MOST_HOURS = 168;

  private final FrontPlans plans;
  private final FrontViews views;
  private final TakingBack undo;
  private final IdentityFrames frames;
  private final Templates templates;
  private final Settings settings;
  private final Clock clock;

  FrontPages(
      FrontPlans plans,
      FrontViews views,
      TakingBack undo,
      IdentityFrames frames,
      Templates templates,
      Settings settings,
      Clock clock) {
    this.plans = plans;
    this.views = views;
    this.undo = undo;
    this.frames = frames;
    this.templates = templates;
    this.settings = settings;
    this.clock = clock;
  }

  @GetMapping
  ResponseEntity<String> page(@RequestParam(defaultValue = "") String suche, Reader reader) {
    return page(200, reader, views.view(reader, suche, null, null));
  }

  /** Puts an article on top, or gives one that stands there another end. */
  @PostMapping("/oben")
  ResponseEntity<String> pin(
      @RequestParam long artikel, @RequestParam(defaultValue = "0") int stunden, Reader reader) {
    ArticleId article = id(artikel);
    return prepare(reader, "#oben", plan -> plan.pin(article, end(stunden)));
  }

  @PostMapping(PIN + "/entzug")
  ResponseEntity<String> unpin(@PathVariable long article, Reader reader) {
    return prepare(reader, "#oben", plan -> plan.unpin(id(article)));
  }

  @PostMapping(PIN + "/platz")
  ResponseEntity<String> move(
      @PathVariable long article, @RequestParam String richtung, Reader reader) {
    boolean up = richtung.equals("hoch");
    return prepare(reader, "#oben-" + article, plan -> plan.move(id(article), up));
  }

  @PostMapping("/reihenfolge")
  ResponseEntity<String> order(@RequestParam String nach, Reader reader) {
    return prepare(reader, "#reihenfolge", plan -> plan.byNews(nach.equals("zeit")));
  }

  @PostMapping("/eilzeile")
  ResponseEntity<String> line(
      @RequestParam(defaultValue = "") String text,
      @RequestParam(defaultValue = "") String artikel,
      @RequestParam(defaultValue = "") String bis,
      Reader reader) {
    LineForm form = LineForm.typed(text, artikel, bis);
    try {
      FrontPlan.Breaking line = form.parse(settings.zone(), clock.instant());
      plans.prepare(reader, plan -> plan.breaking(line));
    } catch (Failure refused) {
      return refused(reader, form, refused);
    }
    return IdentityFrames.seeOther(PATH + "#eilzeile").build();
  }

  @PostMapping("/eilzeile/entzug")
  ResponseEntity<String> noLine(Reader reader) {
    return prepare(reader, "#eilzeile", plan -> plan.breaking(null));
  }

  @PostMapping("/ausgaben")
  ResponseEntity<String> publish(@RequestParam int stand, Reader reader) {
    try {
      plans.publish(reader, stand, undo.comesOut());
    } catch (Failure refused) {
      return refused(reader, null, refused);
    }
    return IdentityFrames.seeOther(PATH).build();
  }

  @PostMapping("/verwerfung")
  ResponseEntity<String> discard(Reader reader) {
    plans.discard(reader);
    return IdentityFrames.seeOther(PATH).build();
  }

  private ResponseEntity<String> prepare(
      Reader reader, String place, UnaryOperator<FrontPlan> change) {
    try {
      plans.prepare(reader, change);
    } catch (Failure refused) {
      return refused(reader, null, refused);
    }
    return IdentityFrames.seeOther(PATH + place).build();
  }

  private ResponseEntity<String> refused(Reader reader, @Nullable LineForm typed, Failure why) {
    if (why.kind() != Failure.Kind.INVALID && why.kind() != Failure.Kind.CONFLICT) {
      throw why;
    }
    return page(why.kind().status(), reader, views.view(reader, "", typed, why));
  }

  private ResponseEntity<String> page(int status, Reader reader, FrontView view) {
    return IdentityFrames.answer(
        status, templates.frontPage(frames.frame(reader, "front.title"), view).render());
  }

  /** So many hours from now on; null for none. */
  private @Nullable Instant end(int hours) {
    if (hours < 0 || hours > MOST_HOURS) {
      throw Failure.of(Failure.Kind.INVALID, "front.end-unreadable");
    }
    return hours == 0 ? null : clock.instant().plus(Duration.ofHours(hours));
  }

  private static ArticleId id(long number) {
    if (number <= 0) {
      throw Failure.notFound();
    }
    return new ArticleId(number);
  }
}
