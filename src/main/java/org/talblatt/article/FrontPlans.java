package org.talblatt.article;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.talblatt.base.ArticleId;
import org.talblatt.base.Failure;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Role;
import org.talblatt.platform.page.PageChanges;

/**
 * The door to the arrangement of the front page. One arrangement is prepared by all editors
 * together and published as a whole; what has to be quick is changed at once.
 */
@Service
public class FrontPlans {
  private final FrontEditions editions;
  private final ArticlesOnFile articles;
  private final Acts acts;
  private final PageChanges pages;
  private final Clock clock;

  FrontPlans(
      FrontEditions editions, ArticlesOnFile articles, Acts acts, PageChanges pages, Clock clock) {
    this.acts = acts;
    this.editions = editions;
    this.articles = articles;
    this.pages = pages;
    this.clock = clock;
  }

  /** What readers see now. */
  public FrontEdition live() {
    return editions.live().orElse(FrontEdition.NONE);
  }

  /** What was published last, even where readers see it only in some seconds. */
  public FrontEdition published() {
    return editions.published().orElse(FrontEdition.NONE);
  }

  /** What is being prepared; empty where nothing was changed since the last publication. */
  public Optional<FrontEdition> prepared() {
    return editions.prepared();
  }

  /** Changes what is being prepared; readers see nothing of it yet. */
  @Transactional
  public void prepare(Reader editor, UnaryOperator<FrontPlan> change) {
    editor.requireEverywhere(Role.EDITOR);
    editions.lock();
    FrontEdition known = editions.prepared().orElse(null);
    FrontPlan before = standing((known == null ? published() : known).plan());
    FrontPlan after = checked(change.apply(before));
    if (known != null) {
      editions.change(known.number(), after, editor.account());
    } else if (!after.equals(before)) {
      editions.insert(after, null, editor.account());
    }
  }

  /** Changes what readers see from this moment on, and likewise what is being prepared. */
  @Transactional
  public long change(Reader editor, Instant at, UnaryOperator<FrontPlan> change) {
    editor.requireEverywhere(Role.EDITOR);
    editions.lock();
    FrontEdition published = published();
    FrontPlan after = checked(change.apply(standing(published.plan())));
    editions
        .prepared()
        .ifPresent(
            known ->
                editions.change(
                    known.number(), change.apply(standing(known.plan())), editor.account()));
    // what was just published comes out first: this one holds it, too
    Instant first = published.liveAt();
    Instant liveAt = first != null && first.isAfter(at) ? first : at;
    long number = editions.insert(after, liveAt, editor.account());
    acts.front(number, editor.account(), liveAt);
    changed();
    return number;
  }

  /**
   * Publishes what is prepared.
   *
   * @param revision what the editor saw; where it was changed since, nothing is published
   * @param at from when on readers see it
   */
  @Transactional
  public long publish(Reader editor, int revision, Instant at) {
    editor.requireEverywhere(Role.EDITOR);
    editions.lock();
    FrontEdition known =
        editions
            .prepared()
            .orElseThrow(() -> Failure.of(Failure.Kind.CONFLICT, "front.nothing-prepared"));
    if (known.revision() != revision) {
      throw Failure.of(Failure.Kind.CONFLICT, "front.changed-meanwhile");
    }
    // of two at one moment the later number would count: this one comes after the other
    Instant last = published().liveAt();
    Instant liveAt = last != null && !last.isBefore(at) ? last.plus(1, ChronoUnit.MICROS) : at;
    editions.publish(known.number(), liveAt, editor.account());
    acts.front(known.number(), editor.account(), liveAt);
    changed();
    return known.number();
  }

  /** Forgets what is being prepared. */
  @Transactional
  public void discard(Reader editor) {
    editor.requireEverywhere(Role.EDITOR);
    editions.lock();
    editions.prepared().ifPresent(known -> editions.delete(known.number()));
  }

  /**
   * Takes an edition back that readers don't see yet; it is being prepared again, unless it never
   * was or somebody has begun another one meanwhile.
   *
   * @return false where it is too late
   */
  boolean takeBack(long number) {
    editions.lock();
    FrontEdition last = published();
    Instant liveAt = last.liveAt();
    if (last.number() != number || liveAt == null || !liveAt.isAfter(clock.instant())) {
      return false;
    }
    boolean quick = last.revision() == 0;
    if (quick || editions.prepared().isPresent()) {
      editions.delete(number);
    } else {
      editions.takeBack(number);
    }
    changed();
    return true;
  }

  /** Without what has ended and what is no longer in the paper. */
  private FrontPlan standing(FrontPlan plan) {
    FrontPlan present = plan.at(clock.instant());
    for (ArticleId article : present.articles()) {
      if (!inThePaper(article)) {
        FrontPlan.Breaking line = present.breaking();
        present = present.unpin(article);
        present = line != null && article.equals(line.article()) ? present.breaking(null) : present;
      }
    }
    return present;
  }

  /** Only what is out, or will be by itself, can be named on the page. */
  private FrontPlan checked(FrontPlan plan) {
    for (ArticleId article : plan.articles()) {
      if (!inThePaper(article)) {
        throw Failure.of(Failure.Kind.INVALID, "front.not-published", article.value());
      }
    }
    return plan;
  }

  private boolean inThePaper(ArticleId article) {
    return articles.find(article).filter(ArticlesOnFile.OnFile::published).isPresent();
  }

  private void changed() {
    pages.changed("home", "front");
  }
}
