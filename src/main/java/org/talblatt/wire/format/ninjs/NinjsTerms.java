package org.talblatt.wire.format.ninjs;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.talblatt.wire.format.Codes;
import org.talblatt.wire.format.ItemBuilder;
import org.talblatt.wire.format.Json;
import org.talblatt.wire.format.Xml;
import tools.jackson.databind.JsonNode;

/** Texts by their roles, and the codes of an item. */
final class NinjsTerms {
  private static final List<String> TEASERS =
      List.of("summary", "teaser", "abstract", "lead", "text", "main", "", "standfirst", "html");
  private static final Set<String> NO_PLACE = Set.of("category", "classifies");

  private NinjsTerms() {}

  /** A text with a role, spelt {@code headline_main} or {@code headlines[role=main]}. */
  record Text(String role, String type, String value) {
    /** Without markup. */
    String plain() {
      return value.contains("<") || value.contains("&")
          ? Jsoup.parseBodyFragment(value).text()
          : Xml.collapse(value);
    }
  }

  /** Every text of this name, in the file's order; one without role is the main one. */
  static List<Text> texts(JsonNode item, String name, String plural) {
    Stream<Text> flat =
        item.propertyStream()
            .filter(one -> one.getKey().equals(name) || one.getKey().startsWith(name + "_"))
            .map(one -> new Text(flatRole(one.getKey(), name), "", Json.text(one.getValue())));
    Stream<Text> listed =
        Json.objects(item.path(plural)).stream()
            .map(
                one ->
                    new Text(
                        Json.text(one, "role").toLowerCase(Locale.ROOT),
                        Json.text(one, "contentType", "contenttype").toLowerCase(Locale.ROOT),
                        Json.text(one, "value")));
    return Stream.concat(flat, listed).filter(text -> !text.value().isEmpty()).toList();
  }

  private static String flatRole(String key, String name) {
    return key.equals(name) ? "" : key.substring(name.length() + 1).toLowerCase(Locale.ROOT);
  }

  /** The text with the first of these roles that is there. */
  static Optional<String> withRole(JsonNode item, String name, List<String> roles) {
    List<Text> texts = texts(item, name, name + "s");
    return roles.stream()
        .flatMap(role -> texts.stream().filter(text -> local(text.role()).equals(role)))
        .map(Text::plain)
        .filter(text -> !text.isBlank())
        .findFirst();
  }

  private static String local(String role) {
    return role.substring(role.lastIndexOf(':') + 1);
  }

  /** Any text of this name. */
  static String any(JsonNode item, String name) {
    return texts(item, name, name + "s").stream().map(Text::plain).findFirst().orElse("");
  }

  static String teaser(JsonNode item) {
    return withRole(item, "description", TEASERS).orElse("");
  }

  static void read(JsonNode item, ItemBuilder wire) {
    for (JsonNode subject : both(item, "subject")) {
      if (Json.text(subject, "rel").equals("location")) {
        place(subject, wire);
      } else {
        wire.topic(code(subject), Json.text(subject, "name"));
      }
    }
    for (JsonNode genre : both(item, "genre")) {
      String code = code(genre);
      wire.topic(
          code.isEmpty() || code.contains("genre") ? code : "genre:" + code,
          Json.text(genre, "name"));
    }
    Json.strings(item.path("keywords")).forEach(keyword -> wire.topic("", keyword));
    Json.strings(item.path("keyword")).forEach(keyword -> wire.topic("", keyword));
    both(item, "place").forEach(place -> place(place, wire));
    wire.place("", Json.text(item, "located"));
  }

  private static List<JsonNode> both(JsonNode item, String name) {
    return Stream.of(name, name + "s")
        .flatMap(key -> Json.objects(item.path(key)).stream())
        .toList();
  }

  /** Who the agency had it from. */
  static List<String> sources(JsonNode item) {
    return Stream.of("infosource", "infosources", "infoSource", "infoSources")
        .flatMap(name -> Json.objects(item.path(name)).stream())
        .map(source -> Json.text(source, "name"))
        .filter(name -> !name.isEmpty())
        .toList();
  }

  private static void place(JsonNode place, ItemBuilder wire) {
    if (!NO_PLACE.contains(Json.text(place, "rel"))) {
      wire.place(code(place), Json.text(place, "name"));
    }
  }

  private static String code(JsonNode term) {
    return Codes.topic(
        Json.text(term, "scheme"), Json.text(term, "uri", "code", "literal", "qcode"));
  }
}
