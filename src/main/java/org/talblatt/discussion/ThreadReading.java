package org.talblatt.discussion;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.talblatt.base.ArticleId;
import org.talblatt.base.CommentId;
import org.talblatt.base.Failure;
import org.talblatt.identity.IgnoredReaders;
import org.talblatt.identity.KeptText;
import org.talblatt.identity.KeptTexts;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Suspensions;

/**
 * Reads threads: three queries a page, however long the thread (counters, the shape of all, the
 * texts of one page).
 */
@Service
public class ThreadReading {
  private final Threads threads;
  private final Comments comments;
  private final Votes votes;
  private final KeptTexts keptTexts;
  private final IgnoredReaders ignored;
  private final Following following;
  private final Suspensions suspensions;

  ThreadReading(
      Threads threads,
      Comments comments,
      Votes votes,
      KeptTexts keptTexts,
      IgnoredReaders ignored,
      Following following,
      Suspensions suspensions) {
    this.threads = threads;
    this.comments = comments;
    this.votes = votes;
    this.keptTexts = keptTexts;
    this.ignored = ignored;
    this.following = following;
    this.suspensions = suspensions;
  }

  /**
   * A stretch of a thread.
   *
   * @param next where to go on; null at the end
   */
  public record Stretch(List<Comment> comments, @Nullable Cursor next) {}

  /**
   * Behind a comment. A comment that has vanished since is replaced by its place.
   *
   * @param number the last comment read
   * @param read how many were read with it
   */
  public record Cursor(int number, int read) {}

  /**
   * A page of the thread; a Failure where there is none with this number.
   *
   * @param number from 1; page 1 exists even under an article nobody talked about
   */
  public ThreadPage page(ArticleId article, ThreadOrder order, int number) {
    // read first: what the page shows may be newer than the number it claims, never older
    Threads.Counters counters = threads.counters(article);
    List<List<Branches.Node>> pages =
        Branches.pages(Branches.inOrder(comments.nodes(article), order));
    if (number < 1 || number > pages.size()) {
      throw Failure.notFound();
    }
    return new ThreadPage(
        article,
        order,
        number,
        pages.size(),
        counters.published(),
        counters.change(),
        counters.lastNumber(),
        texts(article, pages.get(number - 1)));
  }

  /** The page that shows a comment; empty where readers can't see it. */
  public Optional<Integer> pageOf(CommentId id, ThreadOrder order) {
    List<List<Branches.Node>> pages =
        Branches.pages(Branches.inOrder(comments.nodes(id.article()), order));
    return IntStream.range(0, pages.size())
        .filter(page -> indexOf(pages.get(page), id.number()) >= 0)
        .mapToObj(page -> page + 1)
        .findFirst();
  }

  /** The next {@code limit} comments behind a cursor, or the first ones. */
  public Stretch after(ArticleId article, ThreadOrder order, @Nullable Cursor cursor, int limit) {
    List<Branches.Node> all = Branches.inOrder(comments.nodes(article), order);
    int from = 0;
    if (cursor != null) {
      int found = indexOf(all, cursor.number());
      from = found >= 0 ? found + 1 : Math.min(cursor.read(), all.size());
    }
    List<Branches.Node> stretch = all.subList(from, Math.min(from + limit, all.size()));
    int read = from + stretch.size();
    Cursor next =
        read == all.size() || stretch.isEmpty()
            ? null
            : new Cursor(stretch.getLast().number(), read);
    return new Stretch(texts(article, stretch), next);
  }

  /** One comment as everybody sees it. */
  public Optional<Comment> published(CommentId id) {
    return comments.published(id.article(), List.of(id.number())).stream().findFirst();
  }

  /** One comment in whatever state, with its text: for its author and for moderators. */
  public Optional<Comment> onFile(CommentId id) {
    return comments.find(id);
  }

  /** What one reader sees besides. */
  public PersonalThread personal(Reader reader, ThreadPage page) {
    return new PersonalThread(
        reader,
        votes.of(reader.account(), page.article(), page.numbers()),
        comments.heldOf(reader.account(), page.article()),
        kept(reader, page.article()),
        ignored.of(reader.account()),
        following.follows(reader, page.article()),
        following.branches(reader, page.article()),
        reader.suspended() ? suspensions.of(reader.account()).orElse(null) : null);
  }

  private List<PersonalThread.Kept> kept(Reader reader, ArticleId article) {
    List<KeptText> texts =
        keptTexts.of(reader.account(), article).stream()
            .filter(text -> text.place().talk())
            .toList();
    List<Integer> parents =
        texts.stream().map(text -> text.place().replyTo()).filter(Objects::nonNull).toList();
    Set<Integer> standing =
        parents.isEmpty()
            ? Set.of()
            : comments.published(article, parents).stream()
                .filter(comment -> !comment.removed())
                .map(Comment::number)
                .collect(Collectors.toUnmodifiableSet());
    return texts.stream().map(text -> kept(text, standing)).toList();
  }

  private static PersonalThread.Kept kept(KeptText text, Set<Integer> standing) {
    Integer replyTo = text.place().replyTo();
    boolean gone = replyTo != null && !standing.contains(replyTo);
    return new PersonalThread.Kept(replyTo, gone, text.text());
  }

  private List<Comment> texts(ArticleId article, List<Branches.Node> nodes) {
    Map<Integer, Comment> read =
        comments.published(article, nodes.stream().map(Branches.Node::number).toList()).stream()
            .collect(Collectors.toMap(Comment::number, Function.identity()));
    // one that was removed between the two queries is missing; its purge renders the page again
    return nodes.stream().map(node -> read.get(node.number())).filter(Objects::nonNull).toList();
  }

  private static int indexOf(List<Branches.Node> nodes, int number) {
    return IntStream.range(0, nodes.size())
        .filter(i -> nodes.get(i).number() == number)
        .findFirst()
        .orElse(-1);
  }
}
