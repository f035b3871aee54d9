package org.talblatt;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.talblatt.platform.Check;
import org.talblatt.platform.CommandFailure;
import org.talblatt.platform.Settings;
import org.talblatt.platform.db.DataFolderLock;
import org.talblatt.platform.db.DatabaseCheck;
import org.talblatt.platform.db.EmbeddedDatabase;
import org.talblatt.platform.mail.MailServer;

/** Looks whether a paper has what it needs, whether or not it is running. Changes nothing. */
final class Doctor {
  private static final long ENOUGH_BYTES = 1L << 30;
  private static final int JAVA = 25;
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private Doctor() {}

  /** Every check, in the order a person would look. */
  static List<Check> examine(Settings settings) {
    List<Check> checks = new ArrayList<>();
    checks.add(java());
    if (Files.isDirectory(settings.data())) {
      checks.add(disk(settings.data()));
      checks.addAll(database(settings));
    } else {
      checks.add(new Check("data folder", true, settings.data() + " is made at the first start"));
    }
    checks.add(mail(settings));
    return checks;
  }

  private static Check java() {
    Runtime.Version version = Runtime.version();
    return new Check("Java", version.feature() >= JAVA, version.toString());
  }

  private static Check disk(Path data) {
    try {
      long free = Files.getFileStore(data).getUsableSpace();
      String found = "%s, %.1f GB free".formatted(data, free / 1e9);
      return new Check("data folder", Files.isWritable(data) && free > ENOUGH_BYTES, found);
    } catch (IOException e) {
      return new Check("data folder", false, data + ": " + e);
    }
  }

  private static List<Check> database(Settings settings) {
    if (settings.database() != null) {
      return DatabaseCheck.read(settings.database(), false);
    }
    try {
      Optional<DataFolderLock> lock = DataFolderLock.tryTake(settings.data());
      if (lock.isEmpty()) {
        return checks(
            new Check("lock", true, "held by the running Talblatt"),
            DatabaseCheck.read(EmbeddedDatabase.running(settings.data()), true));
      }
      return checks(
          new Check("lock", true, "free: no Talblatt is running"), resting(settings, lock.get()));
    } catch (IOException | CommandFailure e) {
      return List.of(new Check("database", false, String.valueOf(e.getMessage())));
    }
  }

  /** A database at rest is started for the look, and stopped again. */
  private static List<Check> resting(Settings settings, DataFolderLock lock) throws IOException {
    try (lock) {
      if (!EmbeddedDatabase.exists(settings.data())) {
        return List.of(new Check("database", true, "none yet, made at the first start"));
      }
      try (EmbeddedDatabase database = EmbeddedDatabase.start(settings.data())) {
        return DatabaseCheck.read(database.address(), true);
      }
    }
  }

  private static List<Check> checks(Check first, List<Check> more) {
    List<Check> all = new ArrayList<>(List.of(first));
    all.addAll(more);
    return all;
  }

  private static Check mail(Settings settings) {
    MailServer server = settings.smtp();
    if (server == null) {
      return new Check(
          "mail", true, "no server set: mails are written to " + settings.data().resolve("mail"));
    }
    String where = server.host() + ":" + server.port();
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(server.host(), server.port()), (int) PATIENCE.toMillis());
      return new Check("mail", true, where + " answers");
    } catch (IOException e) {
      return new Check("mail", false, where + " does not answer: " + e.getMessage());
    }
  }
}
