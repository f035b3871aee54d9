package org.talblatt.platform.db;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import org.springframework.util.FileSystemUtils;
import org.talblatt.platform.CommandFailure;

/** What the data folder holds of our own PostgreSQL, and how the server on it is set up. */
record PostgresFolder(Path data) {
  static final String USER = "postgres";
  private static final String MAJOR_VERSION = "18";

  /** The server's own folder. */
  Path cluster() {
    return data.resolve("postgres");
  }

  Path programs() {
    return data.resolve("postgres-programs");
  }

  Path log(String name) throws IOException {
    return Files.createDirectories(data.resolve("log")).resolve(name);
  }

  boolean exists() {
    return Files.exists(cluster().resolve("PG_VERSION"));
  }

  /** The password of the one user. */
  String password() throws IOException {
    try {
      return Files.readString(passwordFile());
    } catch (NoSuchFileException e) {
      throw new CommandFailure(
          CommandFailure.DATABASE,
          "The database's password is gone: %s is missing.".formatted(passwordFile()),
          e);
    }
  }

  /** Refuses a folder that another major version wrote. */
  void checkVersion() throws IOException {
    String version = Files.readString(cluster().resolve("PG_VERSION")).strip();
    if (!version.equals(MAJOR_VERSION)) {
      throw new CommandFailure(
          CommandFailure.DATABASE,
          "The database in %s was written by PostgreSQL %s; this Talblatt brings %s."
              .formatted(cluster(), version, MAJOR_VERSION));
    }
  }

  /**
   * Makes a new database, closed from its first moment: nobody gets in without the password, which
   * only the folder's owner may read. It takes its place when it is whole, so that an interrupted
   * start leaves nothing half made.
   */
  void create(PostgresPrograms programs) throws IOException {
    Path unfinished = data.resolve("postgres-unfinished");
    FileSystemUtils.deleteRecursively(unfinished);
    writePassword();
    File said = log("initdb.log").toFile();
    int code =
        programs.run(
            said,
            "initdb",
            List.of(
                "--pgdata=" + unfinished,
                "--username=" + USER,
                "--auth=scram-sha-256",
                "--pwfile=" + passwordFile(),
                "--encoding=UTF-8",
                // the same order of words on every machine, whatever its language
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--data-checksums"));
    if (code != 0) {
      throw new CommandFailure(
          CommandFailure.DATABASE, "The database could not be made; why stands in " + said + ".");
    }
    Files.move(unfinished, cluster(), StandardCopyOption.ATOMIC_MOVE);
  }

  /**
   * How the server runs, whatever its configuration file says. Words of ours only: they pass
   * through a shell.
   */
  static List<String> options(int port) {
    return List.of(
        "-p " + port,
        "-c listen_addresses=127.0.0.1",
        "-c unix_socket_directories=",
        "-c fsync=on",
        "-c synchronous_commit=on",
        "-c full_page_writes=on",
        "-c logging_collector=on",
        "-c log_directory=../log",
        // a week of files, each overwritten when its day comes round again
        "-c log_filename=postgresql-%a.log",
        "-c log_truncate_on_rotation=on",
        "-c log_rotation_age=1d",
        "-c log_rotation_size=0",
        // the detail of an error repeats values, a reader's mail address among them
        "-c log_error_verbosity=terse");
  }

  private Path passwordFile() {
    return data.resolve("postgres-password");
  }

  private void writePassword() throws IOException {
    byte[] bits = new byte[32];
    new SecureRandom().nextBytes(bits);
    Path unfinished = data.resolve("postgres-password-unfinished");
    Files.deleteIfExists(unfinished);
    Files.createFile(
        unfinished,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(unfinished, HexFormat.of().formatHex(bits));
    Files.move(unfinished, passwordFile(), StandardCopyOption.ATOMIC_MOVE);
  }
}
