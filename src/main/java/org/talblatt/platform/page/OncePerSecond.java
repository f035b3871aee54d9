package org.talblatt.platform.page;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Does something for a tag at once, but not twice within a second: what is asked for meanwhile is
 * done together when the second is over. So nothing asked for waits longer than a second.
 */
final class OncePerSecond implements AutoCloseable {
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
  private static final int TIDY_AT = 1000;

  private final Consumer<String> action;
  private final Map<String, Long> last = new HashMap<>();
  private final ScheduledThreadPoolExecutor thread =
      new ScheduledThreadPoolExecutor(
          1, Thread.ofPlatform().daemon().name("page-counts").factory());

  OncePerSecond(Consumer<String> action) {
    this.action = action;
  }

  void ask(String tag) {
    if (due(tag)) {
      action.accept(tag);
    }
  }

  /** Whether to act now; else it is seen to that somebody acts when the second is over. */
  private synchronized boolean due(String tag) {
    long now = System.nanoTime();
    Long before = last.get(tag);
    if (before == null || now - before >= SECOND) {
      tidy(now);
      last.put(tag, now);
      return true;
    }
    if (before <= now) {
      // a time that lies ahead says that an action is already waiting for it
      last.put(tag, before + SECOND);
      var _ =
          thread.schedule(() -> action.accept(tag), before + SECOND - now, TimeUnit.NANOSECONDS);
    }
    return false;
  }

  private void tidy(long now) {
    if (last.size() >= TIDY_AT) {
      last.values().removeIf(time -> now - time >= SECOND);
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
