package org.talblatt.wire.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.talblatt.wire.WireItem;
import org.talblatt.wire.format.Dateline;
import tools.jackson.databind.JsonNode;

/** Body and rights: where a value has to stand in ours. */
final class TextFields {
  static final Map<String, Field> ALL =
      Map.ofEntries(
          body("body", TextFields::body),
          body("body_starts", TextFields::contains),
          body("body_contains", TextFields::contains),
          body("body_text_starts", TextFields::contains),
          body("abstract", TextFields::contains),
          body("abstract_starts", TextFields::contains),
          body(
              "html_must_not_contain",
              (v, i) -> Values.texts(v).stream().noneMatch(i.body().html()::contains)),
          body("ascii_tables", (v, i) -> !v.asBoolean(false) || i.body().html().contains("<table")),
          rights("copyright_notice"),
          rights("copyrightnotice"),
          rights("copyright_notice_starts"),
          rights("copyright_holder"),
          rights("copyrightholder"),
          rights("copyright"),
          rights("usage_terms"),
          rights("usageterms"));

  private TextFields() {}

  private static Map.Entry<String, Field> body(String key, BiPredicate<JsonNode, WireItem> equal) {
    return Map.entry(key, Field.of("bodyHtml", i -> i.body().html(), equal));
  }

  private static Map.Entry<String, Field> rights(String key) {
    return Map.entry(key, Field.of("rights", WireItem::rights, TextFields::rights));
  }

  private static boolean rights(JsonNode value, WireItem item) {
    return Values.texts(value).stream()
        .filter(text -> !text.matches("\\d{4}"))
        .allMatch(text -> Values.plain(item.rights()).contains(text));
  }

  /** Where a text may stand that is taken out of the body: notes, teaser, byline, headline. */
  private static String all(WireItem item) {
    List<String> texts =
        new ArrayList<>(List.of(item.headline(), item.subhead(), item.teaser(), item.byline()));
    texts.add(item.body().html());
    item.notes().forEach(note -> texts.add(note.text()));
    texts.add(item.correctionNote());
    return Values.letters(Jsoup.parseBodyFragment(String.join("<br>", texts)).text());
  }

  private static boolean contains(JsonNode value, WireItem item) {
    String text = Jsoup.parseBodyFragment(Values.plain(value)).text();
    return all(item).contains(Values.letters(withoutDateline(text)));
  }

  private static String withoutDateline(String text) {
    return Dateline.atStartOf(text).map(d -> text.substring(d.length())).orElse(text);
  }

  /**
   * First and last paragraph stand in the text or where they were moved; tables, lists are kept.
   */
  private static boolean body(JsonNode value, WireItem item) {
    Document html = Jsoup.parseBodyFragment(item.body().html());
    String first = Values.plain(value.path("first_paragraph_starts"));
    if (first.isEmpty()) {
      first = Jsoup.parseBodyFragment(Values.plain(value.path("text_starts"))).text();
    }
    String all = all(item);
    return all.contains(Values.letters(withoutDateline(first)))
        && all.contains(
            Values.letters(withoutDateline(Values.plain(value.path("last_paragraph_ends")))))
        && html.select("table").size() >= value.path("tables").asInt(0)
        && html.select("ul, ol").size() >= value.path("lists").asInt(0);
  }
}
