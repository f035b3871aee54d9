package org.talblatt.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.talblatt.platform.db.DatabaseAddress;

/**
 * A database of one's own for each test class, copied from a migrated template on the one server of
 * this run. {@code TALBLATT_TEST_DB_URL} (with user and password in it) names another server.
 */
public final class TestDatabase {
  private static final AtomicInteger NEXT = new AtomicInteger();
  private static final String TEMPLATE = "talblatt_template_" + ProcessHandle.current().pid();
  private static @Nullable String server;

  private TestDatabase() {}

  /** A fresh, migrated, empty database. */
  public static synchronized DatabaseAddress create() {
    if (server == null) {
      server = start();
      execute("drop database if exists " + TEMPLATE, "create database " + TEMPLATE);
      Flyway.configure().dataSource(url(TEMPLATE), null, null).load().migrate();
    }
    String name = TEMPLATE + "_" + NEXT.incrementAndGet();
    execute("drop database if exists " + name, "create database " + name + " template " + TEMPLATE);
    return new DatabaseAddress(url(name), "", "");
  }

  /** A copy as a backup makes it; the original is still in use. */
  public static synchronized DatabaseAddress copy(DatabaseAddress original) {
    String from = original.jdbcUrl().replaceFirst(".*//[^/]+/([^?]*).*", "$1");
    String name = TEMPLATE + "_" + NEXT.incrementAndGet();
    execute(
        "drop database if exists " + name,
        "alter database " + from + " allow_connections false",
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + from + "'",
        "create database " + name + " template " + from,
        "alter database " + from + " allow_connections true");
    return new DatabaseAddress(url(name), "", "");
  }

  private static String start() {
    String given = System.getenv("TALBLATT_TEST_DB_URL");
    if (given != null) {
      return given;
    }
    try {
      EmbeddedPostgres postgres =
          EmbeddedPostgres.builder()
              .setServerConfig("max_connections", "300")
              .setServerConfig("fsync", "off")
              .start();
      return postgres.getJdbcUrl("postgres", "postgres");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String url(String database) {
    String given = java.util.Objects.requireNonNull(server);
    return given.replaceFirst("(//[^/]+/)[^?]*", "$1" + database);
  }

  private static void execute(String... statements) {
    try (Connection connection =
            DriverManager.getConnection(java.util.Objects.requireNonNull(server));
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
