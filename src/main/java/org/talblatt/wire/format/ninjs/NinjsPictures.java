package org.talblatt.wire.format.ninjs;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.talblatt.wire.WireItem;
import org.talblatt.wire.format.Credit;
import org.talblatt.wire.format.ItemBuilder;
import org.talblatt.wire.format.Json;
import org.talblatt.wire.format.Renditions;
import tools.jackson.databind.JsonNode;

/** The item's own picture and those beside it; what else is beside it is related. */
final class NinjsPictures {
  private NinjsPictures() {}

  static void read(JsonNode item, ItemBuilder wire) {
    if (wire.kind == WireItem.Kind.PICTURE || wire.kind == WireItem.Kind.GRAPHICS) {
      add(item, wire);
    }
    JsonNode associations = item.path("associations");
    if (associations.isArray()) {
      Json.objects(associations).forEach(one -> associated(Json.text(one, "name"), one, wire));
    } else {
      for (Map.Entry<String, JsonNode> one : associations.properties()) {
        associated(one.getKey(), one.getValue(), wire);
      }
    }
  }

  private static void associated(String name, JsonNode item, ItemBuilder wire) {
    String type = Json.text(item, "type");
    if ((type.equals("picture") || type.startsWith("graphic")) && add(item, wire)) {
      return;
    }
    String target = NinjsItem.guid(item);
    if (!target.isEmpty()) {
      wire.related.add(new WireItem.Related(type.isEmpty() ? name : type, target, title(item)));
    }
  }

  private static String title(JsonNode item) {
    return NinjsTerms.withRole(item, "headline", List.of("main", "title", ""))
        .orElse(NinjsTerms.any(item, "headline"));
  }

  /** Whether it has an address to fetch it from. */
  private static boolean add(JsonNode item, ItemBuilder wire) {
    @Nullable JsonNode largest = Renditions.largestPicture(item.path("renditions"));
    if (largest == null) {
      return false;
    }
    String terms = Json.text(item, "usageterms", "usageTerms");
    wire.pictures.add(
        new WireItem.Picture(
            Json.text(largest, "href"),
            caption(item),
            credit(item),
            alt(item),
            terms.isEmpty() ? Json.text(item, "copyrightnotice", "copyrightNotice") : terms,
            Renditions.focus(largest)));
    return true;
  }

  private static String caption(JsonNode item) {
    return NinjsTerms.withRole(
            item, "description", List.of("caption", "text", "main", "", "html", "summary"))
        .orElse("");
  }

  private static String credit(JsonNode item) {
    String line =
        Json.text(
            item, "creditline", "creditLine", "byline", "by", "copyrightholder", "copyrightHolder");
    return line.isEmpty() ? Credit.of("", "", "", NinjsTerms.sources(item)) : line;
  }

  /** Superdesk sends the alternative text as the picture's body. */
  private static String alt(JsonNode item) {
    String alt = Json.text(item, "alttext", "altText", "body_text");
    return alt.isEmpty() ? title(item) : alt;
  }
}
