package org.talblatt.desk.planning;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.springframework.stereotype.Component;
import org.talblatt.article.ArticleState;
import org.talblatt.article.NewsroomArticles;
import org.talblatt.article.Section;
import org.talblatt.article.Sections;

/** The paper's own articles that are to come out on a day. */
@Component
class PlannedArticles {
  private static final int MOST = 500;

  private final NewsroomArticles articles;
  private final Sections sections;

  PlannedArticles(NewsroomArticles articles, Sections sections) {
    this.articles = articles;
    this.sections = sections;
  }

  List<NewsroomArticles.Row> on(LocalDate day, ZoneId zone) {
    List<String> all = sections.all().stream().map(Section::slug).toList();
    NewsroomArticles.Search scheduled =
        new NewsroomArticles.Search(ArticleState.SCHEDULED, null, all, "", null);
    return articles.find(scheduled, 0, MOST).stream()
        .filter(row -> appears(row.appearsAt(), day, zone))
        .toList();
  }

  private static boolean appears(
      @org.jspecify.annotations.Nullable Instant at, LocalDate day, ZoneId zone) {
    return at != null && at.atZone(zone).toLocalDate().equals(day);
  }
}
