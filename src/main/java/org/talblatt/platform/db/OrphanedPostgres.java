package org.talblatt.platform.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A server that went on running after our process was killed. */
final class OrphanedPostgres {
  private static final Logger log = LoggerFactory.getLogger(OrphanedPostgres.class);
  private static final int PATIENCE_SECONDS = 30;

  private OrphanedPostgres() {}

  /**
   * Stops the server that still runs on this folder, if there is one. What it had committed is
   * safe. Only a process that is a PostgreSQL is touched: the number in a stale file may by now
   * belong to something else.
   */
  static void stop(Path folder) throws IOException {
    Path file = folder.resolve("postmaster.pid");
    if (!Files.exists(file)) {
      return;
    }
    ProcessHandle process =
        Files.readAllLines(file).stream()
            .limit(1)
            .filter(line -> line.matches("[1-9][0-9]{0,9}"))
            .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)).stream())
            .filter(OrphanedPostgres::isPostgres)
            .findFirst()
            .orElse(null);
    if (process != null) {
      log.warn("stopping the PostgreSQL that a crash left running (pid {})", process.pid());
      process.destroy();
      await(process);
    }
  }

  private static boolean isPostgres(ProcessHandle process) {
    return process.info().command().filter(command -> command.endsWith("postgres")).isPresent();
  }

  private static void await(ProcessHandle process) throws IOException {
    try {
      process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException stillThere) {
      process.destroyForcibly();
    } catch (ExecutionException e) {
      throw new IOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while the orphaned database stops", e);
    }
  }
}
