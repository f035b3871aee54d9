package org.talblatt.site;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talblatt.discussion.Contribution;

/**
 * As much of a list of comments as goes onto a page: 50, or 120 kB.
 *
 * @param next where the next page begins; null at the end
 */
public record Stretch(List<Contribution> list, @Nullable String next) {
  static final int MOST_COMMENTS = 50;
  private static final int MOST_CHARACTERS = 120_000;

  /** From a list that was read one further than a page goes. */
  static Stretch of(List<Contribution> read) {
    int count = 0;
    int characters = 0;
    while (count < Math.min(read.size(), MOST_COMMENTS)) {
      characters += read.get(count).html().html().length();
      if (count > 0 && characters > MOST_CHARACTERS) {
        break;
      }
      count++;
    }
    List<Contribution> shown = List.copyOf(read.subList(0, count));
    return new Stretch(shown, count < read.size() ? shown.getLast().cursor() : null);
  }
}
