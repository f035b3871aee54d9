package org.talblatt.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.talblatt.testing.TestDatabase;
import org.talblatt.testing.TestPaper;

/** A paper behind a proxy that speaks HTTPS, and one that does without. */
class HttpsTest {
  private static final String[] PATHS = {
    "/", "/anmelden", "/gibt/es/nicht", "/politik//x", "/api/v1/me", "/api/openapi.json"
  };

  @Test
  void browsersAreToldToComeOverHttpsOnly() throws Exception {
    try (TestPaper paper =
        TestPaper.start(TestDatabase.create(), Map.of("url", "https://zeitung.example"))) {
      for (String path : PATHS) {
        assertThat(get(paper, path).headers().allValues("Strict-Transport-Security"))
            .as(path)
            .containsExactly("max-age=31536000");
      }
      assertThat(get(paper, "/api/openapi.json").body())
          .contains("https://zeitung.example", "\"__Host-talblatt\"");
    }
  }

  @Test
  void withoutHttpsNothingIsSaidOfIt() throws Exception {
    try (TestPaper paper = TestPaper.start()) {
      for (String path : PATHS) {
        assertThat(get(paper, path).headers().allValues("Strict-Transport-Security"))
            .as(path)
            .isEmpty();
      }
      assertThat(get(paper, "/api/openapi.json").body()).contains("\"name\":\"talblatt\"");
    }
  }

  private static HttpResponse<String> get(TestPaper paper, String path) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      URI node = URI.create("http://127.0.0.1:" + paper.settings().port() + path);
      return http.send(HttpRequest.newBuilder(node).build(), HttpResponse.BodyHandlers.ofString());
    }
  }
}
