package org.talblatt.desk.receipt;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talblatt.base.Links;
import org.talblatt.platform.CdnSettings;
import org.talblatt.platform.Settings;
import tools.jackson.databind.json.JsonMapper;

/** Has a shared cache between readers and paper drop addresses, where one is configured. */
@Component
class Cdn {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration PATIENCE = Duration.ofSeconds(4);

  /** As many as the usual services take in one call. */
  private static final int AT_ONCE = 30;

  private final @Nullable CdnSettings settings;
  private final Links links;
  private final HttpClient http =
      HttpClient.newBuilder()
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(PATIENCE)
          .build();

  Cdn(Settings settings) {
    this.settings = settings.cdn();
    this.links = settings.links();
  }

  /** What came of it. */
  sealed interface Answer {}

  /** There is none. */
  record None() implements Answer {}

  record Purged(String host) implements Answer {}

  record Refused(String host, String reason) implements Answer {}

  /** Has these paths dropped. */
  Answer purge(List<String> paths) {
    if (settings == null) {
      return new None();
    }
    String host = settings.address().getHost();
    try {
      for (int from = 0; from < paths.size(); from += AT_ONCE) {
        String problem =
            settings.single()
                ? single(settings, paths.subList(from, Math.min(paths.size(), from + AT_ONCE)))
                : call(settings, paths.subList(from, Math.min(paths.size(), from + AT_ONCE)));
        if (!problem.isEmpty()) {
          return new Refused(host, problem);
        }
      }
      return new Purged(host);
    } catch (IOException away) {
      return new Refused(host, away.getClass().getSimpleName());
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return new Refused(host, "interrupted");
    }
  }

  private String call(CdnSettings to, List<String> paths) throws IOException, InterruptedException {
    List<String> addresses = paths.stream().map(links::absolute).toList();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(to.address())
            .header("Content-Type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    JSON.writeValueAsString(Map.of("files", addresses))));
    return problem(request, to);
  }

  private String single(CdnSettings to, List<String> paths)
      throws IOException, InterruptedException {
    for (String path : paths) {
      URI address = URI.create(to.address() + path);
      String problem =
          problem(
              HttpRequest.newBuilder(address).method("PURGE", HttpRequest.BodyPublishers.noBody()),
              to);
      if (!problem.isEmpty()) {
        return problem;
      }
    }
    return "";
  }

  private String problem(HttpRequest.Builder request, CdnSettings to)
      throws IOException, InterruptedException {
    if (to.key() != null) {
      request.header("Authorization", "Bearer " + to.key());
    }
    int status =
        http.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.discarding())
            .statusCode();
    // what a cache doesn't hold it can't drop
    return status / 100 == 2 || (to.single() && status == 404) ? "" : Integer.toString(status);
  }
}
