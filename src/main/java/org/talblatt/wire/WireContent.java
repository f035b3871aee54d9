package org.talblatt.wire;

import java.util.List;
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
}
