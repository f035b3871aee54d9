package org.talblatt.wire.format.digitalwires;

import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.talblatt.wire.format.ItemBuilder;
import org.talblatt.wire.format.Json;
import tools.jackson.databind.JsonNode;

/** The categories of a digitalwires entry. */
final class DigitalwiresTopics {
  private DigitalwiresTopics() {}

  static void read(JsonNode entry, ItemBuilder wire) {
    for (String type :
        new String[] {
          "desk", "dpasubject", "subject", "mediatopic", "keyword", "genre", "rubric"
        }) {
      categories(entry, type).forEach(category -> topic(category, wire));
    }
    for (String type : new String[] {"geosubject", "poi"}) {
      categories(entry, type)
          .forEach(
              category -> wire.place(Json.text(category, "qcode"), Json.text(category, "name")));
    }
  }

  /** All of one type, with or without the prefix that newer versions put before it. */
  static Stream<JsonNode> categories(JsonNode entry, String type) {
    return StreamSupport.stream(entry.path("categories").spliterator(), false)
        .filter(one -> Json.text(one, "type").replace("dnltype:", "").equals(type));
  }

  private static void topic(JsonNode category, ItemBuilder wire) {
    String name = Json.text(category, "name");
    wire.topic(Json.text(category, "qcode"), name);
    for (JsonNode same : category.path("sameas")) {
      String code = same.isString() ? same.asString() : Json.text(same, "qcode");
      if (code.startsWith("medtop:")) {
        wire.topic(code, name);
      }
    }
  }
}
