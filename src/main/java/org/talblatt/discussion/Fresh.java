package org.talblatt.discussion;

import java.util.List;

/**
 * What is new to a reader since their last visit.
 *
 * @param since the highest number that they had seen by then
 * @param numbers the new comments of others, lowest first; of very many the first
 */
public record Fresh(int since, List<Integer> numbers) {
  /** Nobody steps through more. */
  public static final int MOST = 500;

  boolean has(Comment comment) {
    return numbers.contains(comment.number());
  }
}
