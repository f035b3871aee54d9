package org.talblatt.platform.db;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.talblatt.platform.Check;
import org.talblatt.platform.CommandFailure;

/** Asks a running server whether it is set up as one that a paper may trust. */
public final class DatabaseCheck {
  /** The oldest server on which the tests run. */
  static final int OLDEST = 150_000;

  /** PostgreSQL's code for a missing right. */
  private static final String FORBIDDEN = "42501";

  private DatabaseCheck() {}

  /**
   * What the server says of itself.
   *
   * @param own whether it is ours, of the data folder: then nobody else may reach it
   */
  public static List<Check> read(DatabaseAddress address, boolean own) {
    try (Connection connection =
            DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
        Statement statement = connection.createStatement()) {
      List<Check> checks = new ArrayList<>();
      int version = Integer.parseInt(show(statement, "server_version_num"));
      checks.add(
          new Check(
              "database", version >= OLDEST, "PostgreSQL " + show(statement, "server_version")));
      for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
        String value = show(statement, setting);
        checks.add(new Check(setting, durable(setting, value), value));
      }
      if (own) {
        checks.addAll(closedToOthers(statement));
      }
      return checks;
    } catch (SQLException e) {
      return List.of(new Check("database", false, "no answer: " + firstLine(e)));
    }
  }

  /**
   * Makes sure that a server answers and is new enough.
   *
   * @throws CommandFailure where it is not, in one line
   */
  public static DatabaseAddress usable(DatabaseAddress address) {
    Check database = read(address, false).getFirst();
    if (!database.ok()) {
      throw new CommandFailure(
          CommandFailure.DATABASE,
          "The database can't be used: %s (15 or newer is needed).".formatted(database.detail()));
    }
    return address;
  }

  /** A server with a synchronous standby may say more than "on". */
  private static boolean durable(String setting, String value) {
    return value.equals("on")
        || (setting.equals("synchronous_commit") && value.startsWith("remote_"));
  }

  private static List<Check> closedToOthers(Statement statement) throws SQLException {
    String listens = show(statement, "listen_addresses");
    String sockets = show(statement, "unix_socket_directories");
    String ways = ways(statement);
    return List.of(
        new Check("listen_addresses", listens.equals("127.0.0.1"), listens),
        new Check(
            "unix_socket_directories", sockets.isEmpty(), sockets.isEmpty() ? "none" : sockets),
        new Check("pg_hba.conf", ways.equals("scram-sha-256"), "asks for: " + ways));
  }

  private static String ways(Statement statement) throws SQLException {
    try {
      return one(
          statement,
          "select string_agg(distinct coalesce(auth_method, error), ', ') from pg_hba_file_rules");
    } catch (SQLException e) {
      if (FORBIDDEN.equals(e.getSQLState())) {
        return "hidden from this user";
      }
      throw e;
    }
  }

  private static String firstLine(SQLException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  private static String show(Statement statement, String setting) throws SQLException {
    return one(statement, "select current_setting('" + setting + "')");
  }

  private static String one(Statement statement, String sql) throws SQLException {
    try (ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      String value = rows.getString(1);
      return value == null ? "nothing" : value;
    }
  }
}
