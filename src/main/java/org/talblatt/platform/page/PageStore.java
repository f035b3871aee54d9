package org.talblatt.platform.page;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Pages in memory, bounded in bytes, by address and by tag. Reads take no lock. Writes are
 * serialised by the {@link PageCache}; evictions come at any time from anywhere, which is why the
 * table of tags names pages, not addresses: a late eviction can't take a newer page's tags along.
 */
final class PageStore {
  private final Cache<String, StoredPage> pages;
  private final Map<String, Set<StoredPage>> byTag = new ConcurrentHashMap<>();
  private final PageCounts counts;

  PageStore(long bytes, PageCounts counts) {
    this.counts = counts;
    this.pages =
        Caffeine.newBuilder()
            .maximumWeight(bytes)
            .weigher((String key, StoredPage page) -> page.weight())
            .evictionListener(this::evicted)
            .build();
  }

  @Nullable StoredPage get(String key) {
    return pages.getIfPresent(key);
  }

  /** Whether this very page is still the one kept; does not count as a use of it. */
  boolean holds(StoredPage page) {
    return pages.policy().getIfPresentQuietly(page.key()) == page;
  }

  void put(StoredPage page) {
    for (String tag : page.tags()) {
      byTag.compute(tag, (t, known) -> with(known, page));
    }
    StoredPage before = pages.asMap().put(page.key(), page);
    if (before != null) {
      forget(before);
    }
  }

  /** Drops the pages under these tags. */
  void remove(Collection<String> tags) {
    for (String tag : tags) {
      Set<StoredPage> under = byTag.remove(tag);
      if (under != null) {
        under.forEach(this::remove);
      }
    }
  }

  void removeAll() {
    pages.asMap().values().forEach(this::remove);
  }

  /** How many bytes are held; for metrics and tests, since it tidies up first. */
  long weight() {
    pages.cleanUp();
    return pages.policy().eviction().orElseThrow().weightedSize().orElseThrow();
  }

  long size() {
    pages.cleanUp();
    return pages.estimatedSize();
  }

  /** How many tags are known; none outlives its pages. */
  int tags() {
    return byTag.size();
  }

  private void remove(StoredPage page) {
    if (pages.asMap().remove(page.key(), page)) {
      counts.purged.increment();
    }
    forget(page);
  }

  private void evicted(@Nullable String key, @Nullable StoredPage page, RemovalCause cause) {
    if (page != null) {
      counts.evicted.increment();
      forget(page);
    }
  }

  private void forget(StoredPage page) {
    for (String tag : page.tags()) {
      byTag.computeIfPresent(tag, (t, known) -> without(known, page));
    }
  }

  private static Set<StoredPage> with(@Nullable Set<StoredPage> known, StoredPage page) {
    Set<StoredPage> pages = known == null ? ConcurrentHashMap.newKeySet() : known;
    pages.add(page);
    return pages;
  }

  private static @Nullable Set<StoredPage> without(Set<StoredPage> known, StoredPage page) {
    known.remove(page);
    return known.isEmpty() ? null : known;
  }
}
