package org.talblatt.desk.front;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talblatt.article.Article;
import org.talblatt.article.Articles;
import org.talblatt.article.ArticlesOnFile;
import org.talblatt.article.FrontEdition;
import org.talblatt.article.FrontPlan;
import org.talblatt.article.FrontPlans;
import org.talblatt.base.ArticleId;
import org.talblatt.base.Failure;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Role;
import org.talblatt.platform.Settings;
import org.talblatt.platform.text.Messages;
import org.talblatt.platform.text.Shortened;
import org.talblatt.platform.text.Storable;
import org.talblatt.platform.text.Times;

/** Puts together what the front page's screen shows. */
@Component
class FrontViews {
  private static final int CANDIDATES = 30;
  private static final int LONGEST_SEARCH = 100;

  private final FrontPlans plans;
  private final Articles articles;
  private final ArticlesOnFile onFile;
  private final Settings settings;
  private final Clock clock;

  FrontViews(
      FrontPlans plans, Articles articles, ArticlesOnFile onFile, Settings settings, Clock clock) {
    this.plans = plans;
    this.articles = articles;
    this.onFile = onFile;
    this.settings = settings;
    this.clock = clock;
  }

  /** The screen for somebody; where a form was refused, with what was typed and why. */
  FrontView view(Reader reader, String search, @Nullable LineForm typed, @Nullable Failure why) {
    Messages words = Messages.of(reader.language());
    Instant now = clock.instant();
    FrontEdition edition = plans.prepared().orElseGet(plans::published);
    FrontPlan plan = edition.plan().at(now);
    String looked = Shortened.to(LONGEST_SEARCH, Storable.of(search).strip());
    return new FrontView(
        edition,
        plan.pins().stream().flatMap(pin -> pinned(pin).stream()).toList(),
        candidates(plan, looked),
        looked,
        typed == null ? LineForm.of(plan.breaking(), settings.zone(), now) : typed,
        reader.rights().everywhere(Role.EDITOR),
        why == null ? "" : why.fields().keySet().stream().findFirst().orElse("form"),
        why == null ? null : words.get(why.key(), why.arguments().toArray()),
        now,
        new Times(settings.zone(), words.locale()));
  }

  private java.util.Optional<FrontView.Pinned> pinned(FrontPlan.Pin pin) {
    ArticleId id = pin.article();
    return onFile
        .find(id)
        .map(
            article ->
                new FrontView.Pinned(
                    id,
                    article.draft().headline(),
                    article.path(),
                    pin.until(),
                    articles.published(id).isPresent()));
  }

  private List<Article> candidates(FrontPlan plan, String search) {
    List<Article> found =
        search.isEmpty()
            ? articles.newest(null, null, CANDIDATES)
            : articles.withWords(search, CANDIDATES);
    return found.stream().filter(article -> !plan.pinned(article.id())).toList();
  }
}
