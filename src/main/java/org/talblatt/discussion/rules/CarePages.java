package org.talblatt.discussion.rules;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.talblatt.article.ArticlesOnFile;
import org.talblatt.base.ArticleId;
import org.talblatt.base.CommentId;
import org.talblatt.base.Failure;
import org.talblatt.base.Links;
import org.talblatt.discussion.Comment;
import org.talblatt.discussion.CommentVersions;
import org.talblatt.discussion.Curation;
import org.talblatt.discussion.ThreadReading;
import org.talblatt.identity.IdentityFrames;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Role;
import org.talblatt.paper.Actor;
import org.talblatt.platform.Settings;
import org.talblatt.platform.text.Messages;
import org.talblatt.platform.text.Times;
import talblatt.template.Templates;

/** One comment in the newsroom's hands: to the top, no more answers, what it said before. */
@Controller
@RequestMapping("/redaktion/artikel/{article:[1-9][0-9]{0,17}}/kommentare/{number:[1-9][0-9]{0,8}}")
class CarePages {
  private final ArticlesOnFile articles;
  private final ThreadReading reading;
  private final CommentVersions versions;
  private final Curation curation;
  private final IdentityFrames frames;
  private final Templates templates;
  private final Settings settings;
  private final Clock clock;

  CarePages(
      ArticlesOnFile articles,
      ThreadReading reading,
      CommentVersions versions,
      Curation curation,
      IdentityFrames frames,
      Templates templates,
      Settings settings,
      Clock clock) {
    this.articles = articles;
    this.reading = reading;
    this.versions = versions;
    this.curation = curation;
    this.frames = frames;
    this.templates = templates;
    this.settings = settings;
    this.clock = clock;
  }

  @GetMapping
  ResponseEntity<String> comment(
      @PathVariable long article,
      @PathVariable int number,
      @RequestParam @Nullable String fertig,
      Reader reader) {
    return page(new CommentId(new ArticleId(article), number), reader, fertig != null, null);
  }

  @PostMapping("/hervorhebung")
  ResponseEntity<String> pin(
      @PathVariable long article,
      @PathVariable int number,
      @RequestParam(defaultValue = "") String wert,
      Reader reader,
      Actor actor) {
    CommentId id = new CommentId(new ArticleId(article), number);
    return done(
        id,
        reader,
        switch (wert) {
          case "1" -> () -> curation.pin(reader, id, actor, clock.instant());
          case "0" -> () -> curation.unpin(reader, id, actor);
          default -> throw Failure.invalid("wert", "rules.choice-unknown", wert);
        });
  }

  @PostMapping("/antworten")
  ResponseEntity<String> answers(
      @PathVariable long article,
      @PathVariable int number,
      @RequestParam(defaultValue = "") String wert,
      Reader reader,
      Actor actor) {
    CommentId id = new CommentId(new ArticleId(article), number);
    return done(
        id,
        reader,
        switch (wert) {
          case "zu" -> () -> curation.closeReplies(reader, id, actor);
          case "auf" -> () -> curation.openReplies(reader, id, actor);
          default -> throw Failure.invalid("wert", "rules.choice-unknown", wert);
        });
  }

  private ResponseEntity<String> done(CommentId id, Reader reader, Runnable act) {
    try {
      act.run();
    } catch (Failure refused) {
      if (refused.kind() != Failure.Kind.CONFLICT) {
        throw refused;
      }
      return page(id, reader, false, refused);
    }
    return IdentityFrames.seeOther(Links.curation(id) + "?fertig=1").build();
  }

  private ResponseEntity<String> page(
      CommentId id, Reader reader, boolean done, @Nullable Failure refused) {
    ArticlesOnFile.OnFile article = articles.find(id.article()).orElseThrow(Failure::notFound);
    String section = article.draft().section();
    boolean moderates = reader.has(Role.MODERATOR, section) || reader.has(Role.PUBLISHER);
    if (!moderates && !Curation.may(reader, section)) {
      throw Failure.of(Failure.Kind.FORBIDDEN, "staff.section-not-yours", section);
    }
    // editors who don't moderate see what readers see
    Comment comment =
        (moderates ? reading.onFile(id) : reading.published(id))
            .filter(found -> moderates || !found.line())
            .orElseThrow(Failure::notFound);
    Messages words = Messages.of(reader.language());
    CareView view =
        new CareView(
            comment,
            article.draft().headline(),
            article.draft().language(),
            Curation.may(reader, section) && comment.state() == Comment.State.PUBLISHED,
            curation.closedAbove(comment),
            moderates ? versions.of(comment) : List.of(),
            refused == null ? null : words.get(refused.key(), refused.arguments()),
            done,
            words,
            new Times(settings.zone(), words.locale()));
    return IdentityFrames.answer(
        refused == null ? 200 : refused.kind().status(),
        templates.rulesComment(frames.frame(reader, "rules.newsroom"), view).render());
  }
}
