package org.talblatt.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.talblatt.base.ArticleId;
import org.talblatt.base.Links;
import org.talblatt.identity.Reader;
import org.talblatt.testing.TestArticles;
import org.talblatt.testing.TestBrowser;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever is wrong with a request, the answer says so, in the form that the asker reads. */
class RefusalsTest {
  private static final TestPaper paper = TestPaper.start();
  private static final Reader anna = TestReaders.create(paper, "Anna");
  private static final ArticleId article = TestArticles.publish(paper, "Widerspruch");
  private static final String COMMENTS = "/api/v1/articles/" + article + "/comments";

  private final TestBrowser browser = new TestBrowser(paper);
  private final TestBrowser asAnna = TestBrowser.as(paper, anna);

  @AfterAll
  static void stop() {
    paper.close();
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /api/v1/session, 405, method-not-allowed",
    "GET, /api/v1/readers, 405, method-not-allowed",
    "PATCH, /api/v1/articles, 405, method-not-allowed",
    "FOO, /api/v1/articles, 501, not-implemented",
    "TRACE, /api/v1/articles, 501, not-implemented",
    "GET, /api, 404, not-found",
    "GET, /api/v1/unknown, 404, not-found",
    "GET, /api/v1/articles/0, 404, not-found",
    "GET, /api/v1//articles, 400, bad-request",
    "GET, /api/v1/articles;x=1, 400, bad-request",
    "GET, /api/v1/me, 401, login-required",
  })
  void underApiEveryRefusalIsAProblemOfOurs(
      String method, String path, int status, String problem) {
    // also for somebody who types the address into a browser
    HttpResponse<String> answer =
        browser.send(browser.request(path).method(method, BodyPublishers.noBody()));
    assertProblem(answer, status, problem);
  }

  @Test
  void aWrongTypeOfBodyAndAnAnswerNobodyMakesAreProblemsOfOurs() {
    assertProblem(
        browser.send(
            browser
                .request("/api/v1/session")
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("x"))),
        415,
        "unsupported-type");
    assertProblem(
        browser.send(browser.request("/api/v1/articles").setHeader("Accept", "image/png").GET()),
        406,
        "not-acceptable");
  }

  @Test
  void aPersonsWrongMethodIsNoMissingPage() {
    HttpResponse<String> answer = browser.get("/abmelden");
    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("Allow").orElseThrow()).contains("POST");
    assertThat(answer.body()).contains("class=\"masthead");
    assertThat(browser.get("/gibt/es/nicht").statusCode()).isEqualTo(404);
  }

  @Test
  void errorPagesNameTheirCharset() {
    for (String path : List.of("/gibt/es/nicht", "/abmelden", "/artikel/0/kommentare/1")) {
      assertThat(browser.get(path).headers().firstValue("Content-Type").orElseThrow())
          .isEqualToIgnoringCase("text/html;charset=utf-8");
    }
  }

  @Test
  void optionsSaysWhatMayBeDone() {
    for (String path : List.of("/", "/politik", COMMENTS)) {
      HttpResponse<String> answer =
          browser.send(browser.request(path).method("OPTIONS", BodyPublishers.noBody()));
      assertThat(answer.statusCode()).as(path).isIn(200, 204);
      assertThat(answer.headers().firstValue("Allow").orElseThrow()).contains("GET", "HEAD");
      assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/articles?section=a%00b",
        "/api/v1/articles?section=%ff",
        "/api/v1/articles?cursor=%00",
        "/api/v1/articles?limit=%00",
        "/anmelden?zurueck=%ff",
        "/anmelden?zurueck=%00",
        "/bestaetigen?link=%00",
        "/passwort?link=%00",
        "/politik?seite=%00",
        "/artikel/1%00",
      })
  void anAddressWithWhateverInItBreaksNothing(String path) {
    assertThat(browser.get(path).statusCode()).isLessThan(500);
  }

  @Test
  void aQueryThatIsNotEncodedAsQueriesAreBreaksNothing() throws Exception {
    for (String path : List.of("/api/v1/articles?section=%zz", "/anmelden?zurueck=%zz", "/?x=%")) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), paper.settings().port())) {
        String request =
            "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(answer).as(path).startsWith("HTTP/1.1 ").doesNotStartWith("HTTP/1.1 5");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\ud800", "a\\udc00b", "\\u0000", "a\\u0000b@example.org"})
  void textThatIsNoneIsAWrongLoginAndARefusedRegistration(String typed) {
    String login = "{\"login\":\"x\",\"password\":\"%s\"}".formatted(typed);
    assertProblem(browser.json("POST", "/api/v1/session", login), 401, "login-required");
    String name = "{\"login\":\"%s\",\"password\":\"x\"}".formatted(typed);
    assertProblem(browser.json("POST", "/api/v1/session", name), 401, "login-required");
    String reader =
        "{\"name\":\"Wer %s\",\"email\":\"%s\",\"password\":\"%s\"}".formatted(typed, typed, typed);
    assertProblem(browser.json("POST", "/api/v1/readers", reader), 422, "invalid");
  }

  @Test
  void aPasswordThatCannotBeWrittenIsRefusedAtRegistration() {
    HttpResponse<String> answer =
        browser.json(
            "POST",
            "/api/v1/readers",
            "{\"name\":\"Halbes Zeichen\",\"email\":\"h@example.org\",\"password\":\"lang genug \\ud800\"}");
    assertProblem(answer, 422, "invalid");
    assertThat(read(answer).get("fields").has("password")).isTrue();
  }

  @Test
  void textsWithWhateverInThemBreakNothing() {
    for (String text : List.of("\\ud800", "a\\u0000b", "\\udc00\\ud800")) {
      assertThat(asAnna.json("POST", COMMENTS, "{\"text\":\"%s\"}".formatted(text)).statusCode())
          .isIn(201, 422);
    }
    assertThat(browser.post(Links.comments(article), "text", "a\0b").statusCode()).isLessThan(500);
    assertThat(browser.post("/anmelden", "login", "\0", "password", "\0").statusCode())
        .isLessThan(500);
  }

  @Test
  void aBrokenMultipartBodyBreaksNothing() {
    HttpResponse<String> answer =
        browser.send(
            browser
                .request(Links.comments(article))
                .header("Content-Type", "multipart/form-data")
                .POST(BodyPublishers.ofString("x")));
    assertThat(answer.statusCode()).isBetween(400, 499);
  }

  @Test
  void aJsonBodyOfAMegabyteIsNotEvenRead() {
    String large = "{\"login\":\"x\",\"password\":\"" + "x".repeat(100_000) + "\"}";
    for (String path : List.of("/api/v1/session", "/api/v1/readers", "/api/v1/wire/1/publish")) {
      assertProblem(browser.json("POST", path, large), 413, "too-large");
    }
    assertProblem(asAnna.json("POST", COMMENTS, large), 413, "too-large");
    assertProblem(asAnna.json("PUT", COMMENTS + "/1/vote", large), 413, "too-large");
  }

  @Test
  void aJsonBodyThatDoesNotSayHowLargeItIsIsReadToTheLimit() {
    byte[] large = ("{\"login\":\"" + "x".repeat(100_000) + "\"}").getBytes(StandardCharsets.UTF_8);
    HttpResponse<String> answer =
        browser.send(
            browser
                .request("/api/v1/session")
                .header("Sec-Fetch-Site", "same-origin")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(large))));
    assertProblem(answer, 413, "too-large");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.5", "\"1\"", "true", "1e0"})
  void aVoteIsAWholeNumberOrNone(String value) {
    asAnna.json("POST", COMMENTS, "{\"text\":\"zum Bewerten\"}");
    assertProblem(
        asAnna.json("PUT", COMMENTS + "/1/vote", "{\"value\":" + value + "}"), 422, "invalid");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"text\":1}",
        "{\"text\":1.5}",
        "{\"text\":true}",
        "{\"text\":\"x\",\"replyTo\":1.5}",
        "{\"text\":\"x\",\"replyTo\":\"1\"}",
      })
  void aCommentIsTextAndItsParentAWholeNumber(String body) {
    assertProblem(asAnna.json("POST", COMMENTS, body), 422, "invalid");
  }

  @Test
  void whoCanShowAPageIsAPersonToEverybody() {
    String both = "text/html, application/json";
    HttpResponse<String> wall =
        browser.send(
            browser
                .request(Links.comments(article))
                .setHeader("Accept", both)
                .header("Sec-Fetch-Site", "same-origin")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("text=nicht+verlieren")));
    assertThat(wall.statusCode()).isEqualTo(401);
    assertThat(TestBrowser.field(wall, "text")).isNotBlank();
    assertThat(browser.send(browser.request("/konto").setHeader("Accept", both).GET()).statusCode())
        .isEqualTo(303);
    HttpResponse<String> missing =
        browser.send(browser.request("/gibt/es/nicht").setHeader("Accept", both).GET());
    assertThat(missing.body()).contains("class=\"masthead");
    HttpResponse<String> script =
        browser.send(browser.request("/konto").setHeader("Accept", "application/json;q=0.9").GET());
    assertProblem(script, 401, "login-required");
  }

  @Test
  void theWayBackFromTheLoginIsSpeltPlainly() {
    HttpResponse<String> answer = browser.get("/%72edaktion/eingang?seite=2");
    assertThat(answer.headers().firstValue("Location"))
        .contains("/anmelden?zurueck=%2Fredaktion%2Feingang%3Fseite%3D2");
  }

  private static void assertProblem(HttpResponse<String> answer, int status, String problem) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    JsonNode body = read(answer);
    assertThat(body.get("type").asString()).endsWith("/problems/" + problem);
    assertThat(body.get("status").asInt()).isEqualTo(status);
    assertThat(body.get("detail").asString())
        .isNotBlank()
        .doesNotContain("Method '", "Content-Type");
  }

  private static JsonNode read(HttpResponse<String> answer) {
    return JsonMapper.builder().build().readTree(answer.body());
  }
}
