package org.talblatt.wire.format;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiPredicate;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.talblatt.wire.WireItem;
import tools.jackson.databind.JsonNode;

/**
 * What somebody else read off a sample, key by key, against our item; {@code docs/wire.md} says the
 * same in words. A key without a check here is none of our fields.
 */
final class Expectation {
  private static final Map<String, BiPredicate<JsonNode, WireItem>> CHECKS =
      Map.ofEntries(
          check("guid", (v, i) -> v.asString("").equals(i.guid())),
          check("urn", (v, i) -> v.asString("").equals(i.guid())),
          check("version", (v, i) -> v.asString("").equals("" + i.version())),
          check("item_class", (v, i) -> local(v).equalsIgnoreCase(i.kind().name())),
          check("pubstatus", (v, i) -> i.status() == Terms.status(status(v))),
          check("provider", (v, i) -> local(v).equalsIgnoreCase(i.provider())),
          check("version_created", (v, i) -> same(v, i.versionCreated())),
          check("updated", (v, i) -> same(v, i.updated())),
          check("header_sent", (v, i) -> same(v, i.updated())),
          check("embargoed", (v, i) -> same(v, i.embargo())),
          check("first_created", (v, i) -> same(v, i.firstCreated())),
          check("headline", (v, i) -> same(v, i.headline())),
          check("subheadline", (v, i) -> same(v, i.subhead())),
          check("kicker", (v, i) -> same(v, i.kicker())),
          check("teaser", (v, i) -> same(v, i.teaser())),
          check("byline", (v, i) -> same(v, i.byline())),
          check("creditline", (v, i) -> plain(v).replaceAll("[–\\s]+$", "").equals(i.credit())),
          check("dateline", Expectation::dateline),
          check("language", (v, i) -> v.asString("").equals(i.language())),
          check("urgency", (v, i) -> v.asString("").equals("" + i.urgency())),
          check("signals", (v, i) -> texts(v).contains(i.signal())),
          check("signal", (v, i) -> v.asString("").equals(i.signal())),
          check("mediatopics_direct", Expectation::codes),
          check("mediatopics_sameas", Expectation::codes),
          check("mediatopics", Expectation::codes),
          check("subjectcodes", Expectation::codes),
          check("desk", Expectation::codes),
          check("genres", Expectation::genres),
          check("genre", Expectation::genres),
          check("keywords", (v, i) -> names(i.topics()).containsAll(texts(v))),
          check("located", (v, i) -> names(i.places()).containsAll(texts(v))),
          check("geosubjects", (v, i) -> names(i.places()).containsAll(texts(v))),
          check("copyright_notice", Expectation::rights),
          check("copyrightnotice", Expectation::rights),
          check("copyright_holder", Expectation::rights),
          check("usage_terms", Expectation::rights),
          check("autopublishnotice", (v, i) -> same(v, i.publishNotice())),
          check("links", Expectation::links),
          check("groups", Expectation::links),
          check("images", (v, i) -> v.size() == i.pictures().size()),
          check("ed_notes", Expectation::notes),
          check("body", Expectation::body));

  private Expectation() {}

  private static Map.Entry<String, BiPredicate<JsonNode, WireItem>> check(
      String key, BiPredicate<JsonNode, WireItem> check) {
    return Map.entry(key, check);
  }

  /** Whether we have this key; null where it is not ours. */
  static @Nullable Boolean met(String key, JsonNode value, WireItem item) {
    BiPredicate<JsonNode, WireItem> check = CHECKS.get(key);
    return check == null ? null : check.test(value, item);
  }

  private static String status(JsonNode value) {
    String status = value.asString("").replaceFirst(" \\(default.*", "");
    return status.startsWith("null") ? "" : status;
  }

  private static boolean dateline(JsonNode value, WireItem item) {
    String place = plain(value).replaceFirst("\\s*(\\([^)]*\\))?\\s*[-–_]*\\s*$", "");
    // Reuters has a moment there; that is no place
    return place.equals(plain(item.dateline())) || place.matches("\\d{4}-\\d\\d-\\d\\d.*");
  }

  private static boolean codes(JsonNode value, WireItem item) {
    List<String> codes = item.topics().stream().map(WireItem.Topic::code).toList();
    return codes.containsAll(texts(value));
  }

  private static boolean genres(JsonNode value, WireItem item) {
    List<String> codes = item.topics().stream().map(WireItem.Topic::code).toList();
    for (JsonNode genre : value) {
      JsonNode code = genre.isArray() ? genre.get(0) : genre.path("id");
      if (code != null && code.isString() && !codes.contains(code.asString())) {
        return false;
      }
    }
    return true;
  }

  private static boolean rights(JsonNode value, WireItem item) {
    return plain(item.rights()).contains(plain(value));
  }

  private static boolean links(JsonNode value, WireItem item) {
    List<String> targets = item.related().stream().map(WireItem.Related::target).toList();
    for (JsonNode link : value) {
      List<String> wanted = texts(link.path("item_refs"));
      String target = link.path("residref").asString(link.path("href").asString(""));
      if (!targets.containsAll(wanted) || (!target.isEmpty() && !targets.contains(target))) {
        return false;
      }
    }
    return true;
  }

  /** Every note is there; one that must not be printed is marked so. The notepad is split by us. */
  private static boolean notes(JsonNode value, WireItem item) {
    for (JsonNode note : value) {
      boolean closed = note.path("pubconstraint").asString("").contains("nonpublic");
      String text = plain(note.path("text"));
      boolean found =
          note.path("role").asString("").endsWith("notepad")
              || item.notes().stream()
                  .anyMatch(n -> plain(n.text()).contains(text) && !(closed && n.isPublic()));
      if (!found) {
        return false;
      }
    }
    return true;
  }

  /**
   * First and last paragraph stand in the text or where we moved them; tables and lists are kept.
   */
  private static boolean body(JsonNode value, WireItem item) {
    String html = item.body().html();
    List<String> moved = new ArrayList<>(List.of(item.teaser(), item.byline(), html));
    item.notes().forEach(note -> moved.add(note.text()));
    String all = letters(Jsoup.parseBodyFragment(String.join("<br>", moved)).text());
    String first = plain(value.path("first_paragraph_starts"));
    String cut = Dateline.atStartOf(first).map(d -> first.substring(d.length())).orElse(first);
    return all.contains(letters(cut))
        && all.contains(letters(plain(value.path("last_paragraph_ends"))))
        && Jsoup.parseBodyFragment(html).select("table").size() == value.path("tables").asInt(0)
        && Jsoup.parseBodyFragment(html).select("ul, ol").size() >= value.path("lists").asInt(0);
  }

  private static boolean same(JsonNode value, @Nullable OffsetDateTime ours) {
    OffsetDateTime theirs = Moments.of(value.asString(""));
    return theirs == null ? ours == null : ours != null && theirs.isEqual(ours);
  }

  private static boolean same(JsonNode value, String ours) {
    return plain(value).equals(plain(ours));
  }

  private static String local(JsonNode code) {
    return Terms.localPart(code.asString(""));
  }

  private static List<String> names(List<WireItem.Topic> topics) {
    return topics.stream().flatMap(t -> List.of(plain(t.name()), t.code()).stream()).toList();
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(
        one -> {
          if (one.isString()) {
            texts.add(plain(one));
          }
        });
    return texts;
  }

  static String plain(JsonNode value) {
    return plain(value.asString(""));
  }

  static String plain(String text) {
    return text.replaceAll("[\\s\\u00a0]+", " ").strip();
  }

  /** The researcher's text runs on where a line breaks; compare letters and digits only. */
  private static String letters(String text) {
    return text.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
  }
}
