package org.talblatt.wire.format.ninjs;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.talblatt.wire.UnreadableWire;
import org.talblatt.wire.format.Json;
import org.talblatt.wire.format.WireFile;
import org.talblatt.wire.format.WireFormat;
import tools.jackson.databind.JsonNode;

/**
 * IPTC ninjs, versions 1 to 3: one item, a list of items, or the answer of a content API that holds
 * them under {@code item}, {@code items} or {@code _items}.
 */
public final class Ninjs implements WireFormat {
  private static final List<String> LISTS = List.of("item", "items", "_items");

  /** Names of which any other JSON with a {@code guid} of its own has none. */
  private static final Set<String> NAMES =
      Set.of("headline", "headlines", "versioncreated", "versionCreated", "body_html", "bodies");

  private static final Pattern IN_LIST =
      Pattern.compile("\"(?:versioncreated|versionCreated|body_html|bodies|pubstatus|pubStatus)\"");

  @Override
  public boolean recognises(WireFile file) {
    Set<String> names = Json.names(file);
    return names.contains("uri")
        || (names.contains("guid") && names.stream().anyMatch(NAMES::contains))
        || (LISTS.stream().anyMatch(names::contains) && IN_LIST.matcher(file.head()).find());
  }

  @Override
  public List<Entry> entries(WireFile file) throws UnreadableWire {
    JsonNode root = Json.parse(file.text());
    JsonNode items =
        root.has("uri") || root.has("guid")
            ? root
            : LISTS.stream().filter(root::has).findFirst().map(root::get).orElse(root);
    List<Entry> entries =
        Json.objects(items).stream()
            .map(item -> new Entry(NinjsItem.guid(item), () -> new NinjsItem(item).read()))
            .toList();
    if (entries.isEmpty()) {
      throw new UnreadableWire("wire.refused.empty");
    }
    return entries;
  }
}
