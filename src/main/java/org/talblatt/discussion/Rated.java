package org.talblatt.discussion;

import java.util.Map;
import java.util.TreeMap;

/**
 * A comment's counts after a vote.
 *
 * @param rules what readers can do with their votes there
 */
public record Rated(int up, int down, Vote own, TalkRules.Rating rules) {
  /** Where readers rate both ways and see what others think. */
  public Rated(int up, int down, Vote own) {
    this(up, down, own, TalkRules.Rating.BOTH);
  }

  Rated under(TalkRules.Rating other) {
    return new Rated(up, down, own, other);
  }

  /** As programs are told; without counts where this reader doesn't see them. */
  public Map<String, Integer> told() {
    Map<String, Integer> told = new TreeMap<>(Map.of("own", own.value()));
    if (rules.shownTo(own)) {
      told.put("up", up);
      told.put("down", rules.down() ? down : 0);
    }
    return told;
  }
}
