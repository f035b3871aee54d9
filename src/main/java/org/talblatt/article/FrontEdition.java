package org.talblatt.article;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An arrangement of the front page as it is kept.
 *
 * @param number 0 where none is kept yet
 * @param revision raised by every change while it is prepared
 * @param liveAt from when on it counts; null while it is prepared
 * @param replacedAt when one that is already published will take its place; null = not foreseen
 * @param editor who changed it last; null where that is forgotten
 */
public record FrontEdition(
    long number,
    int revision,
    FrontPlan plan,
    @Nullable Instant liveAt,
    @Nullable Instant replacedAt,
    Instant changedAt,
    @Nullable String editor) {
  static final FrontEdition NONE =
      new FrontEdition(0, 0, FrontPlan.NONE, Instant.EPOCH, null, Instant.EPOCH, null);
}
