package org.talblatt.article;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.talblatt.base.AccountId;
import org.talblatt.base.ArticleId;
import org.talblatt.base.Failure;
import org.talblatt.base.PictureId;
import org.talblatt.platform.page.PageChanges;
import org.talblatt.platform.text.Slug;

/**
 * The door to publishing: bring out, correct, withdraw. Who may do it is checked by the caller's
 * screen; {@code editor} is null where a routing rule acts.
 */
@Service
public class Publishing {
  private final Articles articles;
  private final ExternalArticles external;
  private final Appearances appearances;
  private final Sections sections;
  private final ArticleVersions versions;
  private final Corrections corrections;
  private final LegalReplies replies;
  private final ArticlePeople people;
  private final ArticleTalks talks;
  private final OpeningRules opening;
  private final Acts acts;
  private final PageChanges pages;
  private final ApplicationEventPublisher events;

  Publishing(
      Articles articles,
      ExternalArticles external,
      Appearances appearances,
      Sections sections,
      ArticleVersions versions,
      Corrections corrections,
      LegalReplies replies,
      ArticlePeople people,
      ArticleTalks talks,
      OpeningRules opening,
      Acts acts,
      PageChanges pages,
      ApplicationEventPublisher events) {
    this.articles = articles;
    this.external = external;
    this.appearances = appearances;
    this.sections = sections;
    this.versions = versions;
    this.corrections = corrections;
    this.replies = replies;
    this.people = people;
    this.talks = talks;
    this.opening = opening;
    this.acts = acts;
    this.pages = pages;
    this.events = events;
  }

  /**
   * Brings an article out at the given moment, which may lie ahead. An embargo delays it further,
   * and then its end is when it came out: readers could not have it before.
   */
  @Transactional
  public ArticleId publish(Draft draft, @Nullable AccountId editor, Instant at) {
    check(draft);
    Instant published = floor(at, draft.embargoUntil());
    DiscussionRules rules =
        draft.discussion() == null ? opening.under(draft.section(), published) : draft.discussion();
    ArticleId id = articles.insert(draft, Slug.of(draft.headline()), "published", published);
    talks.set(id, rules);
    versions.keep(id, editor);
    corrections.keep(id);
    people.byByline(id, draft.byline());
    acts.published(id, editor, published, ArticleState.DRAFT);
    changed(id, draft.section());
    return id;
  }

  /**
   * Replaces a published article's text.
   *
   * @param version what the editor saw; a newer one on file is a conflict
   */
  @Transactional
  public void correct(ArticleId id, int version, Draft draft, @Nullable AccountId editor) {
    acts.before(Act.Kind.CORRECTION, id, editor);
    restore(id, version, draft, editor);
  }

  /** As above, of what is not to be taken back itself. */
  void restore(ArticleId id, int version, Draft draft, @Nullable AccountId editor) {
    check(draft);
    String before = articles.sectionOf(id).orElseThrow(Failure::notFound);
    appearances.follow(id, draft.embargoUntil());
    if (!articles.update(id, version, draft, Slug.of(draft.headline()))) {
      throw Failure.of(Failure.Kind.CONFLICT, "failure.conflict");
    }
    versions.keep(id, editor);
    corrections.keep(id);
    people.byByline(id, draft.byline());
    changed(id, before);
    changed(id, draft.section());
  }

  /** Lets readers talk under a page of another house; it stands in no list of ours. */
  @Transactional
  public ArticleId open(Elsewhere page, Instant now) {
    check(page.headline(), page.section());
    ArticleId id = external.insert(page, Slug.of(page.headline()), now);
    talks.set(id, opening.under(page.section(), now));
    versions.keep(id, null);
    return id;
  }

  /** Another house's page has another address or headline now; its talk stays. */
  @Transactional
  public void moved(ArticleId id, Elsewhere page, @Nullable AccountId editor) {
    check(page.headline(), page.section());
    if (external.update(id, page, Slug.of(page.headline()))) {
      versions.keep(id, editor);
      pages.changed("article:" + id);
    }
  }

  /** Changes who may talk under an article and how, at once; its text stays as it is. */
  @Transactional
  public void discuss(ArticleId id, DiscussionRules rules) {
    if (!talks.set(id, rules)) {
      throw Failure.notFound();
    }
    pages.changed("article:" + id);
  }

  /** Puts a picture on top of an article that has none; no new version. */
  @Transactional
  public void illustrate(ArticleId id, PictureId picture) {
    if (articles.illustrate(id, picture)) {
      changed(id, articles.sectionOf(id).orElseThrow(Failure::notFound));
    }
  }

  /**
   * Prints the answer of somebody whom an article reports on, linked with it both ways, in its
   * section and language, without a talk of its own.
   *
   * @param label what the law calls it, in the article's language
   */
  @Transactional
  public ArticleId reply(
      ArticlesOnFile.OnFile original,
      LegalReply reply,
      String label,
      @Nullable AccountId editor,
      Instant now) {
    Draft to = original.draft();
    Draft draft =
        new Draft(
            to.section(),
            reply.headline(),
            label,
            "",
            "",
            "",
            "",
            "",
            reply.body(),
            to.language(),
            "",
            null,
            List.of(),
            to.weight(),
            LegalReplies.SILENT,
            null);
    ArticleId id = publish(draft, editor, now);
    replies.insert(id, original.id(), reply);
    pages.changed("article:" + original.id());
    return id;
  }

  private static Instant floor(Instant at, @Nullable Instant embargo) {
    return embargo != null && embargo.isAfter(at) ? embargo : at;
  }

  /**
   * Takes an article off every page; its address answers 410. A {@link Withdrawal} tells of it.
   *
   * @param editor null where a rule or an agency does it: then nobody here takes it back
   * @return false where it was off already
   */
  @Transactional
  public boolean withdraw(ArticleId id, @Nullable AccountId editor) {
    String section = articles.sectionOf(id).orElseThrow(Failure::notFound);
    Article readers = articles.published(id).orElse(null);
    if (editor == null) {
      acts.forget(id);
    } else {
      acts.before(Act.Kind.WITHDRAWAL, id, editor);
    }
    boolean moved =
        articles.moveTo(id, "withdrawn", List.of("draft", "in_review", "scheduled", "published"));
    if (moved) {
      changed(id, section);
      if (readers == null || readers.elsewhere() == null) {
        events.publishEvent(new Withdrawal(id, readers != null, editor));
      }
    }
    return moved;
  }

  /** As above, where nobody here chose it. */
  @Transactional
  public void withdraw(ArticleId id) {
    withdraw(id, null);
  }

  private void check(Draft draft) {
    check(draft.headline(), draft.section());
  }

  private void check(String headline, String section) {
    if (headline.isBlank()) {
      throw Failure.invalid("headline", "article.headline-missing");
    }
    if (sections.find(section).isEmpty()) {
      throw Failure.invalid("section", "article.section-unknown", section);
    }
  }

  /** Every page that shows the article, or a reply to it, is drawn anew. */
  void changed(ArticleId id, String section) {
    pages.changed("home", "section:" + section, "article:" + id);
    replies.others(id).forEach(other -> pages.changed("article:" + other));
  }
}
