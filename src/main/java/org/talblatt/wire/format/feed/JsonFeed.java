package org.talblatt.wire.format.feed;

import java.util.List;
import java.util.stream.Stream;
import org.talblatt.wire.UnreadableWire;
import org.talblatt.wire.WireItem;
import org.talblatt.wire.format.Credit;
import org.talblatt.wire.format.FirstSentence;
import org.talblatt.wire.format.ItemBuilder;
import org.talblatt.wire.format.Json;
import org.talblatt.wire.format.Languages;
import org.talblatt.wire.format.PlainText;
import org.talblatt.wire.format.Providers;
import org.talblatt.wire.format.StoryText;
import org.talblatt.wire.format.WireFile;
import org.talblatt.wire.format.WireFormat;
import tools.jackson.databind.JsonNode;

/** JSON Feed 1.0 and 1.1. */
public final class JsonFeed implements WireFormat {
  @Override
  public boolean recognises(WireFile file) {
    return Json.names(file).contains("version") && file.head().contains("jsonfeed.org/version/");
  }

  @Override
  public List<Entry> entries(WireFile file) throws UnreadableWire {
    JsonNode feed = Json.parse(file.text());
    List<Entry> entries =
        Json.objects(feed.path("items")).stream()
            .map(item -> new Entry(guid(item), () -> item(item, feed)))
            .toList();
    if (entries.isEmpty()) {
      throw new UnreadableWire("wire.refused.empty");
    }
    return entries;
  }

  private static String guid(JsonNode item) {
    return Json.text(item, "id", "url", "external_url");
  }

  private static WireItem item(JsonNode item, JsonNode feed) throws UnreadableWire {
    ItemBuilder wire = new ItemBuilder();
    wire.guid = guid(item);
    wire.provider =
        Providers.of(Json.text(feed, "home_page_url", "feed_url"), Json.text(feed, "title"));
    wire.firstCreated = FeedMoments.of(Json.text(item, "date_published"));
    wire.versionCreated = FeedMoments.of(Json.text(item, "date_modified", "date_published"));
    wire.headline = Json.text(item, "title");
    wire.teaser = Json.text(item, "summary");
    wire.byline = String.join(", ", authors(item));
    String language = Json.text(item, "language");
    wire.language = Languages.tag(language.isEmpty() ? Json.text(feed, "language") : language);
    Json.strings(item.path("tags")).forEach(tag -> wire.topic("", tag));
    attachments(item, wire);
    story(item, wire);
    return wire.build();
  }

  private static List<String> authors(JsonNode item) {
    return Stream.of("authors", "author")
        .flatMap(name -> Json.objects(item.path(name)).stream())
        .map(author -> Json.text(author, "name"))
        .filter(name -> name.contains(" "))
        .distinct()
        .toList();
  }

  private static void attachments(JsonNode item, ItemBuilder wire) {
    String picture = Json.text(item, "image", "banner_image");
    if (!picture.isEmpty()) {
      wire.pictures.add(new WireItem.Picture(picture, "", "", "", "", null));
    }
    for (JsonNode attachment : Json.objects(item.path("attachments"))) {
      String address = Json.text(attachment, "url");
      if (Json.text(attachment, "mime_type").startsWith("image/")) {
        String title = Json.text(attachment, "title");
        wire.pictures.add(new WireItem.Picture(address, title, "", title, "", null));
      } else if (!address.isEmpty()) {
        wire.related.add(
            new WireItem.Related("enclosure", address, Json.text(attachment, "title")));
      }
    }
    String page = Json.text(item, "url");
    if (!page.isEmpty()) {
      wire.related.add(new WireItem.Related("alternate", page, ""));
    }
  }

  private static void story(JsonNode item, ItemBuilder wire) {
    String html = Json.text(item, "content_html");
    StoryText.Story story =
        StoryText.of(
            html.isEmpty()
                ? PlainText.html(Json.text(item, "content_text"))
                : FeedText.absolute(html, Json.text(item, "url")),
            List.of(wire.headline, wire.teaser, wire.byline),
            "");
    wire.story(story);
    wire.credit = Credit.of("", story.agency(), Credit.spelling(wire.provider), List.of());
    if (wire.headline.isEmpty()) {
      wire.headline = FirstSentence.of(story.body());
    }
  }
}
