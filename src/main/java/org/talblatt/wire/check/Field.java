package org.talblatt.wire.check;

import java.util.function.BiPredicate;
import java.util.function.Function;
import org.talblatt.wire.WireItem;
import tools.jackson.databind.JsonNode;

/**
 * A field of ours that a key of the expectations speaks of.
 *
 * @param name as {@code wire show --json} has it
 * @param shown our value, for the person who reads the report
 * @param equal whether the expected value and ours are the same, after the key's normalisation
 */
record Field(String name, Function<Subject, String> shown, BiPredicate<JsonNode, Subject> equal) {
  /** A field of one item. */
  static Field of(
      String name, Function<WireItem, String> shown, BiPredicate<JsonNode, WireItem> equal) {
    return new Field(name, s -> shown.apply(s.item()), (value, s) -> equal.test(value, s.item()));
  }

  /** A text, equal but for white space. */
  static Field text(String name, Function<WireItem, String> ours) {
    return of(
        name, ours, (value, item) -> Values.plain(value).equals(Values.plain(ours.apply(item))));
  }
}
