package org.talblatt.wire.format.digitalwires;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.talblatt.wire.UnreadableWire;
import org.talblatt.wire.WireItem;
import org.talblatt.wire.format.CorrectionNotes;
import org.talblatt.wire.format.Credit;
import org.talblatt.wire.format.FirstSentence;
import org.talblatt.wire.format.ItemBuilder;
import org.talblatt.wire.format.Json;
import org.talblatt.wire.format.Languages;
import org.talblatt.wire.format.Moments;
import org.talblatt.wire.format.StoryText;
import org.talblatt.wire.format.Terms;
import org.talblatt.wire.format.WireFile;
import org.talblatt.wire.format.WireFormat;
import tools.jackson.databind.JsonNode;

/**
 * dpa digitalwires JSON, format 0.5 to 0.9. One entry, or a list of entries as wireQ answers them.
 */
public final class Digitalwires implements WireFormat {
  @Override
  public boolean recognises(WireFile file) {
    return Json.begins(file)
        && (file.text().contains("digitalwires@")
            || (file.text().contains("\"article_html\"") && file.text().contains("\"entry_id\"")));
  }

  @Override
  public List<Entry> entries(WireFile file) throws UnreadableWire {
    JsonNode root = Json.parse(file.text());
    JsonNode entries = root.has("entries") ? root.get("entries") : root;
    List<Entry> items = new ArrayList<>();
    if (entries.isArray()) {
      entries.forEach(entry -> items.add(new Entry(Json.text(entry, "urn"), () -> item(entry))));
    } else {
      items.add(new Entry(Json.text(entries, "urn"), () -> item(entries)));
    }
    if (items.isEmpty()) {
      throw new UnreadableWire("wire.refused.empty");
    }
    return items;
  }

  private static WireItem item(JsonNode entry) throws UnreadableWire {
    ItemBuilder wire = new ItemBuilder();
    identity(entry, wire);
    texts(entry, wire);
    wire.signal = signal(entry);
    DigitalwiresTopics.read(entry, wire);
    wire.provider = provider(entry);
    notes(entry, wire);
    DigitalwiresPictures.read(entry, wire);
    wire.kind = kind(entry);
    story(entry, wire);
    return wire.build();
  }

  private static void identity(JsonNode entry, ItemBuilder wire) throws UnreadableWire {
    wire.guid = Json.text(entry, "urn");
    wire.status = Terms.status(Json.text(entry, "pubstatus"));
    wire.version(Json.value(entry, "version"));
    wire.versionCreated = Moments.of(Json.text(entry, "version_created"));
    wire.updated = Moments.of(Json.text(entry, "updated"));
    wire.embargo(Json.value(entry, "embargoed"));
    wire.firstCreated = Moments.of(Json.text(entry, "content_created"));
    wire.language = Languages.tag(Json.text(entry, "language"));
    wire.urgency = Terms.urgency(Json.text(entry, "urgency"));
  }

  private static void texts(JsonNode entry, ItemBuilder wire) {
    wire.headline = Json.text(entry, "headline");
    wire.kicker = Json.text(entry, "kicker");
    wire.subhead = Json.text(entry, "subhead");
    wire.teaser = Json.text(entry, "teaser");
    wire.byline = Json.text(entry, "byline");
    wire.publishNotice = Json.text(entry, "autopublishnotice");
    wire.rights =
        String.join(
            "\n",
            Stream.of("copyrightnotice", "usageterms", "autopublishnotice")
                .map(name -> Json.text(entry, name))
                .filter(line -> !line.isEmpty())
                .toList());
  }

  private static String signal(JsonNode entry) {
    List<String> codes = new ArrayList<>(List.of(Json.text(entry, "signal")));
    DigitalwiresTopics.categories(entry, "signal")
        .forEach(one -> codes.add(Json.text(one, "qcode")));
    return Json.text(entry, "signal").isEmpty() ? Terms.signal(codes) : Json.text(entry, "signal");
  }

  private static String provider(JsonNode entry) {
    return DigitalwiresTopics.categories(entry, "provider")
        .map(one -> Terms.localPart(Json.text(one, "qcode")))
        .filter(code -> !code.isEmpty())
        .findFirst()
        .orElse("dpa")
        .toLowerCase(Locale.ROOT);
  }

  /** Published only where {@code is_publishable} says so, and never from the closed notepad. */
  private static void notes(JsonNode entry, ItemBuilder wire) {
    List<String> corrections = new ArrayList<>();
    for (JsonNode note : entry.path("ednotes")) {
      String role = Json.text(note, "role");
      boolean open = note.path("is_publishable").asBoolean(false) && !role.endsWith(":closingline");
      wire.note(Json.text(note, "ednote"), open);
      if (open && CorrectionNotes.isCorrection(role)) {
        corrections.add(Json.text(note, "ednote"));
      }
    }
    wire.correctionNote = CorrectionNotes.of(corrections);
    JsonNode notepad = entry.path("notepad");
    wire.note(Jsoup.parseBodyFragment(Json.text(notepad, "public_html")).body().text(), true);
    wire.note(Jsoup.parseBodyFragment(Json.text(notepad, "nonpublic_html")).body().text(), false);
  }

  private static WireItem.Kind kind(JsonNode entry) {
    if (!Json.text(entry, "article_html").isEmpty() || entry.path("associations").isEmpty()) {
      return WireItem.Kind.TEXT;
    }
    return switch (Json.text(entry.path("associations").get(0), "type")) {
      case "image" -> WireItem.Kind.PICTURE;
      case "video" -> WireItem.Kind.VIDEO;
      case "audio" -> WireItem.Kind.AUDIO;
      case "graphic", "graphics" -> WireItem.Kind.GRAPHICS;
      default -> WireItem.Kind.TEXT;
    };
  }

  private static void story(JsonNode entry, ItemBuilder wire) {
    String html =
        Stream.of("article_html", "infobox_html", "linkbox_html")
            .map(name -> Json.text(entry, name))
            .reduce("", String::concat);
    StoryText.Story story =
        StoryText.of(
            html,
            List.of(wire.headline, wire.subhead, wire.kicker, wire.teaser, wire.byline),
            Json.text(entry, "dateline"));
    wire.story(story);
    wire.credit =
        Credit.of(
            Json.text(entry, "creditline"),
            story.agency(),
            Credit.spelling(wire.provider),
            List.of());
    if (wire.headline.isEmpty()) {
      wire.headline = FirstSentence.of(story.body());
    }
    Jsoup.parseBodyFragment(Json.text(entry, "linkbox_html"))
        .select("a[href]")
        .forEach(
            link -> wire.related.add(new WireItem.Related("link", link.attr("href"), link.text())));
  }
}
