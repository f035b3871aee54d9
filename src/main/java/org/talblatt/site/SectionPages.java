package org.talblatt.site;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.talblatt.article.Article;
import org.talblatt.article.Articles;
import org.talblatt.article.Section;
import org.talblatt.article.Sections;
import org.talblatt.base.Failure;
import org.talblatt.platform.page.Page;
import org.talblatt.platform.page.PageAddress;
import org.talblatt.platform.page.PageRoute;
import talblatt.template.Templates;

/** A section's page: its stories, newest first. */
@Component
class SectionPages implements PageRoute {
  private static final Pattern PATH = Pattern.compile("/[a-z0-9]+(-[a-z0-9]+)*");
  private static final int STORIES = 40;

  private final Sections sections;
  private final Articles articles;
  private final Frames frames;
  private final Templates templates;
  private final Clock clock;

  SectionPages(
      Sections sections, Articles articles, Frames frames, Templates templates, Clock clock) {
    this.sections = sections;
    this.articles = articles;
    this.frames = frames;
    this.templates = templates;
    this.clock = clock;
  }

  @Override
  public Set<String> queryNames() {
    return Set.of();
  }

  @Override
  public boolean owns(String path) {
    return PATH.matcher(path).matches() && !Sections.reserved(path.substring(1));
  }

  @Override
  public Page render(PageAddress address) {
    String slug = address.path().substring(1);
    Section section = sections.find(slug).orElseThrow(Failure::notFound);
    List<Article> stories = articles.newest(slug, null, STORIES);
    FrontPage page = FrontPage.of(stories, frames.times(section.language()), clock.instant());
    String html =
        templates
            .siteSection(
                frames.frame(
                    section.language(), section.name(), "", section.path(), section.path()),
                section,
                page)
            .render();
    return Page.html(html, Set.of("section:" + slug, "paper")).until(articles.nextAppearance(slug));
  }
}
