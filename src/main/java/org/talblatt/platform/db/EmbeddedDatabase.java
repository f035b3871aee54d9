package org.talblatt.platform.db;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;

/**
 * Our own PostgreSQL in the data folder, set up as a real one: durable, on the loopback address,
 * open only to who knows the password that lies beside it. The library that brings it is made for
 * tests: its defaults (no fsync, everybody trusted) are all replaced here.
 */
public final class EmbeddedDatabase implements AutoCloseable {
  private static final String USER = "postgres";
  private static final String SCRAM_ONLY =
      """
      local all all scram-sha-256
      host all all 127.0.0.1/32 scram-sha-256
      host all all ::1/128 scram-sha-256
      """;

  private final EmbeddedPostgres postgres;
  private final String password;

  private EmbeddedDatabase(EmbeddedPostgres postgres, String password) {
    this.postgres = postgres;
    this.password = password;
  }

  /**
   * Starts the server on the folder, creating it at the first time. A server that a crash left
   * running there is stopped first; the caller holds the {@link DataFolderLock}.
   */
  public static EmbeddedDatabase start(Path data) throws IOException {
    Path folder = Files.createDirectories(data.resolve("postgres"));
    OrphanedPostgres.stop(folder);
    boolean fresh = !Files.exists(folder.resolve("PG_VERSION"));
    String password = password(data.resolve("postgres-password"));
    EmbeddedPostgres postgres =
        EmbeddedPostgres.builder()
            .setDataDirectory(folder)
            // the default is a folder below /tmp that every user of the machine may write to
            .setOverrideWorkingDirectory(data.resolve("postgres-programs").toFile())
            .setCleanDataDirectory(false)
            .setRegisterShutdownHook(false)
            .setPGStartupWait(Duration.ofMinutes(2))
            .setServerConfig("listen_addresses", "127.0.0.1")
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .setConnectConfig("password", password)
            .start();
    EmbeddedDatabase database = new EmbeddedDatabase(postgres, password);
    if (fresh) {
      database.lockDown(folder);
    }
    return database;
  }

  /** How to reach it. */
  public DatabaseAddress address() {
    return new DatabaseAddress(
        "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(postgres.getPort()), USER, password);
  }

  @Override
  public void close() throws IOException {
    postgres.close();
  }

  private void lockDown(Path folder) throws IOException {
    DatabaseAddress address = address();
    try (Connection connection = DriverManager.getConnection(address.jdbcUrl(), USER, password);
        Statement statement = connection.createStatement()) {
      statement.execute("alter user postgres password '" + password + "'");
      Files.writeString(folder.resolve("pg_hba.conf"), SCRAM_ONLY);
      statement.execute("select pg_reload_conf()");
    } catch (SQLException e) {
      close();
      throw new IOException("the database's password could not be set", e);
    }
  }

  private static String password(Path file) throws IOException {
    if (!Files.exists(file)) {
      byte[] bits = new byte[32];
      new SecureRandom().nextBytes(bits);
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file, HexFormat.of().formatHex(bits));
    }
    return Files.readString(file);
  }
}
