package org.talblatt.platform.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.talblatt.platform.Check;
import org.talblatt.platform.CommandFailure;
import org.talblatt.testing.Program;
import org.talblatt.testing.Wait;

/** The database of the data folder is a real one. */
class EmbeddedDatabaseTest {
  @TempDir private Path folder = Path.of("");
  private Path data = Path.of("");

  @BeforeEach
  void aFolderWithASpaceInItsName() throws Exception {
    data = Program.dataFolder(folder.resolve("a b"));
  }

  @Test
  void itIsDurableAndOpenOnlyToWhoKnowsThePassword() throws Exception {
    try (EmbeddedDatabase database = EmbeddedDatabase.start(data)) {
      DatabaseAddress address = database.address();
      assertThat(DatabaseCheck.read(address, true))
          .allMatch(Check::ok)
          .contains(
              new Check("fsync", true, "on"),
              new Check("synchronous_commit", true, "on"),
              new Check("full_page_writes", true, "on"),
              new Check("listen_addresses", true, "127.0.0.1"),
              new Check("unix_socket_directories", true, "none"),
              new Check("pg_hba.conf", true, "asks for: scram-sha-256"));
      assertThat(read(address, "show server_version")).startsWith("18");
      assertThatThrownBy(
              () -> DriverManager.getConnection(address.jdbcUrl(), "postgres", "wrong").close())
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password authentication failed");
      assertThat(read(address, "select rolpassword from pg_authid where rolname = 'postgres'"))
          .startsWith("SCRAM-SHA-256$");
    }
    assertThat(data.resolve("log")).isDirectoryContaining("glob:**/postgresql-???.log");
  }

  @Test
  void itIsClosedToOthersFromItsFirstMoment() throws Exception {
    PostgresFolder postgres = new PostgresFolder(data);
    postgres.create(PostgresPrograms.in(postgres.programs()));
    assertThat(Files.readAllLines(data.resolve("postgres/pg_hba.conf")))
        .filteredOn(line -> !line.isBlank() && !line.startsWith("#"))
        .isNotEmpty()
        .allMatch(line -> line.endsWith("scram-sha-256"));
    assertThat(permissions(data.resolve("postgres-password"))).isEqualTo("rw-------");
    assertThat(permissions(data.resolve("postgres"))).isEqualTo("rwx------");
  }

  @Test
  void anInterruptedFirstStartIsBegunAnew() throws Exception {
    Files.createDirectories(data.resolve("postgres-unfinished/base"));
    Files.writeString(data.resolve("postgres-unfinished/PG_VERSION"), "18");
    try (EmbeddedDatabase database = EmbeddedDatabase.start(data)) {
      assertThat(read(database.address(), "select 1")).isEqualTo("1");
    }
    assertThat(data.resolve("postgres-unfinished")).doesNotExist();
  }

  @Test
  void aServerThatACrashLeftRunningIsStoppedAndNothingIsLost() throws Exception {
    EmbeddedDatabase orphan = EmbeddedDatabase.start(data);
    orphan.abandon();
    try (Connection connection = open(orphan.address());
        Statement statement = connection.createStatement()) {
      statement.execute("create table kept as select 'yes' as word");
      try (EmbeddedDatabase next = EmbeddedDatabase.start(data)) {
        assertThat(read(next.address(), "select word from kept")).isEqualTo("yes");
      }
      assertThatThrownBy(() -> open(orphan.address()).close()).isInstanceOf(SQLException.class);
    }
  }

  @Test
  void aServerThatIsKilledIsStartedAgainOnTheSamePortAndNothingIsLost() throws Exception {
    try (EmbeddedDatabase database = EmbeddedDatabase.start(data)) {
      DatabaseAddress address = database.address();
      execute(address, "create table kept as select 'yes' as word");
      for (int round = 0; round < 2; round++) {
        ProcessHandle server =
            PostmasterFile.read(data.resolve("postgres")).process().orElseThrow();
        server.destroyForcibly();
        Wait.until(
            Duration.ofSeconds(30),
            () -> !server.isAlive() && answers(address, "select word from kept"));
      }
    }
  }

  @Test
  void aServerThatCantStayUpIsGivenUp() throws Exception {
    try (EmbeddedDatabase database = EmbeddedDatabase.start(data)) {
      boolean[] lost = new boolean[1];
      database.whenLost(() -> lost[0] = true);
      Files.writeString(data.resolve("postgres/postgresql.conf"), "max_connections = nonsense");
      PostmasterFile.read(data.resolve("postgres")).process().orElseThrow().destroyForcibly();
      Wait.until(Duration.ofSeconds(30), () -> lost[0]);
    }
  }

  @Test
  void aStalePidFileDoesNotKeepTheDatabaseDownAndNobodyElseIsHarmed() throws Exception {
    EmbeddedDatabase.start(data).close();
    for (String stale : List.of("", ProcessHandle.current().pid() + "\n" + data + "/postgres\n")) {
      Files.writeString(data.resolve("postgres/postmaster.pid"), stale);
      try (EmbeddedDatabase database = EmbeddedDatabase.start(data)) {
        assertThat(read(database.address(), "select 1")).isEqualTo("1");
      }
    }
    assertThat(ProcessHandle.current().isAlive()).isTrue();
  }

  @Test
  void aLostPasswordAndAnotherVersionsFolderAreSaidClearly() throws Exception {
    EmbeddedDatabase.start(data).close();
    Files.delete(data.resolve("postgres-password"));
    EmbeddedDatabase without = EmbeddedDatabase.start(data);
    assertThatThrownBy(without::address)
        .isInstanceOf(CommandFailure.class)
        .hasMessageContaining("postgres-password is missing");
    without.close();
    Files.writeString(data.resolve("postgres/PG_VERSION"), "17\n");
    assertThatThrownBy(() -> EmbeddedDatabase.start(data))
        .isInstanceOf(CommandFailure.class)
        .hasMessageContaining("written by PostgreSQL 17");
  }

  private static String permissions(Path file) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  private static boolean answers(DatabaseAddress address, String sql) {
    try {
      return read(address, sql).equals("yes");
    } catch (SQLException e) {
      return false;
    }
  }

  private static void execute(DatabaseAddress address, String sql) throws SQLException {
    try (Connection connection = open(address);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
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
