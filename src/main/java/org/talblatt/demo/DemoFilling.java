package org.talblatt.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.talblatt.article.DiscussionRules;
import org.talblatt.article.Draft;
import org.talblatt.article.Publishing;
import org.talblatt.article.Section;
import org.talblatt.article.Sections;
import org.talblatt.base.ArticleId;
import org.talblatt.paper.Actor;
import org.talblatt.paper.LegalTexts;
import org.talblatt.paper.Paper;
import org.talblatt.paper.Papers;
import org.talblatt.picture.NewPicture;
import org.talblatt.picture.Pictures;
import org.talblatt.picture.Rendering;
import org.talblatt.platform.Settings;
import org.talblatt.platform.text.ArticleHtml;
import org.talblatt.platform.text.Messages;

/** Puts the demo's content into the paper, in one transaction. */
@Component
class DemoFilling {
  private static final String CREDIT = "Zeichnung: Der Laitauer";
  private static final String LANGUAGE = "de";

  private final Papers papers;
  private final LegalTexts legal;
  private final Sections sections;
  private final Pictures pictures;
  private final Publishing publishing;
  private final DemoTalk talk;
  private final Settings settings;
  private final Clock clock;

  DemoFilling(
      Papers papers,
      LegalTexts legal,
      Sections sections,
      Pictures pictures,
      Publishing publishing,
      DemoTalk talk,
      Settings settings,
      Clock clock) {
    this.papers = papers;
    this.legal = legal;
    this.sections = sections;
    this.pictures = pictures;
    this.publishing = publishing;
    this.talk = talk;
    this.settings = settings;
    this.clock = clock;
  }

  @Transactional
  void fill(DemoContent content, Map<String, Rendering> painted) {
    Instant now = clock.instant();
    papers.markDemo();
    title(content.title());
    DemoTalk.Crowd crowd = talk.register(content.people());
    Map<String, ArticleId> published = new HashMap<>();
    for (DemoContent.Placed placed : oldestFirst(content)) {
      DemoContent.Story story = placed.story();
      Rendering picture = Objects.requireNonNull(painted.get(story.key()));
      published.put(story.key(), publish(placed, picture, now));
    }
    for (DemoContent.Placed placed : content.stories()) {
      DemoContent.Story story = placed.story();
      ArticleId article = Objects.requireNonNull(published.get(story.key()));
      List<DemoContent.Said> said = Objects.requireNonNull(content.threads().get(story.key()));
      talk.hold(crowd, article, said, content.reactions(), at(story, now), now);
      if (story.withdrawn()) {
        publishing.withdraw(article);
      }
    }
  }

  /** Ids follow time, as in a paper that grew. */
  private static List<DemoContent.Placed> oldestFirst(DemoContent content) {
    return content.stories().stream()
        .sorted((a, b) -> Integer.compare(b.story().minutesAgo(), a.story().minutesAgo()))
        .toList();
  }

  private void title(DemoContent.Title title) {
    papers.change(new Paper(title.name(), title.motto(), LANGUAGE), Actor.program());
    legal.change(
        LegalTexts.Name.IMPRESSUM,
        Messages.of(LANGUAGE),
        paragraphs(title.imprint()),
        Actor.program());
    for (int i = 0; i < title.sections().size(); i++) {
      DemoContent.DemoSection section = title.sections().get(i);
      sections.put(new Section(section.slug(), section.name(), i + 1, LANGUAGE));
    }
  }

  private ArticleId publish(DemoContent.Placed placed, Rendering picture, Instant now) {
    DemoContent.Story story = placed.story();
    Scene scene = story.picture();
    Instant at = at(story, now);
    Draft draft =
        draft(
            placed,
            pictures.store(picture, NewPicture.own(scene.caption(), CREDIT, scene.alternative())),
            rules(story, at),
            at,
            "");
    ArticleId id = publishing.publish(draft, null, at);
    if (story.correction() != null) {
      Draft corrected =
          draft(
              placed,
              Objects.requireNonNull(draft.picture()),
              rules(story, at),
              at,
              story.correction());
      publishing.correct(id, 1, corrected, null);
    }
    return id;
  }

  private Draft draft(
      DemoContent.Placed placed,
      org.talblatt.base.PictureId picture,
      DiscussionRules rules,
      Instant at,
      String correction) {
    DemoContent.Story story = placed.story();
    WeekdayNames days = new WeekdayNames(at.atZone(settings.zone()).toLocalDate());
    return new Draft(
        placed.section(),
        story.headline(),
        story.kicker(),
        story.subhead(),
        days.in(story.teaser()),
        story.byline(),
        story.credit(),
        story.dateline(),
        ArticleHtml.clean(days.in(paragraphs(story.text()))),
        LANGUAGE,
        correction,
        picture,
        story.topics(),
        story.weight(),
        rules,
        null);
  }

  private static DiscussionRules rules(DemoContent.Story story, Instant at) {
    DiscussionRules.Mode mode = mode(story.discussion());
    Integer hours = story.closesAfterHours();
    return new DiscussionRules(
        mode, hours == null ? null : at.plus(Duration.ofHours(hours)), Duration.ZERO);
  }

  private static DiscussionRules.Mode mode(@Nullable String name) {
    return name == null
        ? DiscussionRules.Mode.OPEN
        : DiscussionRules.Mode.valueOf(name.toUpperCase(Locale.ROOT));
  }

  private static Instant at(DemoContent.Story story, Instant now) {
    return now.minus(Duration.ofMinutes(story.minutesAgo()));
  }

  private static String paragraphs(List<String> text) {
    return "<p>" + String.join("</p><p>", text) + "</p>";
  }
}
