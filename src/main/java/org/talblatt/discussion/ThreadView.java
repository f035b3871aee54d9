package org.talblatt.discussion;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.talblatt.article.Article;
import org.talblatt.base.ArticleId;
import org.talblatt.base.Links;
import org.talblatt.identity.Suspensions;
import org.talblatt.platform.page.Assets;
import org.talblatt.platform.text.Messages;
import org.talblatt.platform.text.Times;

/**
 * A page of a thread, ready for its template.
 *
 * @param personal null on the page that is the same for everybody
 * @param waiting what keeps this reader from writing
 */
public record ThreadView(
    Article article,
    ThreadPage page,
    @Nullable PersonalThread personal,
    Messages messages,
    Times times,
    Instant now,
    TalkRules rules,
    Waiting waiting) {
  /** Where nothing keeps anybody waiting, or nobody in particular reads. */
  public ThreadView(
      Article article,
      ThreadPage page,
      @Nullable PersonalThread personal,
      Messages messages,
      Times times,
      Instant now,
      TalkRules rules) {
    this(article, page, personal, messages, times, now, rules, Waiting.NONE);
  }

  /** Deeper replies stand at this depth and say whom they answer. */
  private static final int DEEPEST = 4;

  private static final List<String> SCRIPTS =
      List.of(
          Assets.path("vote.js"),
          Assets.path("write.js"),
          Assets.path("draft.js"),
          Assets.path("answer.js"),
          Assets.path("places.js"),
          Assets.path("branches.js"),
          Assets.path("long.js"),
          Assets.path("unread.js"),
          Assets.path("follow.js"),
          Assets.path("follow-branch.js"),
          Assets.path("ignore.js"),
          Assets.path("rules.js"),
          Assets.path("passkey.js"),
          Assets.path("gone.js"),
          Assets.path("arrivals.js"),
          Assets.path("live.js"));

  /** The scripts that make the talk work without loading pages; it works without them too. */
  public List<String> scripts() {
    return SCRIPTS;
  }

  public ArticleId id() {
    return article.id();
  }

  public String text(String key, Object... arguments) {
    return messages.get(key, arguments);
  }

  /** "12 Kommentare auf „…“". */
  public String title() {
    return text("discussion.title", page.published(), article.headline());
  }

  /** What the article's rules mean, in words. */
  public TalkLines lines() {
    return new TalkLines(this, waiting);
  }

  /** Whether writing and rating are over. */
  public boolean closed() {
    return article.discussion().closed(now);
  }

  /** Whether this reader can neither write nor rate here. */
  public boolean silent() {
    return closed() || (personal != null && personal.reader().suspended());
  }

  /** Why a suspended reader can't write. */
  public String suspension() {
    Suspensions.Suspension held = personal == null ? null : personal.suspension();
    if (held == null) {
      return text("discussion.suspended");
    }
    return held.until() == null
        ? text("discussion.suspended-open", held.reason())
        : text("discussion.suspended-until", times.full(held.until()), held.reason());
  }

  /** How far a comment is indented: 0 to 4. */
  public int indent(Comment comment) {
    return Math.min(comment.depth(), DEEPEST);
  }

  /** Whether a reply has to say whom it answers, because its place does not. */
  public boolean namesParent(Comment comment) {
    return comment.replyTo() != null
        && (comment.depth() > DEEPEST || !page.shows(comment.replyTo()));
  }

  /** A comment's parent on this page leads there, elsewhere to its permanent address. */
  public String parentPath(Comment comment) {
    int parent = Objects.requireNonNull(comment.replyTo());
    return page.shows(parent)
        ? Links.anchor(parent)
        : Links.comment(new org.talblatt.base.CommentId(id(), parent));
  }

  /** The reader's own vote; NONE on the public page. */
  public Vote voteOn(Comment comment) {
    return personal == null ? Vote.NONE : personal.voteOn(comment);
  }

  /** Whether a comment's counts stand where this view draws it. */
  public boolean showsCounts(Comment comment) {
    return rules.rating() != TalkRules.Rating.OFF
        && (own(comment) || rules.rating().shownTo(voteOn(comment)));
  }

  /** The value that pressing a vote's button sends: pressed again, it is taken back. */
  public int pressed(Comment comment, Vote vote) {
    return voteOn(comment) == vote ? 0 : vote.value();
  }

  /** What stands in the place of a comment that is out of sight. */
  public String line(Comment comment) {
    return switch (comment.state()) {
      case DELETED -> text("discussion.deleted");
      case REJECTED -> text("discussion.rejected");
      case HELD, PUBLISHED -> text("discussion.held-line");
    };
  }

  /** Whether this reader does not want to read its author. */
  public boolean ignored(Comment comment) {
    return personal != null && !comment.line() && personal.ignores(comment);
  }

  /** Whether this reader could choose so. */
  public boolean ignorable(Comment comment) {
    return personal != null && !own(comment) && !ignored(comment) && !comment.author().former();
  }

  /** Whether its author may still change it. */
  public boolean editable(Comment comment) {
    return own(comment) && !silent() && rules.editable(comment, now);
  }

  /** Whether this reader wrote the comment. */
  public boolean own(Comment comment) {
    return personal != null && personal.wrote(comment);
  }

  /** The forms for a new thread: one for each text that waits, an empty one where none does. */
  public List<PersonalThread.Kept> rootForms() {
    return personal == null || personal.keptRoots().isEmpty()
        ? List.of(new PersonalThread.Kept(null, false, ""))
        : personal.keptRoots();
  }

  /** Text that waits for the answer to this comment; null where there is none. */
  public @Nullable String keptReply(Comment comment) {
    return keptReplies().stream()
        .filter(kept -> Objects.equals(kept.replyTo(), comment.number()))
        .map(PersonalThread.Kept::text)
        .findFirst()
        .orElse(null);
  }

  /** Comments on other pages of the thread that a waiting text answers. */
  public List<Integer> keptElsewhere() {
    return keptReplies().stream()
        .map(kept -> Objects.requireNonNull(kept.replyTo()))
        .filter(number -> !page.shows(number))
        .toList();
  }

  private List<PersonalThread.Kept> keptReplies() {
    return personal == null ? List.of() : personal.keptReplies();
  }

  /** What makes a double click on one drawing of a form post once; none on the page for all. */
  public @Nullable String submission() {
    return personal == null ? null : UUID.randomUUID().toString();
  }

  /** The same thread in another order, from its first page. */
  public String path(ThreadOrder order) {
    return path(ThreadAddress.first(order));
  }

  /** Another page in this order. */
  public String path(int number) {
    return path(page.address(number));
  }

  private String path(ThreadAddress address) {
    String query = address.query(rules.order());
    // also behind another house's address: what shows the talk there reads the part that is meant
    String path =
        personal == null ? article.path() + query : Links.personalView(id()) + withSince(query);
    return path + "#kommentare";
  }

  /** What was new when the reader came stays new while they turn the pages. */
  private String withSince(String query) {
    Fresh fresh = personal == null ? null : personal.fresh();
    return fresh == null ? query : query + (query.isEmpty() ? "?" : "&") + "seit=" + fresh.since();
  }

  /** The page's comments, branch by branch. */
  public List<Branch> branches() {
    return Branch.of(page.comments());
  }

  /** Whether something behind a fold has to be seen at once: a text that waits for its form. */
  public boolean unfolded(Branch branch) {
    return branch.folded().stream().anyMatch(comment -> keptReply(comment) != null);
  }

  /** How many comments are new to this reader. */
  public int fresh() {
    return personal == null || personal.fresh() == null ? 0 : personal.fresh().numbers().size();
  }

  /** How many of these are new to this reader. */
  public int fresh(List<Comment> comments) {
    return (int) comments.stream().filter(this::fresh).count();
  }

  public boolean fresh(Comment comment) {
    return personal != null && personal.fresh() != null && personal.fresh().has(comment);
  }

  /** Where the first new comment stands: on this page, or on the one that holds it. */
  public String freshPath() {
    Fresh fresh = Objects.requireNonNull(Objects.requireNonNull(personal).fresh());
    for (Comment comment : page.comments()) {
      if (fresh.has(comment)) {
        return Links.anchor(comment.number());
      }
    }
    int first = fresh.numbers().getFirst();
    return Links.personalView(id()) + withSince("?kommentar=" + first) + Links.anchor(first);
  }
}
