package org.talblatt.wire.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.talblatt.wire.UnreadableWire;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON from outside: bounded in depth and in the length of its strings. */
public final class Json {
  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(100)
                          .maxStringLength(1_000_000)
                          .maxTokenCount(500_000)
                          .build())
                  .build())
          .build();

  private Json() {}

  /** Whether a file can be JSON at all. */
  public static boolean begins(WireFile file) {
    String start = file.head().stripLeading();
    return start.startsWith("{") || start.startsWith("[");
  }

  /**
   * The names in the outermost object, or in the first object of the outermost list; of a broken
   * file those before the break, so that whoever sent it hears where it broke.
   */
  public static Set<String> names(WireFile file) {
    Set<String> names = new LinkedHashSet<>();
    if (!begins(file)) {
      return names;
    }
    try (JsonParser parser = JSON.createParser(file.text())) {
      JsonToken token = parser.nextToken();
      if (token == JsonToken.START_ARRAY) {
        token = parser.nextToken();
      }
      while (token != null && parser.nextToken() == JsonToken.PROPERTY_NAME) {
        names.add(parser.currentName());
        parser.nextToken();
        parser.skipChildren();
      }
    } catch (JacksonException broken) {
      return names;
    }
    return names;
  }

  /** The whole of it. */
  public static JsonNode parse(String text) throws UnreadableWire {
    try {
      return JSON.readTree(text);
    } catch (JacksonException broken) {
      TokenStreamLocation place = broken.getLocation();
      throw new UnreadableWire(
          broken instanceof StreamConstraintsException
              ? "wire.refused.too-complex"
              : "wire.refused.not-well-formed",
          place == null ? 1 : Math.max(1, place.getLineNr()),
          place == null ? 1 : Math.max(1, place.getColumnNr()));
    }
  }

  /** The objects of a list or, where it is none, the object itself; nothing else. */
  public static List<JsonNode> objects(JsonNode listOrOne) {
    Stream<JsonNode> all =
        listOrOne.isArray()
            ? StreamSupport.stream(listOrOne.spliterator(), false)
            : Stream.of(listOrOne);
    return all.filter(JsonNode::isObject).toList();
  }

  /** The single values of a list or, where it is none, the value itself. */
  public static List<String> strings(JsonNode listOrOne) {
    Stream<JsonNode> all =
        listOrOne.isArray()
            ? StreamSupport.stream(listOrOne.spliterator(), false)
            : Stream.of(listOrOne);
    return all.map(Json::text).filter(text -> !text.isEmpty()).toList();
  }

  /** Under the first of these names that holds something, as text; empty where none does. */
  public static String text(@Nullable JsonNode parent, String... names) {
    for (String name : names) {
      JsonNode value = parent == null ? null : parent.get(name);
      String text = value == null ? "" : text(value);
      if (!text.isEmpty()) {
        return text;
      }
    }
    return "";
  }

  /** A value as text; empty where it is null or no single value. */
  public static String text(JsonNode value) {
    return value.isMissingNode() || value.isNull() || value.isContainer()
        ? ""
        : storable(Objects.requireNonNull(value.asString(""))).strip();
  }

  /** A value of whatever kind as text, where it must not be taken for absent. */
  public static String value(JsonNode parent, String... names) {
    for (String name : names) {
      JsonNode value = parent.path(name);
      String text = value.isContainer() ? value.toString() : text(value);
      if (!text.isEmpty()) {
        return text;
      }
    }
    return "";
  }

  /** JSON may escape what no database keeps, NUL and halves of characters, and nobody prints. */
  private static String storable(String text) {
    return new String(Printable.of(text).getBytes(UTF_8), UTF_8);
  }
}
