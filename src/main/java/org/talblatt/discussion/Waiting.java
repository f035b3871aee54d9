package org.talblatt.discussion;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What keeps one reader from writing under an article for a while.
 *
 * @param memberFrom when their account is old enough; null where it is
 * @param next when they can write again where the talk is slow; null where they can
 */
public record Waiting(@Nullable Instant memberFrom, @Nullable Instant next) {
  /** Nothing does. */
  public static final Waiting NONE = new Waiting(null, null);
}
