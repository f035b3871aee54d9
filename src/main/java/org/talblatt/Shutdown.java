package org.talblatt;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What must be stopped when the process ends, newest first: at the end of the block, or at SIGTERM
 * and Ctrl-C, whenever they come.
 */
final class Shutdown implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Shutdown.class);
  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private final Thread hook = new Thread(this::stop, "stop");
  private boolean begun;

  Shutdown() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Starts something and remembers to stop it; refuses once the end has begun. */
  synchronized <T extends AutoCloseable> T add(T started) throws Exception {
    if (begun) {
      started.close();
      throw new InterruptedException("told to stop");
    }
    open.push(started);
    return started;
  }

  /** Whether the process is on its way out. */
  synchronized boolean begun() {
    return begun;
  }

  @Override
  public void close() {
    if (!begun()) {
      Runtime.getRuntime().removeShutdownHook(hook);
    }
    stop();
  }

  private void stop() {
    for (AutoCloseable next = next(); next != null; next = next()) {
      try {
        next.close();
      } catch (Exception e) {
        log.error("{} did not stop cleanly", next.getClass().getSimpleName(), e);
      }
    }
  }

  private synchronized @Nullable AutoCloseable next() {
    begun = true;
    return open.poll();
  }
}
