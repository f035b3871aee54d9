package org.talblatt.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.talblatt.base.Links;
import org.talblatt.testing.TestPaper;

/** What other sites make a browser send is refused; forms of ours and programs pass. */
class CrossSiteGuardTest {
  private static final TestPaper paper = TestPaper.start();
  private final HttpClient http = HttpClient.newHttpClient();

  @AfterAll
  static void stop() {
    paper.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"cross-site", "same-site", "something-new"})
  void aBrowserThatSaysItComesFromElsewhereIsRefused(String site) throws Exception {
    assertThat(post("Sec-Fetch-Site", site)).isEqualTo(403);
    assertThat(post("Sec-Fetch-Site", site, "Origin", paper.settings().url().toString()))
        .isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"same-origin", "none"})
  void aFormOfOursPasses(String site) throws Exception {
    assertThat(post("Sec-Fetch-Site", site, "Cookie", "talblatt=x")).isEqualTo(303);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://boese.example", "null", "http://localhost", "http://localhost:1"})
  void anOlderBrowserIsJudgedByItsOrigin(String origin) throws Exception {
    assertThat(post("Origin", origin)).isEqualTo(403);
    assertThat(post("Origin", paper.settings().url().toString(), "Cookie", "talblatt=x"))
        .isEqualTo(303);
  }

  @Test
  void whoSaysNothingMayBringNoCookie() throws Exception {
    assertThat(post("X", "y")).isEqualTo(303);
    assertThat(post("Cookie", "leser=Anna")).isEqualTo(403);
  }

  @Test
  void aProgramWithAuthorizationIsExempt() throws Exception {
    assertThat(post("Sec-Fetch-Site", "cross-site", "Authorization", "Bearer x")).isEqualTo(303);
  }

  @Test
  void readingIsNeverRefused() throws Exception {
    HttpRequest get =
        HttpRequest.newBuilder(paper.url("/anmelden"))
            .header("Sec-Fetch-Site", "cross-site")
            .build();
    assertThat(http.send(get, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
  }

  @Test
  void theRefusalSaysWhyAndCarriesTheSecurityHeaders() throws Exception {
    HttpResponse<String> refused = send("Sec-Fetch-Site", "cross-site");
    assertThat(refused.body()).contains("kam von einer fremden Seite");
    assertThat(refused.headers().firstValue("Content-Security-Policy")).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "https://Zeitung.example, https://zeitung.example",
    "https://zeitung.example:443/, https://zeitung.example",
    "http://zeitung.example:80, http://zeitung.example",
    "http://localhost:8080, http://localhost:8080"
  })
  void theConfiguredAddressIsComparedAsBrowsersWriteIt(String address, String origin) {
    assertThat(new Links(URI.create(address)).origin()).isEqualTo(origin);
  }

  private int post(String... headers) throws Exception {
    return send(headers).statusCode();
  }

  private HttpResponse<String> send(String... headers) throws Exception {
    HttpRequest post =
        HttpRequest.newBuilder(paper.url("/abmelden"))
            .headers(headers)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("zurueck=/"))
            .build();
    return http.send(post, BodyHandlers.ofString());
  }
}
