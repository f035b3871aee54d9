package org.talblatt.site;

import java.time.Clock;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.talblatt.article.Articles;
import org.talblatt.platform.page.Page;
import org.talblatt.platform.page.PageAddress;
import org.talblatt.platform.page.PageRoute;
import talblatt.template.Templates;

/** The front page: one lead, two seconds, then a list. */
@Component
class HomePages implements PageRoute {
  private static final int STORIES = 40;

  private final Articles articles;
  private final Frames frames;
  private final Templates templates;
  private final Clock clock;

  HomePages(Articles articles, Frames frames, Templates templates, Clock clock) {
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
    return path.equals("/");
  }

  @Override
  public Page render(PageAddress address) {
    String language = frames.paper().language();
    FrontPage page =
        FrontPage.of(articles.frontPage(STORIES), frames.times(language), clock.instant());
    String html =
        templates
            .siteHome(frames.frame(language, frames.paper().motto(), "", "/", ""), page)
            .render();
    return Page.html(html, Set.of("home", "paper")).until(articles.nextAppearance(null));
  }
}
