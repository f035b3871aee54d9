package org.talblatt.platform.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.talblatt.platform.db.DatabaseAddress;
import org.talblatt.testing.Eventually;
import org.talblatt.testing.TestDatabase;

/** Nodes hear of each other, also after they were cut off. */
class PurgeListenerTest {
  private final DatabaseAddress database = TestDatabase.create();
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final Hearing hearing = new Hearing(Duration.ZERO);
  private final AtomicInteger connects = new AtomicInteger();
  private final CountDownLatch lineMended = new CountDownLatch(1);

  private Connection open() throws SQLException {
    return DriverManager.getConnection(database.jdbcUrl());
  }

  /** The first connection comes at once, the second when the line is mended. */
  private Connection cutOff() throws SQLException {
    if (connects.incrementAndGet() > 1) {
      try {
        lineMended.await();
      } catch (InterruptedException stopping) {
        throw new SQLException(stopping);
      }
    }
    Connection connection = open();
    connection.setClientInfo("ApplicationName", "to be cut");
    return connection;
  }

  private PurgeListener listener(String node, DirectConnections.Opener opener, Duration covers) {
    return new PurgeListener(node, opener, heard::addAll, covers, hearing);
  }

  @Test
  void whatOneSaysTheOthersHearAndItselfNot() throws Exception {
    try (PurgeListener me = listener("me", this::open, PurgeListener.LOG_COVERS);
        PurgeSender mine = new PurgeSender("me", this::open);
        PurgeSender other = new PurgeSender("other", this::open)) {
      me.start();
      mine.tell(List.of("own"));
      Eventually.until("logged", () -> logged() == 1);
      other.tell(List.of("article:1", "~article:2"));
      other.tell(List.of("article:1"));
      Eventually.until("heard", () -> heard.contains("~article:2"));
      assertThat(heard).containsExactly("article:1", "~article:2");
      assertThat(logged()).isEqualTo(2);
    }
  }

  @Test
  void whatIsSaidWhileTheLineIsCutIsReadFromTheLog() throws Exception {
    try (PurgeListener me = listener("me", this::cutOff, PurgeListener.LOG_COVERS);
        PurgeSender other = new PurgeSender("other", this::open)) {
      me.start();
      cut();
      Eventually.until("it wants back", () -> connects.get() == 2);
      other.tell(List.of("article:7"));
      Eventually.until("logged", () -> logged() == 1);
      assertThat(heard).isEmpty();
      lineMended.countDown();
      Eventually.until("heard", () -> heard.contains("article:7"));
      other.tell(List.of("article:8"));
      Eventually.until("it listens again", () -> heard.contains("article:8"));
      assertThat(heard).doesNotContain("*");
    }
  }

  @Test
  void whileTheLineIsCutNothingKeptCountsUntilItWasMadeUpFor() throws Exception {
    try (PurgeListener me = listener("me", this::cutOff, PurgeListener.LOG_COVERS)) {
      me.start();
      assertThat(hearing.deaf()).isFalse();
      cut();
      Eventually.until("it is deaf", hearing::deaf);
      lineMended.countDown();
      Eventually.until("it hears again", () -> !hearing.deaf());
      assertThat(me.listening()).isTrue();
    }
  }

  @Test
  void aLineThatComesBackAtOnceChangesNothing() {
    Hearing patient = new Hearing(Hearing.PATIENCE);
    patient.lost();
    assertThat(patient.deaf()).isFalse();
    patient.again();
    assertThat(patient.deaf()).isFalse();
  }

  @Test
  void whoWasCutOffLongerThanTheLogReachesForgetsEverything() throws Exception {
    try (PurgeListener me = listener("me", this::cutOff, Duration.ZERO)) {
      me.start();
      cut();
      lineMended.countDown();
      Eventually.until("heard", () -> heard.contains("*"));
    }
  }

  @Test
  void whoCouldNotListenFromTheStartForgetsEverythingOnceItCan() throws Exception {
    DirectConnections.Opener late =
        () -> {
          if (connects.incrementAndGet() == 1) {
            throw new SQLException("not yet");
          }
          return open();
        };
    try (PurgeListener me = listener("me", late, PurgeListener.LOG_COVERS)) {
      me.start();
      Eventually.until("heard", () -> heard.contains("*"));
    }
  }

  @Test
  void whatCouldNotBeSentIsSentLater() throws Exception {
    DirectConnections.Opener late =
        () -> {
          if (connects.incrementAndGet() == 1) {
            throw new SQLException("not yet");
          }
          return open();
        };
    try (PurgeListener me = listener("me", this::open, PurgeListener.LOG_COVERS);
        PurgeSender other = new PurgeSender("other", late)) {
      me.start();
      other.tell(List.of("article:1"));
      Eventually.until("failed once", () -> connects.get() == 1);
      other.tell(List.of("article:2"));
      Eventually.until("heard", () -> heard.size() == 2);
      assertThat(heard).containsExactlyInAnyOrder("article:1", "article:2");
    }
  }

  @Test
  void aTasksLastWordsAreSentBeforeItEnds() throws Exception {
    try (PurgeSender task = new PurgeSender("task", this::open)) {
      task.tell(List.of("article:1"));
    }
    assertThat(logged()).isEqualTo(1);
  }

  @Test
  void tooMuchToNameIsEverything() throws Exception {
    try (PurgeListener me = listener("me", this::open, PurgeListener.LOG_COVERS);
        PurgeSender other = new PurgeSender("other", this::open)) {
      me.start();
      other.tell(IntStream.range(0, 900).mapToObj(i -> "article:" + i).toList());
      Eventually.until("heard", () -> !heard.isEmpty());
      assertThat(heard).containsExactly("*");
    }
  }

  @Test
  void oldRowsGoWhenNewOnesCome() throws Exception {
    try (Connection connection = open();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          insert into page_change (node, tags, at)
          values ('old', '{x}', now() - interval '61 minutes'),
            ('young', '{x}', now() - interval '59 minutes')
          """);
    }
    try (PurgeSender sender = new PurgeSender("me", this::open)) {
      sender.tell(List.of("article:1"));
    }
    assertThat(logged()).isEqualTo(2);
  }

  private int logged() throws SQLException {
    try (Connection connection = open();
        PreparedStatement select = connection.prepareStatement("select count(*) from page_change");
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getInt(1);
    }
  }

  private void cut() throws SQLException {
    try (Connection connection = open();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          select pg_terminate_backend(pid) from pg_stat_activity
          where application_name = 'to be cut' and datname = current_database()
          """);
    }
  }
}
