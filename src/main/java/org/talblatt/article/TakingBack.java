package org.talblatt.article;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.talblatt.base.ArticleId;
import org.talblatt.base.Failure;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Role;
import org.talblatt.platform.page.PageChanges;

/**
 * The door to taking back what one did some seconds ago. What an editor publishes by a click comes
 * out only after these seconds, so that taking it back leaves no trace with anybody; corrections
 * and withdrawals count at once, and taking them back restores what stood there.
 */
@Service
public class TakingBack {
  private static final int MOST = 5;

  private final Acts acts;
  private final ArticlesOnFile articles;
  private final Publishing publishing;
  private final ArticleVersions versions;
  private final Corrections corrections;
  private final FrontPlans plans;
  private final ArticleSteps steps;
  private final List<MayStandAgain> checks;
  private final ApplicationEventPublisher events;
  private final PageChanges pages;
  private final Clock clock;

  TakingBack(
      Acts acts,
      ArticlesOnFile articles,
      Publishing publishing,
      ArticleVersions versions,
      Corrections corrections,
      FrontPlans plans,
      ArticleSteps steps,
      List<MayStandAgain> checks,
      ApplicationEventPublisher events,
      PageChanges pages,
      Clock clock) {
    this.acts = acts;
    this.articles = articles;
    this.publishing = publishing;
    this.versions = versions;
    this.corrections = corrections;
    this.plans = plans;
    this.steps = steps;
    this.checks = checks;
    this.events = events;
    this.pages = pages;
    this.clock = clock;
  }

  /** When what is published by a click now comes out. */
  public Instant comesOut() {
    return acts.end();
  }

  /** What this editor can still take back or has just taken back, newest first. */
  public List<Act> open(Reader editor) {
    return acts.wanted() ? acts.of(editor.account(), MOST) : List.of();
  }

  /**
   * Takes it back.
   *
   * @throws Failure where it is too late, or somebody has gone on working on it
   */
  @Transactional
  public Act takeBack(long id, Reader editor) {
    Act act = acts.lock(id, editor.account()).orElseThrow(TakingBack::late);
    if (act.takenBack()) {
      return act;
    }
    if (!act.until().isAfter(clock.instant())) {
      throw late();
    }
    ArticleId article = act.article();
    if (article == null) {
      editor.requireEverywhere(Role.EDITOR);
      done(plans.takeBack(act.edition()));
    } else {
      String section = articles.lock(article).orElseThrow().draft().section();
      editor.require(Role.EDITOR, section);
      takeBack(act, article, editor);
      publishing.changed(article, section);
      pages.changed(Corrections.TAG);
      events.publishEvent(new TakenBack(article, act.kind(), act.version(), editor.account()));
    }
    acts.takenBack(id);
    return act;
  }

  private void takeBack(Act act, ArticleId article, Reader editor) {
    switch (act.kind()) {
      case PUBLICATION -> {
        done(acts.hold(article, act.stateBefore()));
        steps.add(article, ArticleSteps.Step.UNSCHEDULED, "", editor.account());
      }
      case CORRECTION -> restore(act, article, editor);
      case WITHDRAWAL -> {
        if (!checks.stream().allMatch(check -> check.mayStand(article))) {
          throw Failure.of(Failure.Kind.CONFLICT, "front.undo-killed");
        }
        done(acts.stand(act.id()));
        steps.add(article, ArticleSteps.Step.REOPENED, "", editor.account());
      }
      case FRONT -> throw new IllegalStateException("no article");
    }
  }

  /** The wording before, as a version of its own; the mistaken one is not for readers' eyes. */
  private void restore(Act act, ArticleId article, Reader editor) {
    ArticlesOnFile.OnFile now = articles.find(article).orElseThrow();
    done(now.published() && now.version() == act.version());
    publishing.restore(article, now.version(), acts.standing(act.id()).draft(), editor.account());
    corrections.forget(article, act.version());
    versions.mark(article, act.version(), false, true);
    versions.mark(article, act.version() + 1, false, false);
    acts.restoreMoment(act.id());
  }

  private static void done(boolean done) {
    if (!done) {
      throw Failure.of(Failure.Kind.CONFLICT, "front.undo-changed");
    }
  }

  private static Failure late() {
    return Failure.of(Failure.Kind.CONFLICT, "front.undo-late");
  }
}
