package org.talblatt.platform.db;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.talblatt.platform.CommandFailure;

/**
 * Our own PostgreSQL in the data folder, set up as a real one: durable, on the loopback address,
 * open only to who knows the password that lies beside it. A server that ends while we run is
 * started again. The caller holds the {@link DataFolderLock}.
 */
public final class EmbeddedDatabase implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);

  private final PostgresFolder folder;
  private final PostgresPrograms programs;
  private final int port;
  private final PostgresWatch watch;

  private EmbeddedDatabase(PostgresFolder folder, PostgresPrograms programs, int port) {
    this.folder = folder;
    this.programs = programs;
    this.port = port;
    this.watch = new PostgresWatch(folder, this::launch);
  }

  /**
   * Starts the server on the folder, creating its database at the first time. A server that a crash
   * left running there is stopped first.
   *
   * @throws CommandFailure where PostgreSQL does not start; its log says more
   */
  public static EmbeddedDatabase start(Path data) throws IOException {
    PostgresFolder folder = new PostgresFolder(data);
    PostgresPrograms programs = PostgresPrograms.in(folder.programs());
    if (folder.exists()) {
      folder.checkVersion();
      OrphanedPostgres.stop(folder, programs);
    } else {
      folder.create(programs);
    }
    EmbeddedDatabase database = new EmbeddedDatabase(folder, programs, freePort());
    database.launch();
    database.watch.begin();
    return database;
  }

  /** Whether the folder holds a database already. */
  public static boolean exists(Path data) {
    return new PostgresFolder(data).exists();
  }

  /**
   * How to reach the server that another process runs on the folder; waits while it starts.
   *
   * @throws CommandFailure where none answers in time
   */
  public static DatabaseAddress running(Path data) throws IOException {
    PostgresFolder folder = new PostgresFolder(data);
    for (int tries = 0; tries < 300; tries++) {
      OptionalInt port = PostmasterFile.read(folder.cluster()).readyPort();
      if (port.isPresent()) {
        return address(port.getAsInt(), folder.password());
      }
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
    throw new CommandFailure(
        CommandFailure.DATABASE,
        "The Talblatt on %s has no database that answers; is it starting or stopping?"
            .formatted(data));
  }

  /** How to reach it. */
  public DatabaseAddress address() throws IOException {
    return address(port, folder.password());
  }

  /** Calls this where the server ended again and again and is not started any more. */
  public void whenLost(Runnable lost) {
    watch.whenLost(lost);
  }

  /** Leaves the server to itself, as a program does that is killed. */
  void abandon() {
    watch.close();
  }

  @Override
  public void close() throws IOException {
    watch.close();
    OrphanedPostgres.stop(folder, programs);
  }

  private void launch() throws IOException {
    File said = folder.log("postgresql-start.log").toFile();
    int code =
        programs.run(
            said,
            "pg_ctl",
            List.of(
                "start",
                "--wait",
                "--timeout=240",
                "--silent",
                "--pgdata=" + folder.cluster(),
                "--log=" + folder.log("postgresql-early.log"),
                "--options=" + String.join(" ", PostgresFolder.options(port))));
    if (code != 0) {
      throw new CommandFailure(
          CommandFailure.DATABASE,
          "PostgreSQL does not start on %s; why stands in %s."
              .formatted(folder.cluster(), folder.log("postgresql-*.log")));
    }
    log.info("PostgreSQL runs on port {}", port);
  }

  private static DatabaseAddress address(int port, String password) {
    return new DatabaseAddress(
        "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port), PostgresFolder.USER, password);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }
}
