package org.talblatt.wire.format.digitalwires;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talblatt.wire.WireItem;
import org.talblatt.wire.format.ItemBuilder;
import org.talblatt.wire.format.Json;
import tools.jackson.databind.JsonNode;

/** The pictures of a digitalwires entry: the one to stand on top first. Their addresses expire. */
final class DigitalwiresPictures {
  private DigitalwiresPictures() {}

  static void read(JsonNode entry, ItemBuilder wire) {
    List<JsonNode> images = new ArrayList<>();
    for (JsonNode association : entry.path("associations")) {
      if (Json.text(association, "type").equals("image")) {
        images.add(association);
      } else {
        wire.related.add(
            new WireItem.Related(
                Json.text(association, "type"),
                Json.text(association, "urn"),
                Json.text(association, "headline")));
      }
    }
    images.sort(
        Comparator.comparingInt(
            (JsonNode image) ->
                image.path("is_featureimage").asBoolean(false)
                    ? -1
                    : image.path("rank").asInt(99)));
    String rights = Json.text(entry, "usageterms");
    images.forEach(image -> wire.pictures.add(picture(image, rights)));
  }

  private static WireItem.Picture picture(JsonNode image, String rights) {
    JsonNode largest = null;
    for (JsonNode rendition : image.path("renditions")) {
      if (largest == null || pixels(rendition) > pixels(largest)) {
        largest = rendition;
      }
    }
    return new WireItem.Picture(
        Json.text(largest, "url"),
        Json.text(image, "caption"),
        Json.text(image, "creditline"),
        Json.text(image, "headline"),
        rights,
        largest == null ? null : focus(largest));
  }

  private static long pixels(JsonNode rendition) {
    return rendition.path("width").asLong(0) * rendition.path("height").asLong(0);
  }

  /** The middle of the area that dpa marks as the one that must stay in view. */
  private static WireItem.@Nullable Focus focus(JsonNode rendition) {
    JsonNode area = rendition.path("fovealarea");
    double width = rendition.path("width").asDouble(0);
    double height = rendition.path("height").asDouble(0);
    if (!area.isObject() || width <= 0 || height <= 0) {
      return null;
    }
    double x = (area.path("left").asDouble() + area.path("right").asDouble()) / 2 / width;
    double y = (area.path("top").asDouble() + area.path("bottom").asDouble()) / 2 / height;
    return new WireItem.Focus(Math.clamp(x, 0, 1), Math.clamp(y, 0, 1));
  }
}
