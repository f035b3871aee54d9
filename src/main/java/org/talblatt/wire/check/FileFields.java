package org.talblatt.wire.check;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.talblatt.wire.WireItem;

/** What is said of a file as a whole: how many items, which. */
final class FileFields {
  static final Map<String, Field> ALL =
      Map.of(
          "items", count(),
          "entries", count(),
          "titles", each("headline", WireItem::headline),
          "guids", each("guid", WireItem::guid),
          "headline_2",
              new Field("headline", s -> second(s), (v, s) -> second(s).equals(Values.plain(v))),
          "derived_expect/headline_text", Field.text("headline", WireItem::headline));

  private FileFields() {}

  private static Field count() {
    return new Field("(items)", s -> "" + s.all().size(), (v, s) -> v.asInt(-1) == s.all().size());
  }

  private static String second(Subject subject) {
    return subject.all().size() < 2 ? "" : subject.all().get(1).headline();
  }

  private static Field each(String name, Function<WireItem, String> ours) {
    return new Field(
        name, s -> all(s, ours).toString(), (v, s) -> all(s, ours).containsAll(Values.texts(v)));
  }

  private static List<String> all(Subject subject, Function<WireItem, String> ours) {
    return subject.all().stream().map(ours).map(Values::plain).toList();
  }
}
