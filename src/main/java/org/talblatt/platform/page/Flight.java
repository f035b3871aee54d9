package org.talblatt.platform.page;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * A page being made, and who waits for it. It hears of every purge from its start on, as its own
 * tags are known only at the end. What it hears is guarded by the {@link PageCache}'s lock.
 */
final class Flight {
  static final long NEVER = Long.MAX_VALUE;

  private final Map<String, Long> purgedTags = new HashMap<>();
  private long anythingPurged = NEVER;
  private long everythingPurged = NEVER;

  private final CountDownLatch landed = new CountDownLatch(1);
  private long purged = NEVER;
  private @Nullable StoredPage page;
  private @Nullable Throwable failure;

  /** Takes note of the purge with this number. */
  void hear(long number, Collection<String> tags) {
    anythingPurged = Math.min(anythingPurged, number);
    tags.forEach(tag -> purgedTags.putIfAbsent(tag, number));
  }

  /** Takes note of the purge of everything with this number. */
  void hearAll(long number) {
    anythingPurged = Math.min(anythingPurged, number);
    everythingPurged = Math.min(everythingPurged, number);
  }

  /** The number of the first purge that made a page under these tags out of date. */
  long firstPurge(Set<String> tags) {
    long first = everythingPurged;
    for (String tag : tags) {
      first = Math.min(first, purgedTags.getOrDefault(tag, NEVER));
    }
    return first;
  }

  /** What is known of a page that could not be made: any purge may have mended it. */
  long firstPurge() {
    return anythingPurged;
  }

  void land(StoredPage made, long outOfDateSince) {
    page = made;
    purged = outOfDateSince;
    landed.countDown();
  }

  void crash(Throwable reason, long outOfDateSince) {
    failure = reason;
    purged = outOfDateSince;
    landed.countDown();
  }

  void await() throws InterruptedException {
    landed.await();
  }

  /** Whether a request that came after this purge may still be answered by it. Only once landed. */
  boolean servesAfter(long lastPurge) {
    return purged > lastPurge;
  }

  /** Null where it failed. Only once landed. */
  @Nullable StoredPage page() {
    return page;
  }

  /** Why there is no page. Only once landed. */
  @Nullable Throwable failure() {
    return failure;
  }
}
