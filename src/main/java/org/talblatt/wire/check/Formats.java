package org.talblatt.wire.check;

import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Which formats have to be read, by their names in the expectations. */
final class Formats {
  private static final Set<String> NAMED =
      Set.of(
          "newsml-g2",
          "nitf",
          "newsml-1.2",
          "ninjs-1.x",
          "ninjs-2.x",
          "ninjs-3.x",
          "dpa-digitalwires",
          "iptc7901",
          "anpa-1312/plain-text",
          "rss",
          "atom",
          "rss/atom",
          "json-feed");

  private Formats() {}

  /** Whether the paper says that it reads this format. */
  static boolean named(String format) {
    return NAMED.contains(format);
  }

  /** No format of ours, or a file that the expectations themselves want refused. */
  static boolean mayRefuse(String format, JsonNode expected) {
    return !named(format)
        || expected.path("derived_expect").path("items").asInt(-1) == 0
        || expected.path("read_off").has("error")
        || expected.path("read_off").has("xml_error");
  }
}
