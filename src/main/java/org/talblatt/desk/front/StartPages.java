package org.talblatt.desk.front;

import java.time.Clock;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.talblatt.article.ArticlesOnFile;
import org.talblatt.article.FrontPlans;
import org.talblatt.article.Stories;
import org.talblatt.article.TakingBack;
import org.talblatt.base.ArticleId;
import org.talblatt.base.Failure;
import org.talblatt.identity.IdentityFrames;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Role;
import org.talblatt.platform.text.Messages;
import talblatt.template.Templates;

/**
 * The newsroom's start page, made for a phone at 23:40: what waits, and for each of the newest
 * articles to correct, to withdraw and to pin it, in two taps.
 */
@Controller
@RequestMapping(StartPages.PATH)
class StartPages {
  static final String PATH = "/redaktion";
  private static final String PIN = "/oben/{article:[1-9][0-9]{0,17}}";

  private final StartViews views;
  private final FrontPlans plans;
  private final Stories stories;
  private final ArticlesOnFile articles;
  private final TakingBack undo;
  private final IdentityFrames frames;
  private final Templates templates;
  private final Clock clock;

  StartPages(
      StartViews views,
      FrontPlans plans,
      Stories stories,
      ArticlesOnFile articles,
      TakingBack undo,
      IdentityFrames frames,
      Templates templates,
      Clock clock) {
    this.views = views;
    this.plans = plans;
    this.stories = stories;
    this.articles = articles;
    this.undo = undo;
    this.frames = frames;
    this.templates = templates;
    this.clock = clock;
  }

  @GetMapping
  ResponseEntity<String> start(Reader reader) {
    return page(200, reader, "");
  }

  /** On top of the front page, without anything else that is being prepared. */
  @PostMapping(PIN)
  ResponseEntity<String> pin(@PathVariable long article, Reader reader) {
    ArticleId id = new ArticleId(article);
    return done(
        reader,
        "#artikel-" + id,
        () -> plans.change(reader, undo.comesOut(), plan -> plan.pin(id, null)));
  }

  @PostMapping(PIN + "/entzug")
  ResponseEntity<String> unpin(@PathVariable long article, Reader reader) {
    ArticleId id = new ArticleId(article);
    return done(
        reader,
        "#artikel-" + id,
        () -> plans.change(reader, undo.comesOut(), plan -> plan.unpin(id)));
  }

  /** It tells a story of its own, and is shown so. */
  @PostMapping("/geschichten/{article:[1-9][0-9]{0,17}}/trennung")
  ResponseEntity<String> separate(@PathVariable long article, Reader reader) {
    ArticleId id = new ArticleId(article);
    String section = articles.find(id).orElseThrow(Failure::notFound).draft().section();
    reader.require(Role.EDITOR, section);
    return done(reader, "#artikel-" + id, () -> stories.separate(id));
  }

  /** What has to go goes at once. */
  @PostMapping("/eilzeile/ende")
  ResponseEntity<String> endLine(Reader reader) {
    return done(
        reader, "", () -> plans.change(reader, clock.instant(), plan -> plan.breaking(null)));
  }

  private ResponseEntity<String> done(Reader reader, String place, Runnable act) {
    try {
      act.run();
    } catch (Failure refused) {
      if (refused.kind() != Failure.Kind.INVALID) {
        throw refused;
      }
      return page(
          refused.kind().status(),
          reader,
          Messages.of(reader.language()).get(refused.key(), refused.arguments()));
    }
    return IdentityFrames.seeOther(PATH + place).build();
  }

  private ResponseEntity<String> page(int status, Reader reader, String problem) {
    return IdentityFrames.answer(
        status,
        templates
            .frontStart(frames.frame(reader, "front.start-title"), views.view(reader), problem)
            .render());
  }
}
