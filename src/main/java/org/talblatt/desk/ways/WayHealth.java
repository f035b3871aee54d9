package org.talblatt.desk.ways;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a way is.
 *
 * @param success when it was last looked at, or something last came, without trouble
 * @param arrival when a file last came
 * @param trouble the last trouble: a message's key and its arguments; empty for none
 * @param failures looks that failed since the last success
 * @param next when it is looked at again; null for one that isn't
 * @param offeredKey a server's key that nobody has trusted yet
 */
record WayHealth(
    Way way,
    boolean on,
    @Nullable Instant success,
    @Nullable Instant arrival,
    @Nullable Instant troubleAt,
    List<String> trouble,
    int failures,
    @Nullable Instant next,
    String offeredKey) {

  /** Whether the last look failed. */
  boolean ill() {
    return failures > 0;
  }
}
