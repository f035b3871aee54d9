package org.talblatt.desk.routing;

import java.util.List;
import java.util.stream.Stream;

/**
 * A town or village that the paper is made for.
 *
 * @param aliases its other names: Brixen is Bressanone
 */
record OwnPlace(String name, List<String> aliases) {
  List<String> names() {
    return Stream.concat(Stream.of(name), aliases.stream()).toList();
  }
}
