package org.talblatt.article;

import java.util.Arrays;
import java.util.List;

/**
 * Which piece of a text became which of another: equal ones first, then those that share most
 * words; none crosses another.
 */
final class Alignment {
  private static final int GONE = 100;
  private static final int REWRITTEN = 190;
  private static final int ALIKE = 150;
  private static final int NEVER = 1_000_000;

  /** Beyond this many comparisons two long texts are compared piece by piece in their order. */
  private static final int MOST = 1_000_000;

  private final List<TextBlock> from;
  private final List<TextBlock> to;
  private final double least;
  private final int[] partner;

  /**
   * @param least how much two pieces have in common at the least to count as one, from 0 to 1
   */
  private Alignment(List<TextBlock> from, List<TextBlock> to, double least) {
    this.from = from;
    this.to = to;
    this.least = least;
    this.partner = new int[from.size()];
    Arrays.fill(partner, -1);
  }

  /** For each piece of {@code from} its place in {@code to}, or -1 where it has gone. */
  static int[] of(List<TextBlock> from, List<TextBlock> to, double least) {
    return new Alignment(from, to, least).partners();
  }

  private int[] partners() {
    int head = 0;
    while (head < from.size() && head < to.size() && from.get(head).same(to.get(head))) {
      partner[head] = head;
      head++;
    }
    int fromEnd = from.size();
    int toEnd = to.size();
    while (fromEnd > head && toEnd > head && from.get(fromEnd - 1).same(to.get(toEnd - 1))) {
      partner[--fromEnd] = --toEnd;
    }
    if ((long) (fromEnd - head) * (toEnd - head) > MOST) {
      inOrder(head, fromEnd, toEnd);
    } else {
      cheapest(head, fromEnd, toEnd);
    }
    return partner;
  }

  private void inOrder(int head, int fromEnd, int toEnd) {
    for (int i = head; i < fromEnd && i < toEnd; i++) {
      partner[i] = cost(i, i) < NEVER ? i : -1;
    }
  }

  private void cheapest(int head, int fromEnd, int toEnd) {
    int rows = fromEnd - head;
    int columns = toEnd - head;
    int[][] rest = new int[rows + 1][columns + 1];
    for (int i = rows; i >= 0; i--) {
      for (int j = columns; j >= 0; j--) {
        if (i < rows && j < columns) {
          int together = cost(head + i, head + j) + rest[i + 1][j + 1];
          rest[i][j] = Math.min(together, GONE + Math.min(rest[i + 1][j], rest[i][j + 1]));
        } else {
          rest[i][j] = GONE * (rows - i + columns - j);
        }
      }
    }
    for (int i = 0, j = 0; i < rows && j < columns; ) {
      if (rest[i][j] == cost(head + i, head + j) + rest[i + 1][j + 1]) {
        partner[head + i++] = head + j++;
      } else if (rest[i][j] == GONE + rest[i + 1][j]) {
        i++;
      } else {
        j++;
      }
    }
  }

  private int cost(int i, int j) {
    if (from.get(i).same(to.get(j))) {
      return 0;
    }
    double likeness = from.get(i).likeness(to.get(j));
    return likeness < least ? NEVER : (int) (REWRITTEN - ALIKE * likeness);
  }
}
