package org.talblatt.desk.front;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.talblatt.article.ArticleState;
import org.talblatt.article.FrontPlan;
import org.talblatt.article.FrontPlans;
import org.talblatt.article.NewsroomArticles;
import org.talblatt.article.Section;
import org.talblatt.article.Sections;
import org.talblatt.article.Stories;
import org.talblatt.base.ArticleId;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Role;
import org.talblatt.platform.Settings;
import org.talblatt.platform.text.Messages;
import org.talblatt.platform.text.Times;
import org.talblatt.wire.Wire;
import org.talblatt.wire.WireList;

/** Puts together what the newsroom's start page shows: each sees what they look after. */
@Component
class StartViews {
  private static final int NEWEST = 20;

  private final Wire wire;
  private final NewsroomArticles articles;
  private final Sections sections;
  private final FrontPlans plans;
  private final Stories stories;
  private final Settings settings;
  private final Clock clock;

  StartViews(
      Wire wire,
      NewsroomArticles articles,
      Sections sections,
      FrontPlans plans,
      Stories stories,
      Settings settings,
      Clock clock) {
    this.wire = wire;
    this.articles = articles;
    this.sections = sections;
    this.plans = plans;
    this.stories = stories;
    this.settings = settings;
    this.clock = clock;
  }

  StartView view(Reader reader) {
    List<Section> all = sections.all();
    List<Section> theirs =
        all.stream().filter(section -> reader.has(Role.EDITOR, section.slug())).toList();
    List<Section> shown = theirs.isEmpty() ? all : theirs;
    List<String> slugs = shown.stream().map(Section::slug).toList();
    Instant now = clock.instant();
    FrontPlan seen = plans.live().plan().at(now);
    FrontPlan published = plans.published().plan().at(now);
    NewsroomArticles.Search out =
        new NewsroomArticles.Search(ArticleState.PUBLISHED, null, slugs, "", null);
    List<NewsroomArticles.Row> newest = articles.find(out, 0, NEWEST);
    Map<ArticleId, List<ArticleId>> same =
        stories.others(newest.stream().map(NewsroomArticles.Row::id).toList());
    return new StartView(
        waiting(slugs),
        newest.stream()
            .map(row -> line(row, published, theirs, same.getOrDefault(row.id(), List.of())))
            .toList(),
        shown.size() == all.size()
            ? ""
            : shown.stream().map(Section::name).collect(Collectors.joining(", ")),
        seen.breaking(),
        reader.rights().everywhere(Role.EDITOR),
        now,
        new Times(settings.zone(), Messages.of(reader.language()).locale()));
  }

  private StartView.Line line(
      NewsroomArticles.Row row, FrontPlan published, List<Section> theirs, List<ArticleId> same) {
    boolean may = theirs.stream().anyMatch(section -> section.slug().equals(row.section().slug()));
    List<String> headlines =
        same.isEmpty()
            ? List.of()
            : articles.all(same).stream().map(NewsroomArticles.Row::headline).toList();
    return new StartView.Line(row, published.pinned(row.id()), may, headlines);
  }

  private List<StartView.Waiting> waiting(List<String> slugs) {
    Map<ArticleState, Integer> articleCounts = articles.counts(slugs);
    List<StartView.Waiting> waiting = new ArrayList<>();
    waiting.add(agencies("inbox", "/redaktion/eingang", wire.count(WireList.INBOX)));
    waiting.add(agencies("ticker", "/redaktion/eingang?liste=ticker", wire.count(WireList.TICKER)));
    waiting.add(agencies("refused", "/redaktion/eingang/dateien", wire.countRefused()));
    for (ArticleState state :
        List.of(ArticleState.DRAFT, ArticleState.IN_REVIEW, ArticleState.SCHEDULED)) {
      waiting.add(
          new StartView.Waiting(
              "front.waits-" + state.word(),
              "/redaktion/artikel?stand=" + state.word(),
              Integer.toString(articleCounts.getOrDefault(state, 0))));
    }
    return waiting;
  }

  private static StartView.Waiting agencies(String word, String path, int number) {
    String count = number < Wire.MOST_COUNTED ? Integer.toString(number) : number - 1 + "+";
    return new StartView.Waiting("front.waits-" + word, path, count);
  }
}
