package org.talblatt.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.availability.ApplicationAvailabilityBean;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.talblatt.base.ArticleId;
import org.talblatt.testing.Eventually;
import org.talblatt.testing.Program;
import org.talblatt.testing.TestArticles;
import org.talblatt.testing.TestDatabase;
import org.talblatt.testing.TestListener;
import org.talblatt.testing.TestPaper;

/** What those see who watch over the program. */
class WatchTest {
  private static final int PORT = Program.freePort();
  private static final TestPaper paper =
      TestPaper.start(TestDatabase.create(), Map.of("watch-port", Integer.toString(PORT)));

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @AfterAll
  static void stop() {
    paper.close();
  }

  @Test
  void itIsAliveAndReady() throws Exception {
    assertThat(watch("/health/live").statusCode()).isEqualTo(200);
    HttpResponse<String> ready = watch("/health/ready");
    assertThat(ready.statusCode()).isEqualTo(200);
    assertThat(ready.body()).isEqualTo("ready");
    assertThat(ready.headers().firstValue("Cache-Control")).contains("no-store");
  }

  @Test
  void whoIsStoppingWantsNoMoreRequestsButIsAlive() throws Exception {
    say(ReadinessState.REFUSING_TRAFFIC);
    assertThat(watch("/health/ready").statusCode()).isEqualTo(503);
    assertThat(watch("/health/live").statusCode()).isEqualTo(200);
    say(ReadinessState.ACCEPTING_TRAFFIC);
    assertThat(watch("/health/ready").statusCode()).isEqualTo(200);
  }

  @Test
  void prometheusReadsHowManyListen() throws Exception {
    assertThat(metric("talblatt_streams_most")).isGreaterThan(500);
    ArticleId article = TestArticles.publish(paper, "Wird gehört");
    try (TestListener listener =
        TestListener.open(paper.url("/artikel/" + article + "/ereignisse"))) {
      assertThat(metric("talblatt_streams_listeners")).isEqualTo(1);
      assertThat(metric("talblatt_streams_topics")).isEqualTo(1);
      assertThat(listener.over()).isFalse();
    }
    Eventually.until("nobody listens", () -> metric("talblatt_streams_listeners") == 0);
  }

  @Test
  void prometheusReadsWhatThePagesCount() throws Exception {
    open(paper.url("/"));
    double hits = metric("talblatt_pages_hits_total");
    open(paper.url("/"));
    assertThat(metric("talblatt_pages_hits_total")).isEqualTo(hits + 1);
    assertThat(metric("talblatt_pages_kept")).isGreaterThanOrEqualTo(1);
    assertThat(metric("talblatt_pages_bytes")).isGreaterThan(1000);
    assertThat(metric("talblatt_pages_listening")).isEqualTo(1);
    assertThat(watch("/metrics").body())
        .contains("jvm_memory_used_bytes", "talblatt_database_connections{state=\"waiting\"}");
  }

  @Test
  void thePublicPortShowsNothingOfItAndThisOneNoPage() throws Exception {
    for (String path : new String[] {"/metrics", "/health/live", "/health/ready"}) {
      assertThat(open(paper.url(path)).statusCode()).as(path).isEqualTo(404);
    }
    assertThat(watch("/").statusCode()).isEqualTo(404);
    assertThat(watch("/anmelden").statusCode()).isEqualTo(404);
  }

  @Test
  void aTakenPortIsNamed() throws Exception {
    assertThatThrownBy(
            () -> TestPaper.start(paper.database(), Map.of("watch-port", Integer.toString(PORT))))
        .hasStackTraceContaining(
            "Port %d is already in use; --watch-port takes another one.".formatted(PORT));
  }

  private void say(ReadinessState state) {
    paper
        .door(ApplicationAvailabilityBean.class)
        .onApplicationEvent(new AvailabilityChangeEvent<>(this, state));
  }

  private double metric(String name) throws Exception {
    return watch("/metrics")
        .body()
        .lines()
        .filter(line -> line.startsWith(name + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
        .findFirst()
        .orElseThrow();
  }

  private HttpResponse<String> watch(String path) throws Exception {
    return open(URI.create("http://127.0.0.1:" + PORT + path));
  }

  private HttpResponse<String> open(URI address) throws Exception {
    return http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
  }
}
