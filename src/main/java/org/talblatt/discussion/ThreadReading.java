package org.talblatt.discussion;

import java.util.Comparator;
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
 * texts of one page). Of long threads the shape is remembered; orders that votes change have one
 * query more, for the ranking that their pages are read from.
 */
@Service
public class ThreadReading {
  private final Threads threads;
  private final Shapes shapes;
  private final RankedThreads ranked;
  private final Comments comments;
  private final Votes votes;
  private final KeptTexts keptTexts;
  private final IgnoredReaders ignored;
  private final Following following;
  private final Suspensions suspensions;
  private final Visits visits;

  ThreadReading(
      Threads threads,
      Shapes shapes,
      RankedThreads ranked,
      Comments comments,
      Votes votes,
      KeptTexts keptTexts,
      IgnoredReaders ignored,
      Following following,
      Suspensions suspensions,
      Visits visits) {
    this.threads = threads;
    this.shapes = shapes;
    this.ranked = ranked;
    this.comments = comments;
    this.votes = votes;
    this.keptTexts = keptTexts;
    this.ignored = ignored;
    this.following = following;
    this.suspensions = suspensions;
    this.visits = visits;
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
   * @param stand the ranking that is being read; 0 in an order that has none
   */
  public record Cursor(int number, int read, long stand) {}

  /**
   * Where a comment is read.
   *
   * @param stand the ranking's number; 0 where the order needs none
   */
  public record Place(int page, long stand) {}

  /**
   * A page of the thread as it stands now; a Failure where there is none with this number.
   *
   * @param number from 1; page 1 exists even under an article nobody talked about
   */
  public ThreadPage page(ArticleId article, ThreadOrder order, int number) {
    // read first: what the page shows may be newer than the number it claims, never older
    Threads.Counters counters = threads.counters(article);
    RankedThreads.Ranked read = now(article, order, counters, Branches.PAGE_COMMENTS);
    if (number < 1 || number > read.paging().pages()) {
      throw Failure.notFound();
    }
    return page(article, order, number, counters, read);
  }

  /**
   * A page of the thread as a ranking has it: comments removed since are missing, those written
   * since follow on further pages at the end. Empty where the ranking has expired.
   *
   * @param stand the ranking's number, as an earlier page named it
   */
  public Optional<ThreadPage> page(ArticleId article, ThreadOrder order, int number, long stand) {
    if (!order.ranked()) {
      return Optional.empty();
    }
    Threads.Counters counters = threads.counters(article);
    return ranked
        .numbered(article, order, counters, stand)
        .filter(read -> number >= 1 && number <= read.paging().pages())
        .map(read -> page(article, order, number, counters, read))
        .filter(page -> !page.comments().isEmpty());
  }

  /** The comments with these numbers that readers see, in the order of their numbers. */
  public ThreadPage stretch(ArticleId article, int from, int to) {
    Threads.Counters counters = threads.counters(article);
    List<Integer> numbers = IntStream.rangeClosed(from, to).boxed().toList();
    List<Comment> read =
        comments.published(article, numbers).stream()
            .sorted(Comparator.comparingInt(Comment::number))
            .toList();
    return new ThreadPage(
        article,
        ThreadOrder.OLDEST,
        1,
        1,
        0,
        null,
        counters.published(),
        counters.change(),
        counters.lastNumber(),
        read);
  }

  /** How many pages the thread has now. */
  public int pages(ArticleId article, ThreadOrder order) {
    return now(article, order, threads.counters(article), Branches.PAGE_COMMENTS).paging().pages();
  }

  private ThreadPage page(
      ArticleId article,
      ThreadOrder order,
      int number,
      Threads.Counters counters,
      RankedThreads.Ranked read) {
    Map<Integer, Comment> texts = texts(article, read.paging().page(number), number == 1);
    return new ThreadPage(
        article,
        order,
        number,
        read.paging().pages(),
        read.number(),
        read.until(),
        counters.published(),
        counters.change(),
        counters.lastNumber(),
        inOrder(texts, read.paging().page(number)),
        number == 1 ? pinned(texts) : List.of());
  }

  private RankedThreads.Ranked now(
      ArticleId article, ThreadOrder order, Threads.Counters counters, int unnumbered) {
    return order.ranked()
        ? ranked.newest(article, order, counters, unnumbered)
        : new RankedThreads.Ranked(shapes.of(article, counters).written(order), 0, null);
  }

  /** The page that shows a comment; empty where readers can't see it. */
  public Optional<Place> placeOf(CommentId id, ThreadOrder order) {
    Threads.Counters counters = threads.counters(id.article());
    if (!shapes.of(id.article(), counters).shows(id.number())) {
      return Optional.empty();
    }
    RankedThreads.Ranked read = now(id.article(), order, counters, Branches.PAGE_COMMENTS);
    return read.paging().pageOf(id.number()).map(page -> new Place(page, read.number()));
  }

  /**
   * The next {@code limit} comments behind a cursor, or the first ones; a Failure where the
   * cursor's ranking has expired.
   */
  public Stretch after(ArticleId article, ThreadOrder order, @Nullable Cursor cursor, int limit) {
    Threads.Counters counters = threads.counters(article);
    RankedThreads.Ranked read =
        cursor != null && order.ranked()
            ? ranked
                .numbered(article, order, counters, cursor.stand())
                .orElseThrow(() -> Failure.invalid("cursor", "discussion.cursor-expired"))
            : now(article, order, counters, limit);
    int from =
        cursor == null ? 0 : behind(article, order, counters, read.paging(), cursor.number());
    return stretch(article, read, from, limit);
  }

  /** Where one goes on who has read this comment, even where it has vanished since. */
  private int behind(
      ArticleId article, ThreadOrder order, Threads.Counters counters, Paging paging, int number) {
    int found = paging.indexOf(number);
    if (found >= 0) {
      return found + 1;
    }
    if (order.ranked()) {
      return paging.behindTail(number);
    }
    List<Integer> path = shapes.path(new CommentId(article, number));
    return path.isEmpty()
        ? paging.numbers().length
        : shapes.of(article, counters).behind(path, order);
  }

  private Stretch stretch(ArticleId article, RankedThreads.Ranked read, int from, int limit) {
    int size = read.paging().numbers().length;
    List<Integer> numbers = read.paging().stretch(from, Math.min(from + limit, size));
    int end = from + numbers.size();
    Cursor next = end == size ? null : new Cursor(numbers.getLast(), end, read.number());
    return new Stretch(inOrder(texts(article, numbers, false), numbers), next);
  }

  /** One comment as everybody sees it. */
  public Optional<Comment> published(CommentId id) {
    return comments.published(id.article(), List.of(id.number())).stream().findFirst();
  }

  /** One comment in whatever state, with its text: for its author and for moderators. */
  public Optional<Comment> onFile(CommentId id) {
    return comments.find(id);
  }

  /**
   * What one reader sees besides.
   *
   * @param since what they had seen when they came, where they are turning pages; null: now
   */
  public PersonalThread personal(Reader reader, ThreadPage page, @Nullable Integer since) {
    return new PersonalThread(
        reader,
        votes.of(reader.account(), page.article(), page.numbers()),
        comments.heldOf(reader.account(), page.article()),
        kept(reader, page.article()),
        ignored.of(reader.account()),
        following.follows(reader, page.article()),
        following.branches(reader, page.article()),
        reader.suspended() ? suspensions.of(reader.account()).orElse(null) : null,
        fresh(reader, page.article(), since));
  }

  private @Nullable Fresh fresh(Reader reader, ArticleId article, @Nullable Integer since) {
    Integer seen = since != null ? since : visits.seen(reader.account(), article).orElse(null);
    return seen == null ? null : visits.fresh(reader.account(), article, seen);
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
                .filter(comment -> !comment.removed() && !comment.repliesClosed())
                .map(Comment::number)
                .collect(Collectors.toUnmodifiableSet());
    return texts.stream().map(text -> kept(text, standing)).toList();
  }

  private static PersonalThread.Kept kept(KeptText text, Set<Integer> standing) {
    Integer replyTo = text.place().replyTo();
    boolean gone = replyTo != null && !standing.contains(replyTo);
    return new PersonalThread.Kept(replyTo, gone, text.text());
  }

  /** The comments of a page, and with the first one those that stand at the top of all. */
  private Map<Integer, Comment> texts(ArticleId article, List<Integer> numbers, boolean first) {
    return (first ? comments.first(article, numbers) : comments.published(article, numbers))
        .stream().collect(Collectors.toMap(Comment::number, Function.identity()));
  }

  /** One that was removed between the two queries is missing; its purge renders the page again. */
  private static List<Comment> inOrder(Map<Integer, Comment> texts, List<Integer> numbers) {
    return numbers.stream().map(texts::get).filter(Objects::nonNull).toList();
  }

  private static List<Comment> pinned(Map<Integer, Comment> texts) {
    return texts.values().stream()
        .filter(comment -> comment.pinnedAt() != null && !comment.line())
        .sorted(
            Comparator.comparing((Comment comment) -> Objects.requireNonNull(comment.pinnedAt()))
                .reversed())
        .toList();
  }
}
