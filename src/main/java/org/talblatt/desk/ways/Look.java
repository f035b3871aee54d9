package org.talblatt.desk.ways;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What came of a look.
 *
 * @param arrived how many files came
 * @param more whether there is more than one look takes
 * @param asked how long they ask us to wait; null where they don't
 * @param etag for the next look; empty for none
 */
record Look(int arrived, boolean more, @Nullable Duration asked, String etag, String lastModified) {
  static Look of(int arrived, boolean more) {
    return new Look(arrived, more, null, "", "");
  }
}
