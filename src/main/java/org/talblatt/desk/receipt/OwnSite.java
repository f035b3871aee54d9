package org.talblatt.desk.receipt;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.talblatt.platform.Settings;
import org.talblatt.platform.jobs.TryLater;

/** This node's own pages, asked for as a reader would. */
@Component
class OwnSite {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final long PAUSE = 100;

  private final String host;
  private volatile int port;
  private final HttpClient http =
      HttpClient.newBuilder()
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(PATIENCE)
          .build();

  OwnSite(Settings settings) {
    boolean everywhere = settings.bind().equals("0.0.0.0") || settings.bind().equals("::");
    String bind = everywhere ? "127.0.0.1" : settings.bind();
    this.host = bind.contains(":") ? "[" + bind + "]" : bind;
  }

  /** What a reader would get. */
  record Answer(int status, String body) {}

  @EventListener
  void opened(WebServerInitializedEvent event) {
    // health and metrics have a server of their own
    if (event.getApplicationContext().getServerNamespace() == null) {
      port = event.getWebServer().getPort();
    }
  }

  Answer get(String path) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://" + host + ":" + port + path))
            .timeout(PATIENCE)
            .GET()
            .build();
    try {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      return new Answer(answer.statusCode(), answer.body());
    } catch (IOException busy) {
      throw new TryLater(PATIENCE);
    } catch (InterruptedException stopping) {
      throw stopped();
    }
  }

  /** A moment until the next look. */
  void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException stopping) {
      throw stopped();
    }
  }

  private static TryLater stopped() {
    Thread.currentThread().interrupt();
    return new TryLater(PATIENCE);
  }
}
