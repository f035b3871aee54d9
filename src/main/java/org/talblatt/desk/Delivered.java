package org.talblatt.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talblatt.wire.Ingested;
import org.talblatt.wire.Refusal;
import org.talblatt.wire.WireEntry;

/**
 * What became of a delivered file and of the items in it.
 *
 * @param file the number under which a refused file is kept; 0 where it isn't
 * @param refusal why it was refused, or some of what it holds; null where all was read
 */
public record Delivered(long file, @Nullable Refusal refusal, List<Item> items) {
  /**
   * One item, as it stands now.
   *
   * @param path where it is published, null where it isn't
   * @param problem why it could not be published, in English; null where nothing went wrong
   */
  public record Item(
      Ingested.Outcome outcome, WireEntry entry, @Nullable String path, @Nullable String problem) {}
}
