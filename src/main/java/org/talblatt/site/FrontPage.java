package org.talblatt.site;

import java.time.Instant;
import java.util.List;
import org.talblatt.article.Article;
import org.talblatt.platform.text.Times;

/**
 * What stands where on a page that lists stories.
 *
 * @param leads the big ones, first the biggest; none where there are no stories
 * @param rest all others in order
 * @param today the day the page was made
 */
public record FrontPage(List<Article> leads, List<Article> rest, Times times, String today) {
  private static final int LEADS = 3;

  static FrontPage of(List<Article> stories, Times times, Instant now) {
    int leads = Math.min(LEADS, stories.size());
    return new FrontPage(
        stories.subList(0, leads), stories.subList(leads, stories.size()), times, times.day(now));
  }
}
