package org.talblatt.platform.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database of the data folder is a real one. */
class EmbeddedDatabaseTest {
  @TempDir private Path data = Path.of("");

  @Test
  void itIsDurableAndOpenOnlyToWhoKnowsThePassword() throws Exception {
    try (EmbeddedDatabase database = EmbeddedDatabase.start(data.resolve("a b"))) {
      DatabaseAddress address = database.address();
      for (String setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
        assertThat(read(address, "show " + setting)).as(setting).isEqualTo("on");
      }
      assertThat(read(address, "show listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(read(address, "show server_version")).startsWith("18");
      assertThatThrownBy(
              () -> DriverManager.getConnection(address.jdbcUrl(), "postgres", "wrong").close())
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password authentication failed");
    }
  }

  @Test
  void aServerThatACrashLeftRunningIsStoppedAndNothingIsLost() throws Exception {
    EmbeddedDatabase orphan = EmbeddedDatabase.start(data);
    try (Connection connection = open(orphan.address());
        Statement statement = connection.createStatement()) {
      statement.execute("create table kept as select 'yes' as word");
    }
    OrphanedPostgres.stop(data.resolve("postgres"));
    assertThatThrownBy(() -> open(orphan.address()).close()).isInstanceOf(SQLException.class);
    orphan.close();
    try (EmbeddedDatabase next = EmbeddedDatabase.start(data)) {
      assertThat(read(next.address(), "select word from kept")).isEqualTo("yes");
    }
  }

  @Test
  void aHalfWrittenPidFileDoesNotKeepTheDatabaseDown() throws Exception {
    Path folder = Files.createDirectories(data.resolve("postgres"));
    Files.writeString(folder.resolve("postmaster.pid"), "");
    OrphanedPostgres.stop(folder);
    Files.writeString(folder.resolve("postmaster.pid"), ProcessHandle.current().pid() + "\n");
    OrphanedPostgres.stop(folder);
    assertThat(ProcessHandle.current().isAlive()).isTrue();
  }

  private static Connection open(DatabaseAddress address) throws SQLException {
    return DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
  }

  private static String read(DatabaseAddress address, String sql) throws SQLException {
    try (Connection connection = open(address);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
