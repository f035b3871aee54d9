package org.talblatt.discussion;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.talblatt.article.Article;
import org.talblatt.article.Articles;
import org.talblatt.article.DiscussionRules;
import org.talblatt.base.ArticleId;
import org.talblatt.base.CommentId;
import org.talblatt.base.Failure;
import org.talblatt.identity.Reader;
import org.talblatt.platform.page.PageChanges;

/**
 * The door to the talk under the articles: write, answer, change, take back, rate. Every write
 * locks the thread first (a vote: the comment), so numbers have no race and stored counts equal a
 * recount.
 */
@Service
public class Discussion {
  private final Articles articles;
  private final Threads threads;
  private final Comments comments;
  private final Votes votes;
  private final Visits visits;
  private final MarkupWithMentions markup;
  private final PageChanges pages;

  Discussion(
      Articles articles,
      Threads threads,
      Comments comments,
      Votes votes,
      Visits visits,
      MarkupWithMentions markup,
      PageChanges pages) {
    this.articles = articles;
    this.threads = threads;
    this.comments = comments;
    this.votes = votes;
    this.visits = visits;
    this.markup = markup;
    this.pages = pages;
  }

  /**
   * What a write left behind.
   *
   * @param published how many comments stand under the article now
   * @param change the thread's change number, for the writer's {@code stand} cookie
   */
  public record Written(Comment comment, int published, long change) {}

  /** A comment's counts after a vote. */
  public record Rating(int up, int down, Vote own) {}

  /**
   * Writes under an article.
   *
   * @param text light markup, up to 2,000 characters
   * @param submission made with the form: the same one posts once, whatever happens on the way
   * @param at when it was written; its number follows the order of arrival
   */
  @Transactional
  public Written post(Reader reader, ArticleId article, String text, UUID submission, Instant at) {
    return write(reader, article, null, text, submission, at);
  }

  /** Answers a comment; otherwise as {@link #post}. */
  @Transactional
  public Written reply(Reader reader, CommentId parent, String text, UUID submission, Instant at) {
    return write(reader, parent.article(), parent, text, submission, at);
  }

  private Written write(
      Reader reader,
      ArticleId articleId,
      @Nullable CommentId parentId,
      String typed,
      UUID submission,
      Instant at) {
    CommentText text = CommentText.parse(typed);
    Article article = talkedUnder(reader, articleId, at);
    MarkupWithMentions.Rendered rendered = markup.render(text);
    Threads.Counters thread = threads.lock(articleId);
    Optional<CommentId> earlier = comments.submitted(reader.account(), submission);
    if (earlier.isPresent()) {
      Comment before = comments.find(earlier.get()).orElseThrow();
      if (!before.removed()) {
        return new Written(before, thread.published(), thread.change());
      }
      comments.releaseSubmission(before.id());
    }
    slowDown(reader, article, at);
    Comment parent = parentId == null ? null : answered(parentId);
    CommentId id = new CommentId(articleId, thread.lastNumber() + 1);
    Comment.State state = firstState(article, reader);
    comments.insert(
        new NewComment(
            id,
            parent == null ? null : parent.number(),
            parent == null ? id.number() : parent.root(),
            parent == null ? 0 : parent.depth() + 1,
            reader.account(),
            state,
            text.value(),
            rendered.html(),
            article.version(),
            submission,
            at));
    comments.mention(id, rendered.mentioned());
    if (parent != null && state == Comment.State.PUBLISHED) {
      comments.countReply(parent.id(), 1);
    }
    return noted(article, id, state, thread, 1);
  }

  private static Comment.State firstState(Article article, Reader reader) {
    boolean held = article.discussion().mode() == DiscussionRules.Mode.HELD && !reader.staff();
    return held ? Comment.State.HELD : Comment.State.PUBLISHED;
  }

  /**
   * Replaces the own text, as long as nobody has answered and ten minutes have not passed.
   *
   * @param revision what the author saw: a newer one on file is a conflict; null replaces whatever
   *     is there
   */
  @Transactional
  public Written edit(
      Reader reader, CommentId id, @Nullable Integer revision, String typed, Instant at) {
    CommentText text = CommentText.parse(typed);
    Article article = talkedUnder(reader, id.article(), at);
    MarkupWithMentions.Rendered rendered = markup.render(text);
    Threads.Counters thread = threads.lock(id.article());
    Comment comment = own(reader, id);
    if (revision != null && comment.revision() != revision) {
      throw Failure.of(Failure.Kind.CONFLICT, "failure.conflict");
    }
    if (!comment.editable(at)) {
      throw Failure.of(Failure.Kind.FORBIDDEN, "discussion.edit-too-late");
    }
    comments.edit(id, text.value(), rendered.html(), at);
    comments.mentionOnly(id, rendered.mentioned());
    return noted(article, id, comment.state(), thread, 0);
  }

  /** Takes the own comment back; where it was answered, a line stays in its place. */
  @Transactional
  public Written delete(Reader reader, CommentId id) {
    Article article =
        articles.published(id.article()).orElseThrow(() -> articles.missing(id.article()));
    Threads.Counters thread = threads.lock(id.article());
    Comment comment = own(reader, id);
    comments.moveTo(id, Comment.State.DELETED);
    if (comment.state() == Comment.State.PUBLISHED && comment.replies() == 0) {
      uncount(comment);
    }
    return noted(article, id, comment.state(), thread, -1);
  }

  /**
   * A comment is out of sight: its parent has a reply less, and goes too where it was but a line.
   */
  private void uncount(Comment gone) {
    Comment child = gone;
    while (child.replyTo() != null) {
      CommentId parentId = new CommentId(child.id().article(), child.replyTo());
      comments.countReply(parentId, -1);
      Comment parent = comments.find(parentId).orElseThrow();
      if (!parent.removed() || parent.replies() > 0) {
        return;
      }
      child = parent;
    }
  }

  /** Counts a write to a comment that readers can see in this state, and what pages it changes. */
  private Written noted(
      Article article, CommentId id, Comment.State state, Threads.Counters thread, int published) {
    int visible = state == Comment.State.PUBLISHED ? 1 : 0;
    int last = Math.max(thread.lastNumber(), id.number());
    threads.count(article.id(), last, visible * published, visible);
    if (visible > 0) {
      pages.changed("article:" + article.id());
      pages.countsChanged("home", "section:" + article.section().slug());
    }
    return new Written(
        comments.find(id).orElseThrow(),
        thread.published() + visible * published,
        thread.change() + visible);
  }

  /**
   * Rates somebody else's comment; once per reader, changed or taken back at will. Pages show the
   * new counts within a second.
   */
  @Transactional
  public Rating vote(Reader reader, CommentId id, Vote vote, Instant at) {
    talkedUnder(reader, id.article(), at);
    Votes.Target target = votes.lock(id).orElseThrow(Failure::notFound);
    if (target.state() != Comment.State.PUBLISHED) {
      throw Failure.notFound();
    }
    if (target.author().equals(reader.account())) {
      throw Failure.of(Failure.Kind.FORBIDDEN, "discussion.vote-own");
    }
    Vote before = votes.of(reader.account(), id);
    int up = (vote == Vote.UP ? 1 : 0) - (before == Vote.UP ? 1 : 0);
    int down = (vote == Vote.DOWN ? 1 : 0) - (before == Vote.DOWN ? 1 : 0);
    if (vote != before) {
      votes.put(reader.account(), id, vote);
      votes.count(id, up, down);
      pages.countsChanged("article:" + id.article());
    }
    return new Rating(target.up() + up, target.down() + down, vote);
  }

  /** A reader has seen the thread up to this number; what comes later is new at the next visit. */
  @Transactional
  public void seen(Reader reader, ArticleId article, int number) {
    visits.note(reader.account(), article, number);
  }

  /** How many published comments stand under each; absent where nobody has talked. */
  public Map<ArticleId, Integer> counts(Collection<ArticleId> ids) {
    return threads.published(ids);
  }

  /** The articles published since then with the most comments, of a section or of all. */
  public List<ArticleId> mostDiscussed(@Nullable String section, Instant since, int limit) {
    return threads.mostDiscussed(section, since, limit);
  }

  private Article talkedUnder(Reader reader, ArticleId id, Instant at) {
    Article article = articles.published(id).orElseThrow(() -> articles.missing(id));
    if (reader.suspended()) {
      throw Failure.of(Failure.Kind.FORBIDDEN, "discussion.suspended");
    }
    if (article.discussion().closed(at)) {
      throw Failure.of(Failure.Kind.FORBIDDEN, "discussion.closed");
    }
    return article;
  }

  private void slowDown(Reader reader, Article article, Instant at) {
    if (article.discussion().slow().isZero()) {
      return;
    }
    comments
        .lastBy(reader.account(), article.id())
        .map(last -> last.plus(article.discussion().slow()))
        .filter(at::isBefore)
        .ifPresent(
            next -> {
              throw Failure.tooMany(java.time.Duration.between(at, next));
            });
  }

  private Comment answered(CommentId id) {
    return comments
        .find(id)
        .filter(comment -> comment.state() == Comment.State.PUBLISHED)
        .orElseThrow(() -> Failure.of(Failure.Kind.CONFLICT, "discussion.parent-gone"));
  }

  private Comment own(Reader reader, CommentId id) {
    Comment comment =
        comments.find(id).filter(found -> !found.removed()).orElseThrow(Failure::notFound);
    if (!comment.author().account().equals(reader.account())) {
      throw Failure.forbidden();
    }
    return comment;
  }
}
