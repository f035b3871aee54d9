package org.talblatt.site;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talblatt.article.Article;
import org.talblatt.article.Articles;
import org.talblatt.article.FrontEdition;
import org.talblatt.article.FrontPlan;
import org.talblatt.article.FrontPlans;
import org.talblatt.article.Section;
import org.talblatt.article.Sections;
import org.talblatt.article.Stories;
import org.talblatt.base.ArticleId;
import org.talblatt.discussion.Discussion;
import org.talblatt.platform.Settings;
import org.talblatt.platform.page.Page;
import org.talblatt.platform.text.Times;

/** Chooses which stories stand on a listing page, and where. */
@Component
class Listings {
  private static final int ON_HOME = 12;
  private static final int IN_RIBBON = 3;
  private static final int ON_PAGE = 40;
  private static final int MOST_DISCUSSED = 6;
  private static final Duration RECENT = Duration.ofDays(7);

  private static final Comparator<Instant> NEWEST = Comparator.reverseOrder();

  private final Articles articles;
  private final Sections sections;
  private final FrontPlans plans;
  private final Stories stories;
  private final Discussion discussion;
  private final Settings settings;
  private final Clock clock;

  Listings(
      Articles articles,
      Sections sections,
      FrontPlans plans,
      Stories stories,
      Discussion discussion,
      Settings settings,
      Clock clock) {
    this.articles = articles;
    this.sections = sections;
    this.plans = plans;
    this.stories = stories;
    this.discussion = discussion;
    this.settings = settings;
    this.clock = clock;
  }

  /** The front page as it is arranged: what is pinned, the day's order, what else each has. */
  FrontPage home(Times times) {
    return home(times, plans.live().plan());
  }

  /** As above, arranged like this. */
  FrontPage home(Times times, FrontPlan arranged) {
    FrontPlan plan = arranged.at(clock.instant());
    List<Article> named = articles.published(plan.articles());
    SameStories same = new SameStories(stories, articles);
    List<Article> front = same.once(front(plan, named)).stream().limit(ON_HOME).toList();
    List<Article> leads = FrontPage.leads(front, 1);
    List<FrontPage.Ribbon> ribbons = ribbons(front, plan.byNews(), same);
    List<Article> most = mostDiscussed(null);
    List<Article> shown = new ArrayList<>(front);
    shown.addAll(most);
    ribbons.forEach(ribbon -> shown.addAll(ribbon.stories()));
    return new FrontPage(
        "",
        breaking(plan, named),
        leads,
        front.subList(leads.size(), front.size()),
        ribbons,
        most,
        same.others(),
        comments(shown),
        FrontPage.Pages.ONE,
        times,
        clock.instant());
  }

  /** What is pinned, then the day's order. */
  private List<Article> front(FrontPlan plan, List<Article> named) {
    List<Article> front =
        new ArrayList<>(named.stream().filter(each -> plan.pinned(each.id())).toList());
    // some more, because of what tells the same story only one is shown
    articles.frontPage(2 * ON_HOME).stream()
        .filter(article -> !plan.pinned(article.id()))
        .forEach(front::add);
    return front;
  }

  /** The line does not stand without the article that it leads to. */
  private static FrontPage.@Nullable Breaking breaking(FrontPlan plan, List<Article> named) {
    FrontPlan.Breaking line = plan.breaking();
    if (line == null || line.article() == null) {
      return line == null ? null : new FrontPage.Breaking(line.text(), null);
    }
    return named.stream()
        .filter(article -> article.id().equals(line.article()))
        .findFirst()
        .map(article -> new FrontPage.Breaking(line.text(), article.path()))
        .orElse(null);
  }

  private FrontPage.@Nullable Breaking breaking() {
    FrontPlan plan = plans.live().plan().at(clock.instant());
    FrontPlan.Breaking line = plan.breaking();
    return line == null
        ? null
        : breaking(
            plan, line.article() == null ? List.of() : articles.published(List.of(line.article())));
  }

  /** A page of a section, newest first; absent behind its end. */
  Optional<FrontPage> section(Section section, int number, Times times) {
    int pages = Math.max(1, Math.ceilDiv(articles.count(section.slug()), ON_PAGE));
    if (number > pages) {
      return Optional.empty();
    }
    SameStories same = new SameStories(stories, articles);
    List<Article> page = same.once(articles.page(section.slug(), (number - 1) * ON_PAGE, ON_PAGE));
    List<Article> leads = FrontPage.leads(page, number);
    List<Article> most = mostDiscussed(section.slug());
    List<Article> shown = new ArrayList<>(page);
    shown.addAll(most);
    return Optional.of(
        new FrontPage(
            section.name(),
            breaking(),
            leads,
            page.subList(leads.size(), page.size()),
            List.of(),
            most,
            same.others(),
            comments(shown),
            new FrontPage.Pages(number, pages, section.path()),
            times,
            clock.instant()));
  }

  /**
   * A listing changes at midnight, with the date in its masthead, when the next story is due, when
   * the oldest of the most discussed is no longer recent, and when what an editor arranged begins
   * or ends.
   */
  Page until(Page page, FrontPage listing, @Nullable String section) {
    Instant midnight =
        clock
            .instant()
            .atZone(settings.zone())
            .toLocalDate()
            .plusDays(1)
            .atStartOfDay(settings.zone())
            .toInstant();
    Instant leaves =
        listing.mostDiscussed().stream()
            .map(article -> article.publishedAt().plus(RECENT))
            .min(Comparator.naturalOrder())
            .orElse(null);
    FrontEdition arranged = plans.live();
    return page.until(midnight)
        .until(leaves)
        .until(articles.nextAppearance(section))
        .until(arranged.plan().nextEnd(clock.instant()))
        .until(arranged.replacedAt());
  }

  /** A section names its own only: talk elsewhere leaves its page as it is. */
  private List<Article> mostDiscussed(@Nullable String section) {
    Instant since = clock.instant().minus(RECENT);
    return articles.published(discussion.mostDiscussed(section, since, MOST_DISCUSSED));
  }

  private Map<ArticleId, Integer> comments(List<Article> shown) {
    return discussion.counts(shown.stream().map(Article::id).distinct().toList());
  }

  private List<FrontPage.Ribbon> ribbons(List<Article> shown, boolean byNews, SameStories same) {
    Set<ArticleId> above = new HashSet<>();
    shown.forEach(article -> above.add(article.id()));
    List<Article> newest = same.once(articles.newestOfEachSection(ON_HOME + IN_RIBBON));
    List<FrontPage.Ribbon> ribbons = new ArrayList<>();
    for (Section section : sections.all()) {
      List<Article> further =
          newest.stream()
              .filter(article -> article.section().slug().equals(section.slug()))
              .filter(article -> !above.contains(article.id()))
              .limit(IN_RIBBON)
              .toList();
      if (!further.isEmpty()) {
        ribbons.add(new FrontPage.Ribbon(section, further));
      }
    }
    if (byNews) {
      ribbons.sort(Comparator.comparing(ribbon -> ribbon.stories().getFirst().rank(), NEWEST));
    }
    return ribbons;
  }
}
