package org.talblatt.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import org.talblatt.Application;
import org.talblatt.platform.SettingValues;
import org.talblatt.platform.Settings;
import org.talblatt.platform.db.DatabaseAddress;
import org.talblatt.platform.jobs.Chore;

/**
 * A running paper on a fresh database and a free port. One per test class:
 *
 * <pre>{@code
 * private static final TestPaper paper = TestPaper.start();
 * @AfterAll static void stop() { paper.close(); }
 * }</pre>
 */
public final class TestPaper implements AutoCloseable {
  private final ConfigurableApplicationContext context;
  private final Settings settings;
  private final DatabaseAddress database;

  private TestPaper(
      ConfigurableApplicationContext context, Settings settings, DatabaseAddress database) {
    this.context = context;
    this.settings = settings;
    this.database = database;
  }

  /** Starts the whole program. */
  public static TestPaper start() {
    return start(TestDatabase.create());
  }

  /** Starts a further node on a database that another one already serves. */
  public static TestPaper start(DatabaseAddress database) {
    return start(database, Map.of());
  }

  /** A paper whose data folder holds a copy of this file from the beginning. */
  public static TestPaper startWith(DatabaseAddress database, Path file) throws IOException {
    Settings settings = settings(Program.freePort(), Map.of(), true);
    Files.copy(file, settings.data().resolve(file.getFileName()));
    return new TestPaper(Application.start(settings, database), settings, database);
  }

  /** As above, with further settings by their names. */
  public static TestPaper start(DatabaseAddress database, Map<String, String> further) {
    return start(database, further, true);
  }

  /** A paper with the limits of a real one, not those of the demo. */
  public static TestPaper withUsualLimits() {
    return withUsualLimits(TestDatabase.create());
  }

  /** As above, a further node. */
  public static TestPaper withUsualLimits(DatabaseAddress database) {
    return withUsualLimits(database, Map.of());
  }

  /** As above, with further settings by their names. */
  public static TestPaper withUsualLimits(DatabaseAddress database, Map<String, String> further) {
    return start(database, further, false);
  }

  private static TestPaper start(
      DatabaseAddress database, Map<String, String> further, boolean demo) {
    Settings settings = settings(Program.freePort(), further, demo);
    return new TestPaper(Application.start(settings, database), settings, database);
  }

  /** The address of a path on this node. */
  public URI url(String path) {
    return URI.create(settings.url() + path);
  }

  /** One of the program's doors. */
  public <T> T door(Class<T> type) {
    return context.getBean(type);
  }

  /** Does at once what is done again and again. */
  public void run(String chore) {
    context.getBeansOfType(Chore.class).values().stream()
        .filter(each -> each.name().equals(chore))
        .findFirst()
        .orElseThrow()
        .work()
        .run();
  }

  public Settings settings() {
    return settings;
  }

  public DatabaseAddress database() {
    return database;
  }

  @Override
  public void close() {
    context.close();
    try {
      FileSystemUtils.deleteRecursively(settings.data());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Settings settings(int port, Map<String, String> further, boolean demo) {
    try {
      Path data = Files.createTempDirectory("talblatt-test");
      Map<String, String> given = new HashMap<>();
      // what an editor publishes is out at once, unless a test is about taking it back
      given.put("undo-seconds", "0");
      given.putAll(further);
      given.put("port", Integer.toString(port));
      given.put("data", data.toString());
      return SettingValues.of(given, demo);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
