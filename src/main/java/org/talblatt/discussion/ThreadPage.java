package org.talblatt.discussion;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.talblatt.base.ArticleId;

/**
 * One page of a thread, as everybody sees it.
 *
 * @param number from 1
 * @param pages at least 1
 * @param stand the ranking that it is a page of; 0 where the order needs none
 * @param until when its order may be out of date by the clock; null where it is not
 * @param published how many comments stand under the article in all
 * @param change the thread's change number when the page was read
 * @param last the highest number given by then
 * @param comments in reading order
 * @param pinned what editors show at the top of the first page, the last pinned first; each stands
 *     at its own place besides, on whatever page
 */
public record ThreadPage(
    ArticleId article,
    ThreadOrder order,
    int number,
    int pages,
    long stand,
    @Nullable Instant until,
    int published,
    long change,
    int last,
    List<Comment> comments,
    List<Comment> pinned) {

  /** Without what stands at the top. */
  public ThreadPage(
      ArticleId article,
      ThreadOrder order,
      int number,
      int pages,
      long stand,
      @Nullable Instant until,
      int published,
      long change,
      int last,
      List<Comment> comments) {
    this(article, order, number, pages, stand, until, published, change, last, comments, List.of());
  }

  /** A page of one comment, to draw it by itself. */
  static ThreadPage of(Comment comment, int published) {
    return new ThreadPage(
        comment.id().article(),
        ThreadOrder.NEWEST,
        1,
        1,
        0,
        null,
        published,
        0,
        0,
        List.of(comment));
  }

  /** Another page of the same, in the same ranking. */
  public ThreadAddress address(int number) {
    return new ThreadAddress(order, number, stand);
  }

  /** The comments' numbers. */
  public Set<Integer> numbers() {
    return comments.stream().map(Comment::number).collect(Collectors.toUnmodifiableSet());
  }

  /** Whether a comment stands on this page. */
  public boolean shows(int number) {
    for (Comment comment : comments) {
      if (comment.number() == number) {
        return true;
      }
    }
    return false;
  }

  /** Whose name or badge stands on the page, as cache tags. */
  public Set<String> authorTags() {
    return Stream.concat(comments.stream(), pinned.stream())
        .filter(comment -> !comment.line())
        .map(comment -> "account:" + comment.author().account())
        .collect(Collectors.toUnmodifiableSet());
  }
}
