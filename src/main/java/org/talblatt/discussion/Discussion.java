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
import org.talblatt.base.ArticleId;
import org.talblatt.base.CommentId;
import org.talblatt.base.Failure;
import org.talblatt.identity.Reader;

/**
 * The door to the talk under the articles: write, answer, change, take back, rate. Every write
 * locks the thread first (a vote: the comment), so numbers have no race and stored counts equal a
 * recount.
 */
@Service
public class Discussion {
  private final Articles articles;
  private final Gate gate;
  private final Threads threads;
  private final Comments comments;
  private final BallotBox ballots;
  private final VisitNotes visits;
  private final MarkupWithMentions markup;
  private final Standing standing;
  private final Checks checks;
  private final TalkSettings settings;

  Discussion(
      Articles articles,
      Gate gate,
      Threads threads,
      Comments comments,
      BallotBox ballots,
      VisitNotes visits,
      MarkupWithMentions markup,
      Standing standing,
      Checks checks,
      TalkSettings settings) {
    this.articles = articles;
    this.gate = gate;
    this.threads = threads;
    this.comments = comments;
    this.ballots = ballots;
    this.visits = visits;
    this.markup = markup;
    this.standing = standing;
    this.checks = checks;
    this.settings = settings;
  }

  /**
   * What a write left behind.
   *
   * @param published how many comments stand under the article now
   * @param change the thread's change number, for the writer's {@code stand} cookie
   * @param rating what readers can do with their votes there
   */
  public record Written(Comment comment, int published, long change, TalkRules.Rating rating) {}

  /**
   * Writes under an article.
   *
   * @param text light markup, as long as the paper's settings allow
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
    Article article = gate.talkedUnder(reader, articleId, at);
    CommentText text = CommentText.parse(typed).atMost(settings.of(article).textLimit());
    MarkupWithMentions.Rendered rendered = markup.render(text);
    Threads.Counters thread = threads.lock(articleId);
    Optional<CommentId> earlier = comments.submitted(reader.account(), submission);
    if (earlier.isPresent()) {
      Comment before = comments.find(earlier.get()).orElseThrow();
      if (!before.removed()) {
        return new Written(
            before, thread.published(), thread.change(), settings.of(article).rating());
      }
      comments.releaseSubmission(before.id());
    }
    gate.admit(reader, article, at);
    Comment parent = parentId == null ? null : answered(parentId);
    Checks.First first = checks.first(reader, article, parent, text);
    NewComment comment =
        new NewComment(
            new CommentId(articleId, thread.lastNumber() + 1),
            parent,
            reader.account(),
            first.state(),
            first.rule(),
            text.value(),
            rendered.html(),
            article.version(),
            submission,
            at);
    comments.insert(comment);
    comments.mention(comment.id(), rendered.mentioned());
    return standing.added(comment, thread);
  }

  /**
   * Replaces the own text, as long as the paper's settings allow.
   *
   * @param revision what the author saw: a newer one on file is a conflict; null replaces whatever
   *     is there
   */
  @Transactional
  public Written edit(
      Reader reader, CommentId id, @Nullable Integer revision, String typed, Instant at) {
    Article article = gate.talkedUnder(reader, id.article(), at);
    TalkRules rules = settings.of(article);
    CommentText text = CommentText.parse(typed).atMost(rules.textLimit());
    MarkupWithMentions.Rendered rendered = markup.render(text);
    Threads.Counters thread = threads.lock(id.article());
    Comment comment = own(reader, id);
    if (revision != null && comment.revision() != revision) {
      throw Failure.of(Failure.Kind.CONFLICT, "failure.conflict");
    }
    if (!rules.editable(comment, at)) {
      throw Failure.of(Failure.Kind.FORBIDDEN, "discussion.edit-too-late");
    }
    String hold = checks.edited(reader, article, comment, text);
    comments.edit(id, text.value(), rendered.html(), at);
    comments.mentionOnly(id, rendered.mentioned());
    return hold == null || comment.state() == Comment.State.HELD
        ? standing.edited(comment, thread)
        : standing.move(comment, Comment.State.HELD, hold, thread);
  }

  /** Takes the own comment back; where it was answered, a line stays in its place. */
  @Transactional
  public Written delete(Reader reader, CommentId id) {
    if (articles.published(id.article()).isEmpty()) {
      throw articles.missing(id.article());
    }
    Threads.Counters thread = threads.lock(id.article());
    return standing.move(own(reader, id), Comment.State.DELETED, null, thread);
  }

  /** A moderator finds nothing against it: what was held or removed stands under the article. */
  @Transactional
  public Written publish(CommentId id) {
    return moderated(id, Comment.State.PUBLISHED, null);
  }

  /**
   * A moderator takes it out of sight until it is decided.
   *
   * @param rule key of the message that says why, for moderators
   */
  @Transactional
  public Written hold(CommentId id, String rule) {
    return moderated(id, Comment.State.HELD, rule);
  }

  /** A moderator removes it; where it was answered, a line stays in its place. */
  @Transactional
  public Written reject(CommentId id) {
    return moderated(id, Comment.State.REJECTED, null);
  }

  /** Also under a withdrawn article; what its author has deleted stays deleted. */
  private Written moderated(CommentId id, Comment.State state, @Nullable String rule) {
    Threads.Counters thread = threads.lock(id.article());
    Comment comment = comments.find(id).orElseThrow(Failure::notFound);
    // without a text its author has left
    if (comment.state() == Comment.State.DELETED || comment.text().isEmpty()) {
      throw Failure.of(Failure.Kind.CONFLICT, "discussion.deleted");
    }
    return standing.move(comment, state, rule, thread);
  }

  /** As below, not over the network: from the demo, an import, a test. */
  @Transactional
  public Rated vote(Reader reader, CommentId id, Vote vote, Instant at) {
    return vote(reader, id, vote, null, at);
  }

  /**
   * Rates somebody else's comment; once per reader, changed or taken back at will, taken back also
   * where the talk is over. Pages show the new counts within a second.
   *
   * @param block of addresses it came from, as {@code ClientAddress} makes it; kept as a keyed hash
   *     for 14 days, so that rings can be found
   */
  @Transactional
  public Rated vote(Reader reader, CommentId id, Vote vote, @Nullable String block, Instant at) {
    Article article =
        vote == Vote.NONE
            ? articles.published(id.article()).orElseThrow(() -> articles.missing(id.article()))
            : gate.talkedUnder(reader, id.article(), at);
    return ballots.cast(reader, id, vote, block, settings.of(article).rating());
  }

  /** Takes the own vote back, also where the talk is over or the comment is gone. */
  @Transactional
  public void withdrawVote(Reader reader, CommentId id) {
    ballots.withdraw(reader, id);
  }

  /** A reader has seen the thread up to this number; what comes later is new at the next visit. */
  public void seen(Reader reader, ArticleId article, int number) {
    visits.note(reader.account(), article, number);
  }

  /** How many published comments stand under each; absent where nobody has talked. */
  public Map<ArticleId, Integer> counts(Collection<ArticleId> ids) {
    return threads.published(ids);
  }

  /**
   * How many stand under each of these that the public may see.
   *
   * @param elsewhere addresses of other houses' pages
   */
  public List<TalkCount> publicCounts(Collection<ArticleId> ids, Collection<String> elsewhere) {
    return threads.publicCounts(ids, elsewhere);
  }

  /** The articles published since then with the most comments, of a section or of all. */
  public List<ArticleId> mostDiscussed(@Nullable String section, Instant since, int limit) {
    return threads.mostDiscussed(section, since, limit);
  }

  private Comment answered(CommentId id) {
    return comments
        .find(id)
        .filter(comment -> comment.state() == Comment.State.PUBLISHED)
        .map(Gate::mustTakeAnswers)
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
