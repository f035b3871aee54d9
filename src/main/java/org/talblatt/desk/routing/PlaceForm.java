package org.talblatt.desk.routing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.talblatt.base.Failure;
import org.talblatt.platform.text.Storable;

/** The paper's places as they are typed: one a line, further names of it behind commas. */
final class PlaceForm {
  private static final int MOST = 500;
  private static final int LENGTH = 80;

  private PlaceForm() {}

  static String of(List<OwnPlace> places) {
    return places.stream()
        .map(place -> String.join(", ", place.names()))
        .collect(Collectors.joining("\n"));
  }

  static List<OwnPlace> parse(String typed) {
    List<OwnPlace> places = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (String line : Storable.of(typed).split("\\R")) {
      List<String> names =
          List.of(line.split("[,;/]")).stream()
              .map(String::strip)
              .filter(name -> !name.isEmpty())
              .distinct()
              .toList();
      for (String name : names) {
        if (name.length() < 2 || name.length() > LENGTH) {
          throw Failure.invalid("orte", "routing.place-length", name);
        }
      }
      if (!names.isEmpty() && seen.add(names.getFirst().toLowerCase(Locale.ROOT))) {
        places.add(new OwnPlace(names.getFirst(), names.subList(1, names.size())));
      }
    }
    if (places.size() > MOST) {
      throw Failure.invalid("orte", "routing.places-many", MOST);
    }
    return places;
  }
}
