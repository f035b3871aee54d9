package org.talblatt.wire.format.digitalwires;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.talblatt.wire.UnreadableWire;
import org.talblatt.wire.WireItem;
import org.talblatt.wire.format.CorrectionNotes;
import org.talblatt.wire.format.Credit;
import org.talblatt.wire.format.FirstSentence;
import org.talblatt.wire.format.ItemBuilder;
import org.talblatt.wire.format.Languages;
import org.talblatt.wire.format.Moments;
import org.talblatt.wire.format.Printable;
import org.talblatt.wire.format.StoryText;
import org.talblatt.wire.format.Terms;
import org.talblatt.wire.format.WireFile;
import org.talblatt.wire.format.WireFormat;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * dpa digitalwires JSON, format 0.5 to 0.9. One entry, or a list of entries as wireQ answers them.
 */
public final class Digitalwires implements WireFormat {
  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(100)
                          .maxStringLength(5_000_000)
                          .build())
                  .build())
          .build();

  @Override
  public boolean recognises(WireFile file) {
    String start = file.text().stripLeading();
    return (start.startsWith("{") || start.startsWith("["))
        && (file.text().contains("digitalwires@")
            || (file.text().contains("\"article_html\"") && file.text().contains("\"entry_id\"")));
  }

  @Override
  public List<Entry> entries(WireFile file) throws UnreadableWire {
    JsonNode root = parse(file.text());
    JsonNode entries = root.has("entries") ? root.get("entries") : root;
    List<Entry> items = new ArrayList<>();
    if (entries.isArray()) {
      entries.forEach(entry -> items.add(new Entry(text(entry, "urn"), () -> item(entry))));
    } else {
      items.add(new Entry(text(entries, "urn"), () -> item(entries)));
    }
    if (items.isEmpty()) {
      throw new UnreadableWire("wire.refused.empty");
    }
    return items;
  }

  private static JsonNode parse(String text) throws UnreadableWire {
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
    wire.guid = text(entry, "urn");
    wire.status = Terms.status(text(entry, "pubstatus"));
    wire.version(value(entry, "version"));
    wire.versionCreated = Moments.of(text(entry, "version_created"));
    wire.updated = Moments.of(text(entry, "updated"));
    wire.embargo(value(entry, "embargoed"));
    wire.firstCreated = Moments.of(text(entry, "content_created"));
    wire.language = Languages.tag(text(entry, "language"));
    wire.urgency = Terms.urgency(text(entry, "urgency"));
  }

  private static void texts(JsonNode entry, ItemBuilder wire) {
    wire.headline = text(entry, "headline");
    wire.kicker = text(entry, "kicker");
    wire.subhead = text(entry, "subhead");
    wire.teaser = text(entry, "teaser");
    wire.byline = text(entry, "byline");
    wire.publishNotice = text(entry, "autopublishnotice");
    wire.rights =
        String.join(
            "\n",
            Stream.of("copyrightnotice", "usageterms", "autopublishnotice")
                .map(name -> text(entry, name))
                .filter(line -> !line.isEmpty())
                .toList());
  }

  private static String signal(JsonNode entry) {
    List<String> codes = new ArrayList<>(List.of(text(entry, "signal")));
    DigitalwiresTopics.categories(entry, "signal").forEach(one -> codes.add(text(one, "qcode")));
    return text(entry, "signal").isEmpty() ? Terms.signal(codes) : text(entry, "signal");
  }

  private static String provider(JsonNode entry) {
    return DigitalwiresTopics.categories(entry, "provider")
        .map(one -> Terms.localPart(text(one, "qcode")))
        .filter(code -> !code.isEmpty())
        .findFirst()
        .orElse("dpa")
        .toLowerCase(Locale.ROOT);
  }

  /** Published only where {@code is_publishable} says so, and never from the closed notepad. */
  private static void notes(JsonNode entry, ItemBuilder wire) {
    List<String> corrections = new ArrayList<>();
    for (JsonNode note : entry.path("ednotes")) {
      String role = text(note, "role");
      boolean open = note.path("is_publishable").asBoolean(false) && !role.endsWith(":closingline");
      wire.note(text(note, "ednote"), open);
      if (open && CorrectionNotes.isCorrection(role)) {
        corrections.add(text(note, "ednote"));
      }
    }
    wire.correctionNote = CorrectionNotes.of(corrections);
    JsonNode notepad = entry.path("notepad");
    wire.note(Jsoup.parseBodyFragment(text(notepad, "public_html")).body().text(), true);
    wire.note(Jsoup.parseBodyFragment(text(notepad, "nonpublic_html")).body().text(), false);
  }

  private static WireItem.Kind kind(JsonNode entry) {
    if (!text(entry, "article_html").isEmpty() || entry.path("associations").isEmpty()) {
      return WireItem.Kind.TEXT;
    }
    return switch (text(entry.path("associations").get(0), "type")) {
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
            .map(name -> text(entry, name))
            .reduce("", String::concat);
    StoryText.Story story =
        StoryText.of(
            html,
            List.of(wire.headline, wire.subhead, wire.kicker, wire.teaser, wire.byline),
            text(entry, "dateline"));
    wire.story(story);
    wire.credit =
        Credit.of(
            text(entry, "creditline"), story.agency(), Credit.spelling(wire.provider), List.of());
    if (wire.headline.isEmpty()) {
      wire.headline = FirstSentence.of(story.body());
    }
    Jsoup.parseBodyFragment(text(entry, "linkbox_html"))
        .select("a[href]")
        .forEach(
            link -> wire.related.add(new WireItem.Related("link", link.attr("href"), link.text())));
  }

  /** A value of whatever kind as text, where it must not be taken for absent. */
  private static String value(JsonNode entry, String name) {
    JsonNode value = entry.path(name);
    return value.isContainer() ? value.toString() : text(entry, name);
  }

  /** A value as text; empty where it is absent or null. */
  static String text(@Nullable JsonNode parent, String name) {
    JsonNode value = parent == null ? null : parent.get(name);
    return value == null || value.isNull() || value.isContainer()
        ? ""
        : storable(Objects.requireNonNull(value.asString(""))).strip();
  }

  /** JSON may escape what no database keeps, NUL and halves of characters, and nobody prints. */
  private static String storable(String text) {
    return new String(Printable.of(text).getBytes(UTF_8), UTF_8);
  }
}
