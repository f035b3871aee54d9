package org.talblatt.platform.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What differs between two texts, word by word, in the order of reading: what was taken out before
 * what came in its place. Pure.
 */
public final class WordDiff {
  private static final Pattern WORDS = Pattern.compile("(?<=\\s)(?=\\S)");

  /** Beyond so many comparisons a stretch is told as replaced as a whole. */
  private static final int MOST_COMPARED = 4_000_000;

  private final List<Piece> pieces = new ArrayList<>();

  private WordDiff() {}

  /** What became of a stretch of text. */
  public enum Change {
    KEPT,
    INSERTED,
    DELETED
  }

  /** A stretch of text. */
  public record Piece(Change change, String text) {}

  /** The pieces of both texts. */
  public static List<Piece> between(String before, String after) {
    WordDiff diff = new WordDiff();
    diff.compare(words(before), words(after));
    return List.copyOf(diff.pieces);
  }

  private static List<String> words(String text) {
    return text.isEmpty() ? List.of() : List.of(WORDS.split(text));
  }

  /** What both begin and end with needs no comparison. */
  private void compare(List<String> before, List<String> after) {
    int shorter = Math.min(before.size(), after.size());
    int head = 0;
    while (head < shorter && same(before.get(head), after.get(head))) {
      head++;
    }
    int tail = 0;
    while (tail < shorter - head
        && same(before.get(before.size() - 1 - tail), after.get(after.size() - 1 - tail))) {
      tail++;
    }
    after.subList(0, head).forEach(word -> add(Change.KEPT, word));
    middle(before.subList(head, before.size() - tail), after.subList(head, after.size() - tail));
    after.subList(after.size() - tail, after.size()).forEach(word -> add(Change.KEPT, word));
  }

  private void middle(List<String> before, List<String> after) {
    if ((long) before.size() * after.size() > MOST_COMPARED) {
      before.forEach(word -> add(Change.DELETED, word));
      after.forEach(word -> add(Change.INSERTED, word));
      return;
    }
    short[][] common = common(before, after);
    int i = 0;
    int j = 0;
    while (i < before.size() || j < after.size()) {
      if (i < before.size() && j < after.size() && same(before.get(i), after.get(j))) {
        add(Change.KEPT, after.get(j++));
        i++;
      } else if (i < before.size() && (j == after.size() || common[i + 1][j] >= common[i][j + 1])) {
        add(Change.DELETED, before.get(i++));
      } else {
        add(Change.INSERTED, after.get(j++));
      }
    }
  }

  /** How many words the rests of both have in common, from each place on. */
  private static short[][] common(List<String> before, List<String> after) {
    short[][] common = new short[before.size() + 1][after.size() + 1];
    for (int i = before.size() - 1; i >= 0; i--) {
      for (int j = after.size() - 1; j >= 0; j--) {
        common[i][j] =
            same(before.get(i), after.get(j))
                ? (short) Math.min(Short.MAX_VALUE, common[i + 1][j + 1] + 1)
                : (short) Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }

  private static boolean same(String one, String other) {
    return one.strip().equals(other.strip());
  }

  /** Joins what is next to its like. */
  private void add(Change change, String word) {
    if (!pieces.isEmpty() && pieces.getLast().change() == change) {
      word = pieces.removeLast().text() + word;
    }
    pieces.add(new Piece(change, word));
  }
}
