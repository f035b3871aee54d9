package org.talblatt.desk.routing;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.talblatt.platform.text.Messages;
import org.talblatt.wire.WireRoute;

/**
 * A rule: which items it fits, and what happens to them.
 *
 * @param preset the key of one that came with the program; null for the paper's own
 * @param name empty where it is the preset's
 */
record Rule(
    long id,
    int version,
    @Nullable String preset,
    String name,
    boolean active,
    Fits fits,
    Does does) {

  /**
   * What an item has to be like: every condition that is given, or one of them. Within a condition
   * one value is enough.
   *
   * @param urgency at least so urgent: 1 is a flash; null = whatever
   * @param onlyTitle whether words count in headline, kicker, subhead and teaser only
   */
  record Fits(
      boolean anyOf,
      List<String> providers,
      List<String> topics,
      List<String> places,
      List<String> languages,
      List<String> words,
      boolean onlyTitle,
      @Nullable Integer urgency) {

    /** Without a condition it would fit everything. */
    boolean nothing() {
      return urgency == null
          && Stream.of(providers, topics, places, languages, words).allMatch(List::isEmpty);
    }
  }

  /**
   * @param section null = where it belongs anyway
   * @param lift hours by which it counts newer
   * @param discussion who may talk under the article at first; empty = as everywhere
   */
  record Does(@Nullable String section, int lift, WireRoute.Action action, String discussion) {

    boolean nothing() {
      return section == null
          && lift == 0
          && action == WireRoute.Action.NONE
          && discussion.isEmpty();
    }
  }

  /** What it is called. */
  String title(Messages words) {
    return name.isEmpty() && preset != null ? words.get("routing.preset-" + preset) : name;
  }
}
