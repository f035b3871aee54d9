package org.talblatt.wire;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Which of an item's versions is newer: by number, then by when the version was made, then by when
 * it was delivered. A missing moment is older than any.
 */
record VersionKey(long version, @Nullable Instant created, @Nullable Instant updated)
    implements Comparable<VersionKey> {
  private static final Comparator<@Nullable Instant> MOMENTS =
      Comparator.nullsFirst(Comparator.naturalOrder());
  private static final Comparator<VersionKey> ORDER =
      Comparator.comparingLong(VersionKey::version)
          .thenComparing(VersionKey::created, MOMENTS)
          .thenComparing(VersionKey::updated, MOMENTS);

  static VersionKey of(WireItem item) {
    return new VersionKey(item.version(), stored(item.versionCreated()), stored(item.updated()));
  }

  /** As PostgreSQL keeps it, so that a key read back equals the one that was written. */
  private static @Nullable Instant stored(@Nullable OffsetDateTime moment) {
    return moment == null ? null : moment.toInstant().truncatedTo(ChronoUnit.MICROS);
  }

  @Override
  public int compareTo(VersionKey other) {
    return ORDER.compare(this, other);
  }
}
