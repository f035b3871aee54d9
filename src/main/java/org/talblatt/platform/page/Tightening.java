package org.talblatt.platform.page;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Packs pages with Brotli once they have been quiet for a while, on one thread of its own: a page
 * in a hot debate is made anew before that, and not worth it.
 */
final class Tightening implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Tightening.class);

  /** More than this many waiting: the page stays with gzip. */
  private static final int LONGEST_QUEUE = 20_000;

  private final Duration quiet;
  private final ScheduledThreadPoolExecutor thread;

  Tightening(Duration quiet) {
    this.quiet = quiet;
    this.thread =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("page-brotli").factory());
    thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  void later(StoredPage page, PageStore store) {
    if (thread.isShutdown() || thread.getQueue().size() >= LONGEST_QUEUE) {
      return;
    }
    WeakReference<StoredPage> known = new WeakReference<>(page);
    var _ =
        thread.schedule(() -> pack(known.get(), store), quiet.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static void pack(@Nullable StoredPage page, PageStore store) {
    try {
      if (page != null && store.holds(page)) {
        page.answer().packTighter();
      }
    } catch (RuntimeException failed) {
      log.warn("a page stays without Brotli", failed);
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
