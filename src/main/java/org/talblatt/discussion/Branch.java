package org.talblatt.discussion;

import java.util.ArrayList;
import java.util.List;

/**
 * One branch's comments on a page: those that stand open, and those behind a line that unfolds
 * them.
 */
public record Branch(List<Comment> open, List<Comment> folded) {
  /** So many replies stand open. */
  private static final int OPEN = 3;

  /**
   * Folds a page. A branch that goes on from the page before stands open: who turned the page wants
   * to read on.
   *
   * @param comments in reading order
   */
  static List<Branch> of(List<Comment> comments) {
    List<Branch> branches = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= comments.size(); i++) {
      if (i == comments.size() || comments.get(i).root() != comments.get(start).root()) {
        branches.add(cut(comments.subList(start, i)));
        start = i;
      }
    }
    return branches;
  }

  private static Branch cut(List<Comment> comments) {
    boolean begins = comments.getFirst().replyTo() == null;
    int open = begins ? Math.min(1 + OPEN, comments.size()) : comments.size();
    return new Branch(comments.subList(0, open), comments.subList(open, comments.size()));
  }
}
