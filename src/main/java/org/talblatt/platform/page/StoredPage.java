package org.talblatt.platform.page;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A rendered page under its address. Compared by identity: a page made again is another one. */
final class StoredPage {
  /** Memory besides the bytes: address, tags, headers, places in the tables. */
  private static final int OVERHEAD = 2000;

  private final String key;
  private final StoredAnswer answer;
  private final Set<String> tags;
  private final long validUntil;
  private final Page.@Nullable Standing standing;
  private final boolean keepable;
  private final long begun;

  /**
   * @param begun when its render began, by {@link System#nanoTime}
   */
  StoredPage(String key, Page page, long begun) {
    this.key = key;
    this.begun = begun;
    this.answer =
        StoredAnswer.of(
            page.status(),
            page.contentType(),
            "no-cache",
            page.location(),
            page.body().getBytes(StandardCharsets.UTF_8),
            page.foreign());
    this.tags = Tags.bounded(page.tags());
    Instant until = page.validUntil();
    this.validUntil = until == null ? Long.MAX_VALUE : until.toEpochMilli();
    this.standing = page.standing();
    this.keepable = page.status() == 200 || page.status() == 301 || page.status() == 410;
  }

  String key() {
    return key;
  }

  StoredAnswer answer() {
    return answer;
  }

  Set<String> tags() {
    return tags;
  }

  /** Whether something on it has changed by the clock. */
  boolean pastAt(long millis) {
    return validUntil <= millis;
  }

  /** Whether the clock changes it at all. */
  boolean lasts() {
    return validUntil == Long.MAX_VALUE;
  }

  Page.@Nullable Standing standing() {
    return standing;
  }

  /** Whether this status is one that is kept. */
  boolean keepable() {
    return keepable;
  }

  /** How long ago its render began. */
  Duration age() {
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  /** Whether its render began after this moment, by {@link System#nanoTime}. */
  boolean begunAfter(long moment) {
    return begun - moment > 0;
  }

  int weight() {
    return OVERHEAD + answer.weight();
  }
}
