package org.talblatt.wire.format;

import java.util.Comparator;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.talblatt.wire.WireItem;
import tools.jackson.databind.JsonNode;

/** The sizes in which a picture is offered in JSON, as a list or under names. */
public final class Renditions {
  private Renditions() {}

  /** The largest that can be fetched and is a picture; null where there is none. */
  public static @Nullable JsonNode largestPicture(JsonNode renditions) {
    return StreamSupport.stream(renditions.spliterator(), false)
        .filter(one -> !Json.text(one, "href").isEmpty() && isPicture(one))
        .max(Comparator.comparingLong(Renditions::pixels))
        .orElse(null);
  }

  private static boolean isPicture(JsonNode rendition) {
    String type =
        Json.text(rendition, "mimetype", "contentType", "contenttype").toLowerCase(Locale.ROOT);
    return type.startsWith("image/") || (type.isEmpty() && pixels(rendition) > 0);
  }

  private static long pixels(JsonNode rendition) {
    return rendition.path("width").asLong(0) * rendition.path("height").asLong(0);
  }

  /** Superdesk names a point of interest, in pixels of this rendition. */
  public static WireItem.@Nullable Focus focus(JsonNode rendition) {
    JsonNode point = rendition.path("poi");
    double width = rendition.path("width").asDouble(0);
    double height = rendition.path("height").asDouble(0);
    if (!point.isObject() || width <= 0 || height <= 0) {
      return null;
    }
    return new WireItem.Focus(
        Math.clamp(point.path("x").asDouble(0) / width, 0, 1),
        Math.clamp(point.path("y").asDouble(0) / height, 0, 1));
  }
}
