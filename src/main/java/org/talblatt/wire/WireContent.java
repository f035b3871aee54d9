package org.talblatt.wire;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What was read of a file. A bad item doesn't cost its neighbours, which may be cancels.
 *
 * @param byPlace at least one; places are counted from 0, bad items too, so that a better reader
 *     finds the others where they were
 * @param refusal why items were refused, null where none was
 */
public record WireContent(SortedMap<Integer, WireItem> byPlace, @Nullable Refusal refusal) {
  /** The items that could be read, in the file's order. */
  public List<WireItem> items() {
    return List.copyOf(byPlace.values());
  }

  /** In one order for all files, so that two that share items can't lock each other out. */
  List<Integer> identifiedPlaces() {
    return byPlace.entrySet().stream()
        .filter(entry -> !entry.getValue().guid().isEmpty())
        .sorted(Comparator.comparing(entry -> entry.getValue().guid()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** What can't be told from others is refused; only packages often have no guid, and no need. */
  WireContent identified() throws UnreadableWire {
    List<WireItem> nameless = items().stream().filter(item -> item.guid().isEmpty()).toList();
    if (nameless.size() == byPlace.size()) {
      throw new UnreadableWire("wire.refused.no-guid", nameless.getFirst().headline());
    }
    Refusal lost =
        nameless.stream()
            .filter(item -> item.kind() != WireItem.Kind.COMPOSITE)
            .findFirst()
            .map(item -> Refusal.of("wire.refused.no-guid", item.headline()))
            .orElse(null);
    return refusal != null ? this : new WireContent(byPlace, lost);
  }
}
