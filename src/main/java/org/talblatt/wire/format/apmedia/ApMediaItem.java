package org.talblatt.wire.format.apmedia;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.talblatt.wire.UnreadableWire;
import org.talblatt.wire.WireItem;
import org.talblatt.wire.format.Codes;
import org.talblatt.wire.format.Credit;
import org.talblatt.wire.format.FirstSentence;
import org.talblatt.wire.format.ItemBuilder;
import org.talblatt.wire.format.Json;
import org.talblatt.wire.format.Languages;
import org.talblatt.wire.format.Moments;
import org.talblatt.wire.format.Renditions;
import org.talblatt.wire.format.StoryText;
import org.talblatt.wire.format.Terms;
import tools.jackson.databind.JsonNode;

/**
 * One item. Its text lies behind a link, as NITF; where that was fetched and put beside the item,
 * it is read, else the item must be read by an editor.
 */
final class ApMediaItem {
  private final JsonNode item;
  private final JsonNode root;
  private final ItemBuilder wire = new ItemBuilder();

  ApMediaItem(JsonNode item, JsonNode root) {
    this.item = item;
    this.root = root;
  }

  /** AP's own, since the address holds the query that found the item. */
  static String guid(JsonNode item) {
    String id = Json.text(item.path("altids"), "itemid");
    return id.isEmpty() ? Json.text(item, "uri").replaceFirst("\\?.*$", "") : id;
  }

  WireItem read() throws UnreadableWire {
    identity();
    texts();
    terms();
    wire.rights = rights();
    picture();
    related();
    story();
    return wire.build();
  }

  private void identity() throws UnreadableWire {
    wire.guid = guid(item);
    wire.provider = "ap";
    wire.status = Terms.status(Json.text(item, "pubstatus"));
    wire.version(Json.value(item, "version"));
    wire.versionCreated = Moments.of(Json.text(item, "versioncreated"));
    wire.firstCreated = Moments.of(Json.text(item, "firstcreated"));
    wire.embargo(Json.value(item, "embargoed"));
    wire.kind = kind(Json.text(item, "type"));
    wire.urgency = urgency();
    wire.language = Languages.tag(Json.text(item, "language"));
    wire.forEditors =
        Stream.of("profile", "editorialrole")
            .map(name -> Json.text(item, name).toLowerCase(Locale.ROOT))
            .anyMatch(role -> role.matches("daybook|advisory|budget|digest"));
  }

  private static WireItem.Kind kind(String type) {
    return switch (type) {
      case "picture" -> WireItem.Kind.PICTURE;
      case "graphic" -> WireItem.Kind.GRAPHICS;
      case "video" -> WireItem.Kind.VIDEO;
      case "audio" -> WireItem.Kind.AUDIO;
      case "composite", "complexdata" -> WireItem.Kind.COMPOSITE;
      default -> WireItem.Kind.TEXT;
    };
  }

  private @Nullable Integer urgency() {
    String urgency = Json.text(item, "urgency");
    return urgency.isEmpty()
        ? switch (Json.text(item, "editorialpriority")) {
          case "f" -> 1;
          case "u" -> 2;
          case "b" -> 3;
          case "r" -> 4;
          case "d" -> 5;
          default -> null;
        }
        : Terms.urgency(urgency);
  }

  private void texts() {
    wire.headline = Json.text(item, "headline", "title");
    if (wire.kind == WireItem.Kind.TEXT) {
      wire.teaser = Json.text(item, "description_summary", "headline_extended");
    }
    wire.byline = byline();
    wire.note(Json.text(item, "ednote"), false);
    List<String> types = Json.strings(item.path("editorialtypes"));
    if (types.stream().anyMatch(type -> type.matches("(?i)correct.*"))) {
      wire.signal = "sig:correction";
    } else if (types.contains("Lead") && wire.version > 0) {
      wire.signal = "sig:update";
    }
  }

  private String byline() {
    List<String> names = new ArrayList<>();
    for (JsonNode one : Json.objects(item.path("bylines"))) {
      names.add(Json.text(one, "by"));
    }
    names.add(Json.text(item.path("photographer"), "name"));
    return String.join(", ", names.stream().filter(name -> !name.isEmpty()).distinct().toList());
  }

  private void terms() {
    for (JsonNode subject : Json.objects(item.path("subject"))) {
      String code = Json.text(subject, "code");
      boolean category = Json.strings(subject.path("rels")).contains("category");
      wire.topic(
          category ? Codes.own("apcat", code) : Codes.topic(Json.text(subject, "scheme"), code),
          Json.text(subject, "name"));
    }
    Json.strings(item.path("keywords")).forEach(keyword -> wire.topic("", keyword));
    for (JsonNode place : Json.objects(item.path("place"))) {
      wire.place(
          Codes.topic(Json.text(place, "scheme"), Json.text(place, "code")),
          Json.text(place, "name"));
    }
    wire.place("", Json.text(item.path("datelinelocation"), "city"));
  }

  private String rights() {
    List<String> lines = new ArrayList<>(List.of(Json.text(item, "copyrightnotice")));
    lines.addAll(Json.strings(item.path("usageterms")));
    return String.join("\n", lines.stream().filter(line -> !line.isEmpty()).distinct().toList());
  }

  private void picture() {
    @Nullable JsonNode largest = Renditions.largestPicture(item.path("renditions"));
    if (largest != null) {
      wire.pictures.add(
          new WireItem.Picture(
              Json.text(largest, "href"),
              Json.text(item, "description_caption"),
              credit(),
              wire.headline,
              String.join("\n", Json.strings(item.path("usageterms"))),
              Renditions.focus(largest)));
    }
  }

  private String credit() {
    String line = Json.text(item, "description_creditline");
    List<String> sources =
        Json.objects(item.path("infosource")).stream().map(s -> Json.text(s, "name")).toList();
    return Credit.of(line, "", Credit.spelling(Json.text(item, "provider")), sources);
  }

  private void related() {
    for (Map.Entry<String, JsonNode> one : item.path("associations").properties()) {
      JsonNode beside = one.getValue();
      wire.related.add(
          new WireItem.Related(
              Json.text(beside, "type"), guid(beside), Json.text(beside, "headline")));
    }
    for (JsonNode link : Json.objects(item.path("links"))) {
      wire.related.add(new WireItem.Related(Json.text(link, "rel"), Json.text(link, "href"), ""));
    }
    String text = Json.text(item.path("renditions").path("nitf"), "href");
    if (!text.isEmpty()) {
      wire.related.add(new WireItem.Related("text", text, ""));
    }
  }

  private void story() {
    String html = Json.text(root.path("nitf"), "body_html");
    String dateline = Json.text(item, "located");
    StoryText.Story story =
        StoryText.of(html, List.of(wire.headline, wire.teaser, wire.byline), dateline);
    wire.story(story);
    wire.credit =
        wire.kind == WireItem.Kind.PICTURE || story.agency().isEmpty() ? credit() : story.agency();
    if (wire.headline.isEmpty()) {
      wire.headline = FirstSentence.of(story.body());
    }
  }
}
