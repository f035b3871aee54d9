package org.talblatt.desk;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.talblatt.article.ArticlesOnFile;
import org.talblatt.article.Draft;
import org.talblatt.article.Stories;
import org.talblatt.base.ArticleId;
import org.talblatt.desk.story.Telling;

/**
 * Finds, as an agency's item comes into the paper, whether another agency's tells the same there.
 */
@Component
class SameStory {
  private static final Duration RECENT = Duration.ofHours(36);
  private static final int MOST = 200;

  private final TakenItems taken;
  private final ArticlesOnFile articles;
  private final Stories stories;
  private final Clock clock;

  SameStory(TakenItems taken, ArticlesOnFile articles, Stories stories, Clock clock) {
    this.taken = taken;
    this.articles = articles;
    this.stories = stories;
    this.clock = clock;
  }

  /** Joins the new article with the one that tells the same, where there is one. */
  void look(ArticleId article, Draft draft, String provider) {
    Telling told = Telling.of(draft);
    taken.ofOthers(provider, clock.instant().minus(RECENT), MOST).stream()
        .filter(other -> !other.equals(article))
        .map(articles::find)
        .flatMap(Optional::stream)
        .filter(ArticlesOnFile.OnFile::published)
        .filter(other -> told.same(Telling.of(other.draft())))
        .findFirst()
        .ifPresent(other -> stories.join(article, other.id()));
  }
}
