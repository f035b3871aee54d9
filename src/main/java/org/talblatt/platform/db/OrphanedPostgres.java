package org.talblatt.platform.db;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends whatever server runs on a folder; what it had committed is safe. */
final class OrphanedPostgres {
  private static final Logger log = LoggerFactory.getLogger(OrphanedPostgres.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private OrphanedPostgres() {}

  /**
   * Stops the server and waits until nobody works on the folder any more. Only processes that are a
   * PostgreSQL are touched.
   */
  static void stop(PostgresFolder folder, PostgresPrograms programs) throws IOException {
    Path cluster = folder.cluster();
    Optional<ProcessHandle> postmaster = PostmasterFile.read(cluster).process();
    if (postmaster.isPresent() && !shutDown(folder, programs, "fast")) {
      log.warn("PostgreSQL does not stop by itself and is ended; it recovers at the next start");
      shutDown(folder, programs, "immediate");
      postmaster.get().destroyForcibly();
    }
    awaitNobody(cluster);
  }

  private static boolean shutDown(PostgresFolder folder, PostgresPrograms programs, String mode)
      throws IOException {
    File said = folder.log("postgresql-stop.log").toFile();
    return programs.run(
            said,
            "pg_ctl",
            List.of(
                "stop", "--wait", "--timeout=40", "--mode=" + mode, "--pgdata=" + folder.cluster()))
        == 0;
  }

  /**
   * A postmaster that was killed leaves processes of its own for a moment. A new server must not
   * start beside them.
   */
  static void awaitNobody(Path cluster) throws IOException {
    if (!await(() -> PostmasterFile.processesOn(cluster).isEmpty())) {
      PostmasterFile.processesOn(cluster).forEach(ProcessHandle::destroyForcibly);
      if (!await(() -> PostmasterFile.processesOn(cluster).isEmpty())) {
        throw new IOException("processes of an old PostgreSQL work on " + cluster);
      }
    }
    dropMisleadingPidFile(cluster);
  }

  /**
   * PostgreSQL refuses to start where the file is empty or names a living process. After a reboot,
   * or in a container, that may be somebody else by now.
   */
  private static void dropMisleadingPidFile(Path cluster) throws IOException {
    PostmasterFile file = PostmasterFile.read(cluster);
    boolean recycled = file.living().isPresent() && file.process().isEmpty();
    if (file.pid().isEmpty() || recycled) {
      Files.deleteIfExists(cluster.resolve("postmaster.pid"));
    }
  }

  private static boolean await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
    return true;
  }
}
