package org.talblatt.platform.page;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.stereotype.Component;

/**
 * Connections outside the pool: a purge must not wait behind renders for one, and listening takes
 * one for good. They go to the server itself, as notifications pass through no pooler.
 */
@Component
final class DirectConnections {
  /** Opens one connection. */
  @FunctionalInterface
  interface Opener {
    Connection open() throws SQLException;
  }

  private final JdbcConnectionDetails database;

  DirectConnections(JdbcConnectionDetails database) {
    this.database = database;
  }

  /**
   * @param name by which the server's list of connections shows it
   */
  Connection open(String name) throws SQLException {
    Properties properties = new Properties();
    put(properties, "user", database.getUsername());
    put(properties, "password", database.getPassword());
    properties.setProperty("ApplicationName", name);
    properties.setProperty("targetServerType", "primary");
    properties.setProperty("tcpKeepAlive", "true");
    // seconds; a server that vanished without a word is noticed, not waited for
    properties.setProperty("connectTimeout", "5");
    properties.setProperty("socketTimeout", "10");
    return DriverManager.getConnection(database.getJdbcUrl(), properties);
  }

  private static void put(Properties properties, String name, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      properties.setProperty(name, value);
    }
  }
}
