package org.talblatt.wire.format.ninjs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.talblatt.wire.UnreadableWire;
import org.talblatt.wire.WireItem;
import org.talblatt.wire.format.Credit;
import org.talblatt.wire.format.FirstSentence;
import org.talblatt.wire.format.ItemBuilder;
import org.talblatt.wire.format.Json;
import org.talblatt.wire.format.Languages;
import org.talblatt.wire.format.Moments;
import org.talblatt.wire.format.Providers;
import org.talblatt.wire.format.StoryText;
import org.talblatt.wire.format.Terms;
import tools.jackson.databind.JsonNode;

/** One item of ninjs: flat names in version 1, lists of objects with roles since version 2. */
final class NinjsItem {
  /** AP puts the query that found an item and its version's mark behind the address. */
  private static final Pattern AP_QUERY =
      Pattern.compile("(https?://api\\.ap\\.org/media/v/content/\\p{Alnum}+)\\?.*");

  private static final Set<String> FOR_EDITORS =
      Set.of("event", "planning", "advisory", "component");
  private static final Set<String> PART = Set.of("incomplete", "partial", "associated");

  private final JsonNode item;
  private final ItemBuilder wire = new ItemBuilder();

  NinjsItem(JsonNode item) {
    this.item = item;
  }

  WireItem read() throws UnreadableWire {
    identity();
    times();
    texts();
    NinjsTerms.read(item, wire);
    wire.rights = rights();
    NinjsPictures.read(item, wire);
    related();
    story();
    return wire.build();
  }

  /** The identifier as sent, but what AP changes on every delivery. */
  static String guid(JsonNode item) {
    return AP_QUERY.matcher(Json.text(item, "uri", "guid")).replaceFirst("$1");
  }

  private void identity() {
    wire.guid = guid(item);
    wire.provider =
        Providers.of(
            wire.guid, Json.text(item, "source"), holder(), Json.text(item, "by", "byline"));
    wire.status = Terms.status(Json.value(item, "pubstatus", "pubStatus"));
    String type = Json.text(item, "type").toLowerCase(Locale.ROOT);
    wire.kind = kind(type);
    wire.forEditors = FOR_EDITORS.contains(type) || item.has("eventDetails");
    wire.mustBeRead = PART.contains(Json.text(item, "representationtype", "representationType"));
    wire.language = Languages.tag(Json.text(item, "language"));
    wire.urgency = Terms.urgency(Json.text(item, "urgency"));
  }

  private String holder() {
    return Json.text(item, "copyrightholder", "copyrightHolder");
  }

  private static WireItem.Kind kind(String type) {
    return switch (type) {
      case "picture" -> WireItem.Kind.PICTURE;
      case "graphic", "graphics" -> WireItem.Kind.GRAPHICS;
      case "video" -> WireItem.Kind.VIDEO;
      case "audio" -> WireItem.Kind.AUDIO;
      case "composite" -> WireItem.Kind.COMPOSITE;
      default -> WireItem.Kind.TEXT;
    };
  }

  private void times() throws UnreadableWire {
    version(Json.value(item, "version"));
    wire.versionCreated = Moments.of(Json.text(item, "versioncreated", "versionCreated"));
    wire.firstCreated =
        Moments.of(
            Json.text(item, "firstcreated", "firstCreated", "contentcreated", "contentCreated"));
    wire.embargo(Json.value(item, "embargoed", "embargoedUntil", "embargoeduntil"));
    wire.expires = Moments.of(Json.text(item, "expires", "expiry"));
  }

  /** ninjs allows any text there; where it is no number, the moment alone gives the order. */
  private void version(String version) throws UnreadableWire {
    String number = version.replaceFirst("\\.0+$", "");
    if (number.matches("\\d{1,18}")) {
      wire.version(number);
    }
  }

  private void texts() {
    wire.headline = NinjsTerms.withRole(item, "headline", List.of("main", "title", "")).orElse("");
    if (wire.headline.isEmpty()) {
      wire.headline =
          Stream.of(Json.text(item, "title"), NinjsTerms.any(item, "headline"))
              .filter(text -> !text.isEmpty())
              .findFirst()
              .orElse("");
    }
    wire.subhead =
        NinjsTerms.withRole(
                item, "headline", List.of("sub", "subheadline", "subtitle", "secondary"))
            .orElse("");
    wire.kicker =
        NinjsTerms.withRole(item, "headline", List.of("kicker", "catchline", "overline"))
            .orElse("");
    wire.byline = Json.text(item, "byline", "by");
    if (wire.kind == WireItem.Kind.TEXT || wire.kind == WireItem.Kind.COMPOSITE) {
      wire.teaser = NinjsTerms.teaser(item);
    }
    wire.note(Json.text(item, "ednote", "edNote"), false);
    wire.note(Json.text(item, "embargoedReason", "embargoedreason"), false);
  }

  private String rights() {
    List<String> lines = new ArrayList<>();
    for (String line :
        new String[] {
          holder(),
          Json.text(item, "copyrightnotice", "copyrightNotice"),
          Json.text(item, "usageterms", "usageTerms")
        }) {
      if (!line.isEmpty() && !lines.contains(line)) {
        lines.add(line);
      }
    }
    return String.join("\n", lines);
  }

  /** TT gives a rewritten story a new identifier and names those that it replaces. */
  private void related() {
    Json.strings(item.path("replacing"))
        .forEach(target -> wire.related.add(new WireItem.Related("replaces", target, "")));
    for (JsonNode link : Json.objects(item.path("links"))) {
      String target = Json.text(link, "href", "uri");
      if (!target.isEmpty()) {
        wire.related.add(
            new WireItem.Related(Json.text(link, "rel"), target, Json.text(link, "title")));
      }
    }
  }

  private void story() throws UnreadableWire {
    NinjsBody body = NinjsBody.of(item);
    if (wire.kicker.isEmpty()) {
      wire.kicker = body.kicker();
    }
    StoryText.Story story =
        StoryText.of(
            body.html(),
            List.of(wire.headline, wire.subhead, wire.kicker, wire.teaser, wire.byline),
            Json.text(item, "located", "dateline"));
    wire.story(story);
    wire.credit =
        Credit.of(
            Json.text(item, "creditline", "creditLine"),
            story.agency(),
            firstSource(),
            NinjsTerms.sources(item));
    if (wire.headline.isEmpty()) {
      wire.headline = FirstSentence.of(story.body());
    }
  }

  private String firstSource() {
    return Stream.of(Json.text(item, "source"), holder(), wire.provider)
        .filter(name -> !name.isEmpty())
        .findFirst()
        .orElse("");
  }
}
