package org.talblatt.wire.format.apmedia;

import java.util.List;
import java.util.Set;
import org.talblatt.wire.UnreadableWire;
import org.talblatt.wire.format.Json;
import org.talblatt.wire.format.WireFile;
import org.talblatt.wire.format.WireFormat;
import tools.jackson.databind.JsonNode;

/** An answer of AP's Media API: one item, or a feed with several. */
public final class ApMedia implements WireFormat {
  @Override
  public boolean recognises(WireFile file) {
    Set<String> names = Json.names(file);
    return names.contains("data") && names.contains("api_version");
  }

  @Override
  public List<Entry> entries(WireFile file) throws UnreadableWire {
    JsonNode root = Json.parse(file.text());
    JsonNode data = root.path("data");
    List<JsonNode> found =
        data.has("items")
            ? Json.objects(data.path("items")).stream().map(ApMedia::inner).toList()
            : Json.objects(data.path("item"));
    List<Entry> entries =
        found.stream()
            .map(
                item -> new Entry(ApMediaItem.guid(item), () -> new ApMediaItem(item, root).read()))
            .toList();
    if (entries.isEmpty()) {
      throw new UnreadableWire("wire.refused.empty");
    }
    return entries;
  }

  private static JsonNode inner(JsonNode one) {
    return one.has("item") ? one.path("item") : one;
  }
}
