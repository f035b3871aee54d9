package org.talblatt;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.springframework.util.FileSystemUtils;
import org.talblatt.platform.SettingValues;
import org.talblatt.platform.Settings;
import org.talblatt.platform.db.EmbeddedDatabase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Starts the paper on an empty folder, looks at its pages, and ends. Java records meanwhile what a
 * start needs ({@code -XX:AOTCacheOutput}), so that later ones take half the time.
 */
@Command(name = "rehearse", hidden = true, description = "Starts on an empty folder and ends.")
final class RehearseCommand implements Callable<Integer> {
  @Option(names = "--port", defaultValue = "18080", description = "Port for the rehearsal.")
  private int port;

  @Override
  public Integer call() throws Exception {
    Path data = Files.createTempDirectory("talblatt-rehearsal");
    Settings settings =
        SettingValues.of(Map.of("data", data.toString(), "port", Integer.toString(port)), true);
    try (Shutdown shutdown = new Shutdown()) {
      shutdown.add(() -> FileSystemUtils.deleteRecursively(data));
      EmbeddedDatabase database = shutdown.add(EmbeddedDatabase.start(data));
      shutdown.add(Application.start(settings, database.address()));
      return look(settings.url()) ? 0 : 1;
    }
  }

  private static boolean look(URI paper) throws Exception {
    boolean served = true;
    try (HttpClient client = HttpClient.newHttpClient()) {
      for (String path : new String[] {"/", "/anmelden", "/nowhere"}) {
        int status =
            client
                .send(
                    HttpRequest.newBuilder(paper.resolve(path)).build(), BodyHandlers.discarding())
                .statusCode();
        served &= status < 500;
      }
    }
    return served;
  }
}
