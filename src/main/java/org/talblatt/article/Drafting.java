package org.talblatt.article;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.talblatt.article.ArticleSteps.Step;
import org.talblatt.base.AccountId;
import org.talblatt.base.ArticleId;
import org.talblatt.base.Failure;
import org.talblatt.platform.page.PageChanges;
import org.talblatt.platform.text.Slug;

/**
 * The door to articles on their way: begun, given to a colleague, planned, brought out. Who may do
 * it is checked by the caller's screen. When something comes out is its moment and no act: the
 * views of what the public may see look at the clock, so no job can be late and none runs twice.
 */
@Service
public class Drafting {
  private final Articles articles;
  private final Unpublished unpublished;
  private final Related related;
  private final Publishing publishing;
  private final Sections sections;
  private final ArticleVersions versions;
  private final ArticlePeople people;
  private final ArticleTalks talks;
  private final OpeningRules opening;
  private final ArticleSteps steps;
  private final Acts acts;
  private final PageChanges pages;

  Drafting(
      Articles articles,
      Unpublished unpublished,
      Related related,
      Publishing publishing,
      Sections sections,
      ArticleVersions versions,
      ArticlePeople people,
      ArticleTalks talks,
      OpeningRules opening,
      ArticleSteps steps,
      Acts acts,
      PageChanges pages) {
    this.articles = articles;
    this.unpublished = unpublished;
    this.related = related;
    this.publishing = publishing;
    this.sections = sections;
    this.versions = versions;
    this.people = people;
    this.talks = talks;
    this.opening = opening;
    this.steps = steps;
    this.acts = acts;
    this.pages = pages;
  }

  /** Begins an article that nobody but the newsroom sees; it may have no headline yet. */
  @Transactional
  public ArticleId begin(Draft draft, @Nullable AccountId editor) {
    known(draft.section());
    ArticleId id = articles.insert(draft, Slug.of(draft.headline()), "draft", null);
    unpublished.open(id, draft.discussion());
    versions.keep(id, editor);
    steps.add(id, Step.CREATED, "", editor);
    return id;
  }

  /**
   * Stores what an editor wrote, in whatever state the article is; of what is published, readers
   * get it at once.
   *
   * @param version what the editor saw; a newer one on file is a conflict
   * @param editor null where a rule acts
   */
  @Transactional
  public void save(ArticleId id, int version, Content content, @Nullable AccountId editor) {
    Draft draft = content.draft();
    related.set(id, content.related());
    if (unpublished.state(id).isPublic()) {
      publishing.correct(id, version, draft, editor);
      return;
    }
    known(draft.section());
    unpublished.open(id, draft.discussion());
    if (!articles.update(id, version, draft, Slug.of(draft.headline()))) {
      throw Failure.of(Failure.Kind.CONFLICT, "failure.conflict");
    }
    versions.keep(id, editor);
  }

  /** Gives a draft to a colleague. */
  @Transactional
  public void toReview(ArticleId id, String note, AccountId editor) {
    move(id, "in_review", "draft");
    steps.add(id, Step.TO_REVIEW, note, editor);
  }

  /** Gives it back to who wrote it. */
  @Transactional
  public void giveBack(ArticleId id, String note, AccountId editor) {
    move(id, "draft", "in_review");
    steps.add(id, Step.RETURNED, note, editor);
  }

  /**
   * Brings an article out at this moment, which may lie ahead; also one that is planned for another
   * one. Its embargo delays it further.
   *
   * @return when readers get it
   */
  @Transactional
  public Instant publish(ArticleId id, Instant at, Instant now, @Nullable AccountId editor) {
    Unpublished.Row row = unpublished.lock(id);
    if (row.state() == ArticleState.PUBLISHED || row.state() == ArticleState.WITHDRAWN) {
      throw Failure.of(Failure.Kind.CONFLICT, "editor.not-waiting");
    }
    if (row.headline().isBlank()) {
      throw Failure.invalid("headline", "article.headline-missing");
    }
    Instant embargo = row.embargoUntil();
    Instant out = embargo != null && embargo.isAfter(at) ? embargo : at;
    acts.published(id, editor, out, row.state());
    unpublished.publish(id, out);
    talks.set(id, unpublished.rules(id, opening.under(row.section(), out)));
    people.byByline(id, row.byline());
    // what can be taken back for some seconds is published, not planned
    boolean planned = out.isAfter(now) && out.isAfter(acts.end());
    steps.add(id, planned ? Step.SCHEDULED : Step.PUBLISHED, "", editor, out);
    changed(id, row.section());
    return out;
  }

  /** Takes what is planned back into the drafts, while it isn't out. */
  @Transactional
  public void unschedule(ArticleId id, AccountId editor) {
    Unpublished.Row row = unpublished.lock(id);
    if (!unpublished.unschedule(id)) {
      throw Failure.of(Failure.Kind.CONFLICT, "editor.not-planned");
    }
    steps.add(id, Step.UNSCHEDULED, "", editor);
    changed(id, row.section());
  }

  /** Takes an article off every page, or throws a draft away. */
  @Transactional
  public void withdraw(ArticleId id, String note, AccountId editor) {
    if (publishing.withdraw(id, editor)) {
      steps.add(id, Step.WITHDRAWN, note, editor);
    }
  }

  /**
   * Makes a draft of what was withdrawn or thrown away; its address is 404 until it is out again.
   */
  @Transactional
  public void reopen(ArticleId id, AccountId editor) {
    Unpublished.Row row = unpublished.lock(id);
    move(id, "draft", "withdrawn");
    steps.add(id, Step.REOPENED, "", editor);
    changed(id, row.section());
  }

  private void move(ArticleId id, String state, String from) {
    if (!articles.moveTo(id, state, List.of(from))) {
      throw Failure.of(Failure.Kind.CONFLICT, "editor.moved-on");
    }
  }

  private void known(String section) {
    if (sections.find(section).isEmpty()) {
      throw Failure.invalid("section", "article.section-unknown", section);
    }
  }

  private void changed(ArticleId id, String section) {
    pages.changed("home", "section:" + section, "article:" + id);
  }
}
