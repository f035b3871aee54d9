package org.talblatt.wire.check;

import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Stream;
import org.talblatt.wire.WireItem;
import tools.jackson.databind.JsonNode;

/** Topics, places, pictures, links, notes. */
final class ListFields {
  static final Map<String, Field> ALL =
      Map.ofEntries(
          topics("mediatopics_direct", ListFields::codes),
          topics("mediatopics_sameas", ListFields::codes),
          topics("mediatopics", ListFields::codes),
          topics("mediatopics_in_order", ListFields::pairs),
          topics("subjectcodes", ListFields::codes),
          topics("subjects", ListFields::terms),
          topics("subjects_in_order", ListFields::terms),
          topics("subject_first", ListFields::terms),
          topics("subject_codes_include", ListFields::codes),
          topics("desk", ListFields::codes),
          topics("category", ListFields::desk),
          topics("iptc7901/desk", ListFields::desk),
          topics("genres", ListFields::genres),
          topics("genre", ListFields::genres),
          topics("keywords", ListFields::terms),
          topics("keywords_include", ListFields::terms),
          topics("rubrics", ListFields::terms),
          places("located", ListFields::located),
          places("geosubjects", ListFields::places),
          places("locations_direct", ListFields::pairs),
          places("city", ListFields::located),
          places("country", ListFields::located),
          places("place", ListFields::places),
          places("dateline_city", ListFields::located),
          entry(
              "images",
              "pictures",
              i -> "" + i.pictures().size(),
              (v, i) -> v.size() == i.pictures().size()),
          entry("renditions", "pictures", i -> "" + i.pictures().size(), ListFields::renditions),
          entry(
              "associations",
              "pictures, related",
              i -> i.pictures().size() + ", " + i.related().size(),
              ListFields::associations),
          entry("links", "related", ListFields::targets, ListFields::links),
          entry("groups", "related", ListFields::targets, ListFields::links),
          entry("hrefs", "pictures, related", ListFields::targets, ListFields::hrefs),
          entry("ed_notes", "notes", ListFields::notes, ListFields::edNotes),
          entry("ednote", "notes", ListFields::notes, ListFields::edNote),
          entry("ednote_contains", "notes", ListFields::notes, ListFields::edNote),
          entry("ed_note", "notes", ListFields::notes, ListFields::edNote),
          entry("picture_headline", "pictures", ListFields::captions, ListFields::picture),
          entry("picture_caption", "pictures", ListFields::captions, ListFields::picture),
          entry("picture_alt", "pictures", ListFields::captions, ListFields::picture),
          entry("caption_contains", "pictures", ListFields::captions, ListFields::picture));

  private ListFields() {}

  private static Map.Entry<String, Field> entry(
      String key,
      String name,
      Function<WireItem, String> shown,
      BiPredicate<JsonNode, WireItem> equal) {
    return Map.entry(key, Field.of(name, shown, equal));
  }

  private static Map.Entry<String, Field> topics(
      String key, BiPredicate<JsonNode, WireItem> equal) {
    return entry(key, "topics", i -> Values.names(i.topics()).toString(), equal);
  }

  private static Map.Entry<String, Field> places(
      String key, BiPredicate<JsonNode, WireItem> equal) {
    return entry(key, "places", i -> Values.names(i.places()).toString(), equal);
  }

  private static List<String> codesOf(WireItem item) {
    return item.topics().stream().map(WireItem.Topic::code).toList();
  }

  private static boolean codes(JsonNode value, WireItem item) {
    return codesOf(item).containsAll(Values.codes(value));
  }

  /** Of each pair the code. */
  private static boolean pairs(JsonNode value, WireItem item) {
    List<String> ours =
        Stream.concat(Values.names(item.topics()).stream(), Values.names(item.places()).stream())
            .toList();
    for (JsonNode pair : value) {
      if (!ours.contains(Values.plain(pair.path(0)))) {
        return false;
      }
    }
    return true;
  }

  /** Codes or, where a term has none, names. */
  private static boolean terms(JsonNode value, WireItem item) {
    List<String> ours = Values.names(item.topics());
    return Values.texts(value).stream()
        .allMatch(
            term ->
                ours.contains(term)
                    || ours.contains(org.talblatt.wire.format.Codes.topic("", term)));
  }

  /** A desk's letters, in our list of the agency's own. */
  private static boolean desk(JsonNode value, WireItem item) {
    String desk = Values.plain(value);
    return codesOf(item).stream()
        .anyMatch(code -> code.endsWith("cat:" + desk.toLowerCase(java.util.Locale.ROOT)));
  }

  private static boolean genres(JsonNode value, WireItem item) {
    List<String> ours = Values.names(item.topics());
    if (!value.isArray()) {
      return ours.contains(Values.plain(value)) || ours.contains("genre:" + Values.plain(value));
    }
    for (JsonNode genre : value) {
      JsonNode code = genre.isArray() ? genre.path(0) : genre.isString() ? genre : genre.path("id");
      if (code.isString() && !ours.contains(code.asString())) {
        return false;
      }
    }
    return true;
  }

  private static boolean places(JsonNode value, WireItem item) {
    return Values.names(item.places()).containsAll(Values.texts(value));
  }

  /** Among the places, or the place of the dateline. */
  private static boolean located(JsonNode value, WireItem item) {
    List<String> ours =
        Stream.concat(Values.names(item.places()).stream(), Stream.of(item.dateline()))
            .map(String::toLowerCase)
            .toList();
    return Values.texts(value).stream().map(String::toLowerCase).allMatch(ours::contains);
  }

  /** A picture's largest is kept; of sounds and films none. */
  private static boolean renditions(JsonNode value, WireItem item) {
    boolean picture = item.kind() == WireItem.Kind.PICTURE || item.kind() == WireItem.Kind.GRAPHICS;
    return !picture || value.isEmpty() || !item.pictures().isEmpty();
  }

  private static boolean associations(JsonNode value, WireItem item) {
    long pictures =
        value.isArray()
            ? Stream.iterate(0, i -> i < value.size(), i -> i + 1)
                .filter(i -> Values.plain(value.path(i).path(1)).equals("picture"))
                .count()
            : value
                .propertyStream()
                .filter(p -> Values.plain(p.getValue()).equals("picture"))
                .count();
    return item.pictures().size() + item.related().size() >= pictures;
  }

  private static String targets(WireItem item) {
    return item.related().stream().map(WireItem.Related::target).toList().toString();
  }

  private static boolean links(JsonNode value, WireItem item) {
    List<String> targets = item.related().stream().map(WireItem.Related::target).toList();
    for (JsonNode link : value) {
      List<String> wanted = Values.texts(link.path("item_refs"));
      String target = link.path("residref").asString(link.path("href").asString(""));
      if (!targets.containsAll(wanted) || (!target.isEmpty() && !targets.contains(target))) {
        return false;
      }
    }
    return true;
  }

  /** Of a picture's sizes the largest is kept. */
  private static boolean hrefs(JsonNode value, WireItem item) {
    List<String> ours =
        Stream.concat(
                item.pictures().stream().map(WireItem.Picture::url),
                item.related().stream().map(WireItem.Related::target))
            .toList();
    return Values.texts(value).isEmpty()
        || Values.texts(value).stream().anyMatch(v -> ours.stream().anyMatch(o -> o.endsWith(v)));
  }

  private static String notes(WireItem item) {
    return item.notes().stream().map(WireItem.Note::text).toList().toString();
  }

  /** Every note is there; one that must not be printed is marked so. The notepad is split by us. */
  private static boolean edNotes(JsonNode value, WireItem item) {
    for (JsonNode note : value) {
      boolean closed = note.path("pubconstraint").asString("").contains("nonpublic");
      String text = Values.plain(note.path("text"));
      boolean found =
          text.isEmpty()
              || note.path("role").asString("").endsWith("notepad")
              || item.notes().stream()
                  .anyMatch(
                      n -> Values.plain(n.text()).contains(text) && !(closed && n.isPublic()));
      if (!found) {
        return false;
      }
    }
    return true;
  }

  private static boolean edNote(JsonNode value, WireItem item) {
    String text = Values.letters(Values.plain(value));
    return item.notes().stream().anyMatch(n -> Values.letters(n.text()).contains(text))
        || Values.letters(item.correctionNote()).contains(text);
  }

  private static String captions(WireItem item) {
    return item.pictures().stream().map(p -> p.caption() + " | " + p.alt()).toList().toString();
  }

  private static boolean picture(JsonNode value, WireItem item) {
    return Values.letters(captions(item)).contains(Values.letters(Values.plain(value)));
  }
}
