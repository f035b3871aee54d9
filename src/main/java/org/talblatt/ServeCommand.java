package org.talblatt;

import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.talblatt.platform.Settings;
import org.talblatt.platform.db.EmbeddedDatabase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts the paper and serves it until it is stopped. */
@Command(name = "serve", description = "Starts the paper.", mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
  @Option(names = "--port", defaultValue = "8080")
  private int port;

  @Option(names = "--data", defaultValue = "data")
  private Path data = Path.of("data");

  @Override
  public Integer call() throws Exception {
    Settings settings =
        new Settings(
            "127.0.0.1",
            port,
            data,
            URI.create("http://localhost:" + port),
            ZoneId.of("Europe/Rome"),
            null,
            List.of(),
            null,
            "talblatt@localhost",
            false);
    EmbeddedDatabase database = EmbeddedDatabase.start(data.toAbsolutePath());
    var context = Application.start(settings, database.address(), true);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  context.close();
                  try {
                    database.close();
                  } catch (java.io.IOException e) {
                    System.err.println(e.getMessage());
                  }
                }));
    new CountDownLatch(1).await();
    return 0;
  }
}
