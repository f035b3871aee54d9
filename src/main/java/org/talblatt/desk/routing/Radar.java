package org.talblatt.desk.routing;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.talblatt.wire.WireFacts;

/** Finds what touches the paper's own places. */
final class Radar {
  /** Hours by which an item counts newer that is about a place of ours. */
  static final int ABOUT = 8;

  /** The same where its text only mentions one. */
  static final int MENTIONED = 3;

  private final List<Place> places;

  private record Place(String name, Set<String> lower, Words words) {
    static Place of(OwnPlace place) {
      return new Place(
          place.name(),
          place.names().stream()
              .map(name -> name.toLowerCase(Locale.ROOT))
              .collect(Collectors.toSet()),
          Words.named(place.names()));
    }

    boolean about(WireFacts facts) {
      return facts.places().stream().anyMatch(lower::contains) || words.in(facts.title());
    }

    boolean mentioned(WireFacts facts) {
      return words.in(facts.text());
    }
  }

  /**
   * What was found.
   *
   * @param lift in hours
   */
  record Found(List<String> places, int lift) {}

  Radar(List<OwnPlace> places) {
    this.places = places.stream().map(Place::of).toList();
  }

  /** Places that it is about come before those that it only mentions. */
  Found look(WireFacts facts) {
    List<String> about = names(facts, Place::about);
    List<String> mentioned = names(facts, (place, f) -> !place.about(f) && place.mentioned(f));
    int lift = !about.isEmpty() ? ABOUT : mentioned.isEmpty() ? 0 : MENTIONED;
    return new Found(
        java.util.stream.Stream.concat(about.stream(), mentioned.stream()).toList(), lift);
  }

  private List<String> names(WireFacts facts, BiPredicate<Place, WireFacts> touches) {
    return places.stream().filter(place -> touches.test(place, facts)).map(Place::name).toList();
  }
}
