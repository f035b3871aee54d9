package org.talblatt.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
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

  static WireContent of(List<WireFormat.Entry> entries) throws UnreadableWire {
    SortedMap<Integer, WireItem> items = new TreeMap<>();
    List<Integer> bad = new ArrayList<>();
    @Nullable UnreadableWire first = null;
    for (int place = 0; place < entries.size(); place++) {
      try {
        items.put(place, entries.get(place).reading().read());
      } catch (UnreadableWire unreadable) {
        bad.add(place);
        first = first == null ? unreadable : first;
      }
    }
    if (first == null) {
      return new WireContent(items, null);
    }
    if (items.isEmpty()) {
      throw first;
    }
    int place = bad.getFirst();
    return new WireContent(
        items, first.refusal().ofItem(bad.size(), place + 1, entries.get(place).guid()));
  }
}
