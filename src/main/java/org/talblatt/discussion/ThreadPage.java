package org.talblatt.discussion;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.talblatt.base.ArticleId;

/**
 * One page of a thread, as everybody sees it.
 *
 * @param number from 1
 * @param pages at least 1
 * @param published how many comments stand under the article in all
 * @param change the thread's change number when the page was read
 * @param last the highest number given by then
 * @param comments in reading order
 */
public record ThreadPage(
    ArticleId article,
    ThreadOrder order,
    int number,
    int pages,
    int published,
    long change,
    int last,
    List<Comment> comments) {

  /** A page of one comment, to draw it by itself. */
  static ThreadPage of(Comment comment, int published) {
    return new ThreadPage(
        comment.id().article(), ThreadOrder.NEWEST, 1, 1, published, 0, 0, List.of(comment));
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
    return comments.stream()
        .filter(comment -> !comment.line())
        .map(comment -> "account:" + comment.author().account())
        .collect(Collectors.toUnmodifiableSet());
  }
}
