package org.talblatt.platform.page;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the other nodes what changed here: gathered for ten milliseconds, logged and notified in
 * one statement, and tried again until the database took it.
 */
final class PurgeSender implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(PurgeSender.class);

  private static final Duration GATHER = Duration.ofMillis(10);
  private static final Duration RETRY = Duration.ofMillis(500);
  private static final Duration TIDY = Duration.ofMinutes(10);

  /** Past this many there is no use in telling one by one. */
  private static final int MOST_MARKS = 1000;

  private static final String TELL =
      """
      with logged as (insert into page_change (node, tags) values (?, ?) returning number)
      select pg_notify(?, ?) from logged
      """;

  private final String node;
  private final DirectConnections.Opener connections;
  private final ScheduledThreadPoolExecutor thread;
  private final Set<String> waiting = new LinkedHashSet<>();
  private boolean scheduled;
  private @Nullable Connection connection;
  private long lastUse = System.nanoTime();
  private long lastTidy = System.nanoTime() - TIDY.toNanos();

  PurgeSender(String node, DirectConnections.Opener connections) {
    this.node = node;
    this.connections = connections;
    this.thread =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("page-purges").factory());
    thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  /** Sees to it that the others hear of it within moments. Does not wait. */
  void tell(Collection<String> marks) {
    synchronized (waiting) {
      waiting.addAll(marks);
      if (waiting.size() > MOST_MARKS) {
        waiting.clear();
        waiting.add(Tags.ALL);
      }
      schedule(GATHER);
    }
  }

  /** Sends what is still waiting: a task's purges reach the paper before the task ends. */
  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(5, TimeUnit.SECONDS)) {
        log.warn("purges are still being sent");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    flush();
    disconnect();
  }

  private void schedule(Duration delay) {
    if (!scheduled && !thread.isShutdown()) {
      scheduled = true;
      var _ = thread.schedule(this::flush, delay.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void flush() {
    List<String> marks;
    synchronized (waiting) {
      scheduled = false;
      marks = List.copyOf(waiting);
      waiting.clear();
    }
    if (marks.isEmpty()) {
      return;
    }
    try {
      send(PurgeMessage.of(node, marks));
    } catch (SQLException failed) {
      log.warn("other nodes not told yet what changed: {}", failed.getMessage());
      disconnect();
      tryAgain(marks);
    }
  }

  private void tryAgain(List<String> marks) {
    synchronized (waiting) {
      waiting.addAll(marks);
      schedule(RETRY);
    }
  }

  private void send(PurgeMessage message) throws SQLException {
    Connection to = connected();
    try (PreparedStatement tell = to.prepareStatement(TELL)) {
      tell.setString(1, message.node());
      tell.setArray(2, to.createArrayOf("text", message.marks().toArray()));
      tell.setString(3, PurgeMessage.CHANNEL);
      tell.setString(4, message.text());
      tell.execute();
    }
    lastUse = System.nanoTime();
    tidy(to);
  }

  /** Deletes what no node will read any more. */
  private void tidy(Connection to) throws SQLException {
    if (lastUse - lastTidy >= TIDY.toNanos()) {
      try (PreparedStatement delete =
          to.prepareStatement("delete from page_change where at < now() - interval '1 hour'")) {
        delete.execute();
      }
      lastTidy = lastUse;
    }
  }

  private Connection connected() throws SQLException {
    Connection known = connection;
    // a connection that lay idle may have been cut by something between us and the server
    boolean idle = System.nanoTime() - lastUse > TimeUnit.SECONDS.toNanos(5);
    if (known != null && idle && !known.isValid(1)) {
      disconnect();
      known = null;
    }
    if (known == null) {
      known = connections.open();
      connection = known;
    }
    return known;
  }

  private void disconnect() {
    Connection known = connection;
    connection = null;
    if (known != null) {
      try {
        known.close();
      } catch (SQLException e) {
        log.debug("a broken connection did not close", e);
      }
    }
  }
}
