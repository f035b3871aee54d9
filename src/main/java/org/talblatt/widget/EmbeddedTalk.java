package org.talblatt.widget;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.talblatt.article.Elsewhere;
import org.talblatt.article.Publishing;
import org.talblatt.base.ArticleId;
import org.talblatt.base.CommentId;
import org.talblatt.base.Failure;
import org.talblatt.discussion.Discussion;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Throttle;
import org.talblatt.platform.page.PageChanges;

/**
 * The door to the talk under a page of another house. It begins with the first comment: whoever can
 * think of addresses makes no rows.
 */
@Service
class EmbeddedTalk {
  private final Sites sites;
  private final TalkedPages talked;
  private final Publishing publishing;
  private final Discussion discussion;
  private final Throttle throttle;
  private final PageChanges pages;

  EmbeddedTalk(
      Sites sites,
      TalkedPages talked,
      Publishing publishing,
      Discussion discussion,
      Throttle throttle,
      PageChanges pages) {
    this.sites = sites;
    this.talked = talked;
    this.publishing = publishing;
    this.discussion = discussion;
    this.throttle = throttle;
    this.pages = pages;
  }

  /** The talk under this page, if it has begun. */
  Optional<ArticleId> find(String site, ForeignPage page) {
    return talked.find(site, page.key()).map(TalkedPages.Talked::article);
  }

  /**
   * Writes, or answers.
   *
   * @param replyTo the number of the comment that it answers; null for none
   */
  @Transactional
  public Discussion.Written write(
      Reader reader,
      Pass pass,
      String text,
      @Nullable Integer replyTo,
      UUID submission,
      Instant at) {
    ArticleId article = begun(reader, pass, at);
    return replyTo == null
        ? discussion.post(reader, article, text, submission, at)
        : discussion.reply(reader, new CommentId(article, replyTo), text, submission, at);
  }

  /** Begins the talk without a word yet, for who can't run the page's script. */
  @Transactional
  public ArticleId begin(Reader reader, Pass pass, Instant at) {
    return begun(reader, pass, at);
  }

  private ArticleId begun(Reader reader, Pass pass, Instant at) {
    Optional<TalkedPages.Talked> known = talked.find(pass.site(), pass.page().key());
    if (known.isPresent()) {
      return followed(known.get(), pass);
    }
    Site site = sites.find(pass.site()).orElseThrow(Failure::forbidden);
    if (site.pagesSigned() && !pass.signed().address()) {
      throw Failure.of(Failure.Kind.FORBIDDEN, "widget.page-unsigned");
    }
    if (reader.suspended()) {
      throw Failure.of(Failure.Kind.FORBIDDEN, "discussion.suspended");
    }
    throttle.count(Throttle.Limit.FOREIGN_PAGE, reader.account().toString());
    talked.queueUp();
    return talked
        .find(pass.site(), pass.page().key())
        .map(TalkedPages.Talked::article)
        .orElseGet(() -> open(site, pass, at));
  }

  private ArticleId open(Site site, Pass pass, Instant at) {
    ArticleId article =
        publishing.open(
            new Elsewhere(pass.page().address(), pass.headline(), site.section(), pass.language()),
            at);
    talked.put(site.slug(), pass.page().key(), article);
    pages.changed(pass.page().tag(site.slug()));
    return article;
  }

  /** A page may move, or be called otherwise; only the site itself says so. */
  private ArticleId followed(TalkedPages.Talked known, Pass pass) {
    TalkedPages.Talked now = known.followed(pass);
    if (!now.equals(known)) {
      sites
          .find(pass.site())
          .ifPresent(site -> publishing.moved(known.article(), elsewhere(site, now, pass), null));
    }
    return known.article();
  }

  private static Elsewhere elsewhere(Site site, TalkedPages.Talked page, Pass pass) {
    return new Elsewhere(page.address(), page.headline(), site.section(), pass.language());
  }
}
