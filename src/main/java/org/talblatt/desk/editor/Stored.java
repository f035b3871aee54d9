package org.talblatt.desk.editor;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What came of an edit. */
sealed interface Stored {

  /**
   * It is stored.
   *
   * @param merged whether what somebody else had stored was brought in
   * @param appearsAt when readers get it, where it was brought out
   */
  record Done(boolean merged, @Nullable Instant appearsAt) implements Stored {}

  /** Both changed the same: the text is kept as a working copy, and somebody has to choose. */
  record Undecided(FormMerge merge) implements Stored {}
}
