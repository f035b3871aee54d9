package org.talblatt.platform.page;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears what other nodes changed. Where the connection was lost, it reads the log of what was said
 * meanwhile; where that can't be, everything counts as changed.
 */
final class PurgeListener implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(PurgeListener.class);

  /** Rows live for an hour; the difference is for clocks and for what takes its time. */
  static final Duration LOG_COVERS = Duration.ofMinutes(50);

  /** A row's time is its transaction's begin, so it may appear a little after later ones. */
  private static final Duration OVERLAP = Duration.ofMinutes(1);

  private static final Duration CHECK = Duration.ofSeconds(5);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

  private final String node;
  private final DirectConnections.Opener connections;
  private final Consumer<Collection<String>> purge;
  private final Duration logCovers;
  private final Hearing hearing;
  private final Thread thread;
  private volatile @Nullable Connection connection;
  private volatile boolean closed;

  /** Up to when, by the database's clock, everything said has been heard; null = unknown. */
  private @Nullable Instant heardUntil;

  /**
   * @param purge takes the marks of a {@link PurgeMessage}
   * @param logCovers how long after its loss a connection can be made up for from the log
   * @param hearing is told when the connection is lost and when it was made up for
   */
  PurgeListener(
      String node,
      DirectConnections.Opener connections,
      Consumer<Collection<String>> purge,
      Duration logCovers,
      Hearing hearing) {
    this.node = node;
    this.connections = connections;
    this.purge = purge;
    this.logCovers = logCovers;
    this.hearing = hearing;
    this.thread = Thread.ofPlatform().daemon().name("page-purge-listener").unstarted(this::run);
  }

  /** Returns once it hears, so that nothing kept from now on misses a purge. */
  void start() {
    try {
      heardUntil = now(listen());
    } catch (SQLException failed) {
      hearing.lost();
      log.warn("not connected yet for what other nodes change: {}", failed.getMessage());
    }
    thread.start();
  }

  /** Whether it hears at the moment. */
  boolean listening() {
    return connection != null;
  }

  @Override
  public void close() {
    closed = true;
    disconnect();
    thread.interrupt();
  }

  private void run() {
    Duration pause = Duration.ofMillis(50);
    while (!closed) {
      try {
        Connection known = connection;
        hear(known == null ? reconnect() : known);
      } catch (SQLException | RuntimeException lost) {
        if (!closed) {
          boolean first = connection != null;
          disconnect();
          hearing.lost();
          log.warn("connection for what other nodes change lost: {}", lost.getMessage());
          pause = first ? Duration.ofMillis(50) : longer(pause);
          pause(pause);
        }
      }
    }
    disconnect();
  }

  private Connection listen() throws SQLException {
    Connection fresh = connections.open();
    connection = fresh;
    try (Statement listen = fresh.createStatement()) {
      listen.execute("listen " + PurgeMessage.CHANNEL);
    }
    return fresh;
  }

  /**
   * First listens, then reads the log: what is said in between is heard twice, never not at all.
   */
  private Connection reconnect() throws SQLException {
    Connection fresh = listen();
    Instant now = now(fresh);
    Instant before = heardUntil;
    if (before == null || before.plus(logCovers).isBefore(now)) {
      purge.accept(List.of(Tags.ALL));
    } else {
      readLog(fresh, before.minus(OVERLAP));
    }
    heardUntil = now;
    hearing.again();
    return fresh;
  }

  private void readLog(Connection from, Instant since) throws SQLException {
    try (PreparedStatement select =
        from.prepareStatement("select tags from page_change where at > ? and node <> ?")) {
      select.setTimestamp(1, Timestamp.from(since));
      select.setString(2, node);
      ResultSet rows = select.executeQuery();
      while (rows.next()) {
        purge.accept(List.of((String[]) rows.getArray(1).getArray()));
      }
    }
  }

  /** Hears until the connection breaks; asks it for the time now and then, to notice. */
  private void hear(Connection from) throws SQLException {
    long checked = System.nanoTime();
    while (!closed) {
      PGNotification[] said =
          from.unwrap(PGConnection.class).getNotifications((int) CHECK.toMillis());
      for (PGNotification notification : said == null ? new PGNotification[0] : said) {
        hear(PurgeMessage.parse(notification.getParameter()));
      }
      if (System.nanoTime() - checked >= CHECK.toNanos()) {
        heardUntil = now(from);
        checked = System.nanoTime();
      }
    }
  }

  private void hear(PurgeMessage message) {
    if (!message.node().equals(node)) {
      purge.accept(message.marks());
    }
  }

  private static Instant now(Connection from) throws SQLException {
    try (Statement select = from.createStatement();
        ResultSet row = select.executeQuery("select now()")) {
      row.next();
      return row.getTimestamp(1).toInstant();
    }
  }

  private void disconnect() {
    Connection known = connection;
    connection = null;
    if (known != null) {
      try {
        // unlike close() it does not wait for who is just listening
        known.abort(Runnable::run);
      } catch (SQLException e) {
        log.debug("a broken connection did not close", e);
      }
    }
  }

  private static Duration longer(Duration pause) {
    Duration twice = pause.multipliedBy(2);
    return twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
  }

  private static void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }
}
