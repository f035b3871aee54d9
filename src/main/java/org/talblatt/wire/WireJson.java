package org.talblatt.wire;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A {@link WireItem} as one JSON object; what was not sent is null. */
public final class WireJson {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private WireJson() {}

  /** One line. */
  public static String line(WireItem item) {
    return JSON.writeValueAsString(object(item));
  }

  /** Names and values, ready to be written. */
  public static Map<String, @Nullable Object> object(WireItem item) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("guid", orNull(item.guid()));
    json.put("version", item.version());
    json.put("versionCreated", moment(item.versionCreated()));
    json.put("updated", moment(item.updated()));
    json.put("headline", orNull(item.headline()));
    json.put("provider", orNull(item.provider()));
    json.put("kind", item.kind().name().toLowerCase(Locale.ROOT));
    json.put("firstCreated", moment(item.firstCreated()));
    json.put("kicker", orNull(item.kicker()));
    json.put("subhead", orNull(item.subhead()));
    json.put("teaser", orNull(item.teaser()));
    json.put("byline", orNull(item.byline()));
    json.put("credit", orNull(item.credit()));
    json.put("dateline", orNull(item.dateline()));
    json.put("bodyHtml", orNull(item.body().html()));
    json.put("language", orNull(item.language()));
    json.put("urgency", item.urgency());
    json.put("status", item.status().name().toLowerCase(Locale.ROOT));
    json.put("signal", orNull(item.signal()));
    json.put("embargo", moment(item.embargo()));
    json.put("expires", moment(item.expires()));
    json.put("correctionNote", orNull(item.correctionNote()));
    lists(item, json);
    return json;
  }

  private static void lists(WireItem item, Map<String, @Nullable Object> json) {
    json.put("pictures", item.pictures().stream().map(WireJson::picture).toList());
    json.put("topics", topics(item.topics()));
    json.put("places", topics(item.places()));
    json.put("rights", orNull(item.rights()));
    json.put("publishNotice", orNull(item.publishNotice()));
    json.put("related", item.related().stream().map(WireJson::related).toList());
    json.put("forEditors", item.forEditors());
    json.put("mustBeRead", item.mustBeRead());
    json.put(
        "notes",
        item.notes().stream()
            .map(note -> Map.of("text", note.text(), "public", note.isPublic()))
            .toList());
  }

  private static Map<String, @Nullable Object> picture(WireItem.Picture picture) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("url", orNull(picture.url()));
    json.put("caption", orNull(picture.caption()));
    json.put("credit", orNull(picture.credit()));
    json.put("alt", orNull(picture.alt()));
    json.put("rights", orNull(picture.rights()));
    WireItem.Focus focus = picture.focus();
    json.put("focus", focus == null ? null : Map.of("x", focus.x(), "y", focus.y()));
    return json;
  }

  private static List<Map<String, @Nullable Object>> topics(List<WireItem.Topic> topics) {
    return topics.stream().map(WireJson::topic).toList();
  }

  private static Map<String, @Nullable Object> topic(WireItem.Topic topic) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("code", orNull(topic.code()));
    json.put("name", orNull(topic.name()));
    return json;
  }

  private static Map<String, @Nullable Object> related(WireItem.Related related) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("rel", orNull(related.rel()));
    json.put("target", orNull(related.target()));
    json.put("title", orNull(related.title()));
    return json;
  }

  private static @Nullable String moment(@Nullable OffsetDateTime moment) {
    return moment == null ? null : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment);
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
