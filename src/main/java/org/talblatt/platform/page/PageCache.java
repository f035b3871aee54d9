package org.talblatt.platform.page;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * Rendered pages: kept under their tags, made once however many ask.
 *
 * <p>Between a render and a purge there is a race: the render may have read what the purge tells to
 * be old. So each purge has a number, and each {@link Flight} hears of the purges since its start.
 * One that was overtaken answers only who came before the purge, and its page is not kept. Storing
 * and purging exclude each other; reading takes no lock.
 */
final class PageCache {
  /** Leaves database connections for writers, however many different pages are asked for. */
  private static final int RENDERS_AT_ONCE = 8;

  /** How old a page is at least when a cookie makes it anew. */
  private static final Duration FORCED_AT = Duration.ofMillis(100);

  /** In a render: how often something had been purged when it began. */
  private static final ScopedValue<Long> BEGUN_AT = ScopedValue.newInstance();

  private final PageStore store;
  private final PageCounts counts;
  private final Clock clock;
  private final Rendering rendering;
  private final Tightening tightening;
  private final Hearing hearing;
  private final Map<String, Flight> flights = new ConcurrentHashMap<>();
  private final Semaphore renders = new Semaphore(RENDERS_AT_ONCE, true);
  private final ReentrantLock lock = new ReentrantLock();
  private final AtomicLong purges = new AtomicLong();

  /** When the tags that somebody has asked about were last purged. */
  private final Map<String, Long> watched = new ConcurrentHashMap<>();

  PageCache(
      PageStore store,
      PageCounts counts,
      Clock clock,
      Rendering rendering,
      Tightening tightening,
      Hearing hearing) {
    this.store = store;
    this.counts = counts;
    this.clock = clock;
    this.rendering = rendering;
    this.tightening = tightening;
    this.hearing = hearing;
  }

  /**
   * The page kept at this address, unless the clock or the reader's own write made it old, or
   * nobody knows whether another node did.
   */
  @Nullable StoredPage fresh(String key, Request request) {
    StoredPage page = store.get(key);
    return page == null || outOfDate(page, request) ? null : page;
  }

  /**
   * One request for a page that is not kept, or not fresh enough.
   *
   * @param key the address in its one spelling
   * @param came when, by {@link System#nanoTime}
   */
  record Asked(String key, PageRoute route, PageAddress address, Request request, long came) {
    static Asked of(String key, PageRoute route, PageAddress address, Request request) {
      return new Asked(key, route, address, request, System.nanoTime());
    }
  }

  /**
   * The page at this address, made by whoever comes first; the others wait for it.
   *
   * @throws Exception what the render threw, the same for all who waited
   */
  StoredPage page(Asked asked) throws Exception {
    long lastPurge = purges.get();
    slowDown(asked);
    for (boolean again = false; ; again = true) {
      Flight mine = new Flight();
      Flight other = flights.putIfAbsent(asked.key(), mine);
      if (other == null) {
        return fly(mine, asked);
      }
      counts.waits.increment();
      other.await();
      // at the second round the flight began after the request came, so it serves it in any case
      if (again || serves(other, lastPurge, asked.request())) {
        return result(other);
      }
    }
  }

  /** Drops the pages under these tags. */
  void purge(Collection<String> tags) {
    Set<String> affected = Tags.affected(tags);
    lock.lock();
    try {
      long number = purges.incrementAndGet();
      flights.values().forEach(flight -> flight.hear(number, affected));
      affected.forEach(tag -> watched.computeIfPresent(tag, (same, before) -> number));
      store.remove(affected);
    } finally {
      lock.unlock();
    }
  }

  /** Drops everything. */
  void purgeAll() {
    lock.lock();
    try {
      long number = purges.incrementAndGet();
      flights.values().forEach(flight -> flight.hearAll(number));
      watched.replaceAll((tag, before) -> number);
      store.removeAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * How often something was purged on this node. Within a render, up to its begin: all it reads is
   * of that moment, and what it remembers must not pass for newer.
   */
  long purges() {
    return BEGUN_AT.isBound() ? BEGUN_AT.get() : purges.get();
  }

  /** The number of the last purge of this tag, or of the one before somebody first asked. */
  long lastPurge(String tag) {
    Long number = watched.get(tag);
    return number == null ? watched.computeIfAbsent(tag, first -> purges.get()) : number;
  }

  /** A cookie is easily forged: it makes a page anew ten times a second at most. */
  private void slowDown(Asked asked) throws InterruptedException {
    StoredPage known = store.get(asked.key());
    if (known != null && Stand.newer(asked.request(), known.standing())) {
      Duration missing = FORCED_AT.minus(known.age());
      if (missing.isPositive()) {
        Thread.sleep(missing);
      }
    }
  }

  private StoredPage fly(Flight flight, Asked asked) throws Exception {
    try {
      StoredPage kept = landedMeanwhile(asked);
      land(flight, asked.key(), kept == null ? render(asked) : kept);
    } catch (Throwable failed) {
      counts.failures.increment();
      crash(flight, asked.key(), failed);
    }
    return result(flight);
  }

  /** Another flight may have landed between our look at the store and our start. */
  private @Nullable StoredPage landedMeanwhile(Asked asked) {
    StoredPage kept = store.get(asked.key());
    return kept != null && (kept.begunAfter(asked.came()) || !outOfDate(kept, asked.request()))
        ? kept
        : null;
  }

  private StoredPage render(Asked asked) throws Exception {
    renders.acquire();
    try {
      counts.renders.increment();
      long begun = System.nanoTime();
      Page page =
          ScopedValue.where(BEGUN_AT, purges.get())
              .call(() -> rendering.render(asked.route(), asked.address()));
      return new StoredPage(asked.key(), page, begun);
    } finally {
      renders.release();
    }
  }

  private void land(Flight flight, String key, StoredPage page) {
    lock.lock();
    try {
      long purged = flight.firstPurge(page.tags());
      if (purged != Flight.NEVER || !page.keepable() || page.pastAt(clock.millis())) {
        counts.unkept.increment();
      } else if (!store.holds(page)) {
        store.put(page);
        tightening.later(page, store);
      }
      flights.remove(key, flight);
      flight.land(page, purged);
    } finally {
      lock.unlock();
    }
  }

  private void crash(Flight flight, String key, Throwable reason) {
    lock.lock();
    try {
      flights.remove(key, flight);
      flight.crash(reason, flight.firstPurge());
    } finally {
      lock.unlock();
    }
  }

  private boolean serves(Flight flight, long lastPurge, Request request) {
    StoredPage page = flight.page();
    return flight.servesAfter(lastPurge) && (page == null || !outOfDate(page, request));
  }

  private boolean outOfDate(StoredPage page, Request request) {
    return hearing.deaf()
        || (!page.lasts() && page.pastAt(clock.millis()))
        || Stand.newer(request, page.standing());
  }

  private static StoredPage result(Flight flight) throws Exception {
    StoredPage page = flight.page();
    if (page != null) {
      return page;
    }
    switch (Objects.requireNonNull(flight.failure())) {
      case Exception expected -> throw expected;
      case Error worse -> throw worse;
      case Throwable other -> throw new IllegalStateException(other);
    }
  }
}
