package org.talblatt.platform.db;

import com.sun.security.auth.module.UnixSystem;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.talblatt.platform.CommandFailure;

/**
 * The programs of the PostgreSQL that we bring, unpacked at the first use.
 *
 * @param bin where {@code initdb}, {@code pg_ctl} and {@code postgres} lie
 * @param prefix what a command starts with, so that PostgreSQL does not run as root
 */
record PostgresPrograms(Path bin, List<String> prefix) {
  private static final int PATIENCE_MINUTES = 5;

  /** The programs, in a folder below this one. */
  static PostgresPrograms in(Path parent) throws IOException {
    URL archive = archive();
    URLConnection connection = archive.openConnection();
    connection.setUseCaches(false);
    String name = "postgres-" + connection.getContentLengthLong();
    Path folder = parent.resolve(name);
    if (!Files.exists(folder)) {
      Files.createDirectories(parent);
      Path unfinished = Files.createTempDirectory(parent, "unpacking-");
      Archive.unpack(archive, unfinished);
      moveIntoPlace(unfinished, folder);
    }
    return new PostgresPrograms(folder.resolve("bin"), withoutRoot());
  }

  /**
   * Runs one of the programs to its end.
   *
   * @param output where it writes what it says
   * @return its exit code
   */
  int run(File output, String program, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>(prefix);
    command.add(bin.resolve(program).toString());
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(output);
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    builder.environment().put("LC_ALL", "C");
    Process process = builder.start();
    try {
      if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new IOException(program + " does not come to an end");
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while " + program + " runs", e);
    }
  }

  private static URL archive() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String processor = System.getProperty("os.arch");
    String name =
        "postgres-%s-%s.txz"
            .formatted(
                system.startsWith("mac") ? "darwin" : system,
                switch (processor) {
                  case "amd64" -> "x86_64";
                  case "aarch64" -> "arm_64";
                  default -> processor;
                });
    URL archive = PostgresPrograms.class.getClassLoader().getResource(name);
    if (archive == null) {
      throw new CommandFailure(
          CommandFailure.DATABASE,
          "Talblatt brings no PostgreSQL for %s on %s; name a server with --db-url."
              .formatted(system, processor));
    }
    return archive;
  }

  /** Another process may have unpacked them meanwhile. */
  private static void moveIntoPlace(Path unfinished, Path folder) throws IOException {
    try {
      Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      if (!Files.exists(folder)) {
        throw e;
      }
    }
  }

  /**
   * PostgreSQL refuses to run as root. In a user namespace of its own it is nobody in particular,
   * and still owns what root owns.
   */
  private static List<String> withoutRoot() throws IOException {
    if (System.getProperty("os.name").startsWith("Windows") || new UnixSystem().getUid() != 0) {
      return List.of();
    }
    List<String> prefix = List.of("unshare", "--user");
    try {
      Process trial =
          new ProcessBuilder("unshare", "--user", "true")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (trial.waitFor() == 0) {
        return prefix;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while starting the database", e);
    } catch (IOException e) {
      throw asRoot(e);
    }
    throw asRoot(null);
  }

  private static CommandFailure asRoot(@Nullable IOException cause) {
    return new CommandFailure(
        CommandFailure.DATABASE,
        "PostgreSQL does not run as root, and this machine gives it no user of its own (unshare"
            + " --user): start Talblatt as an ordinary user, or name a server with --db-url.",
        cause);
  }
}
