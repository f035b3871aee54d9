package org.talblatt.demo;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.talblatt.article.Articles;
import org.talblatt.article.DiscussionRules;
import org.talblatt.article.Draft;
import org.talblatt.article.Publishing;
import org.talblatt.article.Section;
import org.talblatt.article.Sections;
import org.talblatt.paper.Paper;
import org.talblatt.paper.Papers;
import org.talblatt.platform.text.ArticleHtml;
import tools.jackson.databind.json.JsonMapper;

/** Fills an empty paper with the demo's stories; does nothing where there are stories already. */
@Component
public class DemoPaper {
  private final Papers papers;
  private final Sections sections;
  private final Articles articles;
  private final Publishing publishing;
  private final Clock clock;

  DemoPaper(
      Papers papers, Sections sections, Articles articles, Publishing publishing, Clock clock) {
    this.papers = papers;
    this.sections = sections;
    this.articles = articles;
    this.publishing = publishing;
    this.clock = clock;
  }

  /** Sections first, then stories; all of it or, where it is interrupted, nothing. */
  @Transactional
  public void fill() {
    if (articles.count(null) > 0) {
      return;
    }
    Content content = read();
    papers.change(new Paper(content.name(), content.motto(), "de"));
    for (int i = 0; i < content.sections().size(); i++) {
      DemoSection section = content.sections().get(i);
      sections.put(new Section(section.slug(), section.name(), i + 1, "de"));
    }
    content.stories().forEach(this::publish);
  }

  private void publish(Story story) {
    publishing.publish(
        new Draft(
            story.section(),
            story.headline(),
            story.kicker(),
            story.subhead(),
            story.teaser(),
            story.byline(),
            story.credit(),
            story.dateline(),
            ArticleHtml.clean("<p>" + String.join("</p><p>", story.text()) + "</p>"),
            "de",
            "",
            null,
            story.topics(),
            story.weight(),
            DiscussionRules.OPEN,
            null),
        null,
        clock.instant().minus(Duration.ofMinutes(story.minutesAgo())));
  }

  private static Content read() {
    try (InputStream in = new ClassPathResource("demo/stories.json").getInputStream()) {
      return JsonMapper.builder().build().readValue(in, Content.class);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  record Content(String name, String motto, List<DemoSection> sections, List<Story> stories) {}

  record DemoSection(String slug, String name) {}

  record Story(
      String section,
      int minutesAgo,
      int weight,
      String kicker,
      String headline,
      String subhead,
      String teaser,
      String byline,
      String credit,
      String dateline,
      List<String> topics,
      List<String> text) {}
}
