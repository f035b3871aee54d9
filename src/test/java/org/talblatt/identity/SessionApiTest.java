package org.talblatt.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.talblatt.testing.TestBrowser;
import org.talblatt.testing.TestMails;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Getting in and out as a program does. */
class SessionApiTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TestPaper paper = TestPaper.start();
  private final TestBrowser browser = new TestBrowser(paper);

  @BeforeAll
  static void reader() {
    TestReaders.withPassword(paper, "N.G.", Role.EDITOR);
  }

  @AfterAll
  static void stop() {
    paper.close();
  }

  @Test
  void aSessionCookieOpensWhatIsOnesOwnUntilItIsEnded() {
    assertThat(browser.json("GET", "/api/v1/me", "").statusCode()).isEqualTo(401);
    HttpResponse<String> in = enter("N.G.", TestReaders.PASSWORD, "");
    assertThat(in.statusCode()).isEqualTo(200);
    assertThat(read(in).has("token")).isFalse();
    JsonNode me = read(browser.json("GET", "/api/v1/me", ""));
    assertThat(me.get("name").asString()).isEqualTo("N.G.");
    assertThat(me.get("roles").get(0).asString()).isEqualTo("editor");
    TestBrowser copy = new TestBrowser(paper);
    copy.cookies().putAll(browser.cookies());
    assertThat(browser.json("DELETE", "/api/v1/session", "").statusCode()).isEqualTo(204);
    assertThat(browser.cookies()).doesNotContainKeys("talblatt", "leser");
    assertThat(copy.json("GET", "/api/v1/me", "").statusCode()).isEqualTo(401);
  }

  @Test
  void aProgramThatShowsThePasswordAgainKeepsItsTokenAndGetsNoCookie() {
    HttpResponse<String> in = enter("N.G.", TestReaders.PASSWORD, ",\"token\":true");
    String token = read(in).get("token").asString();
    HttpResponse<String> proved =
        browser.send(
            browser
                .request("/konto/bestaetigen")
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("password=" + TestReaders.PASSWORD)));
    assertThat(proved.statusCode()).isEqualTo(303);
    assertThat(proved.headers().allValues("Set-Cookie")).isEmpty();
    assertThat(bearer("GET", "/api/v1/me", token).statusCode()).isEqualTo(200);
  }

  @Test
  void aBearerTokenIsGivenOnlyWhereItIsAskedForAndCookiesDoNotCountBesideIt() {
    HttpResponse<String> in = enter("N.G.", TestReaders.PASSWORD, ",\"token\":true");
    String token = read(in).get("token").asString();
    assertThat(in.headers().allValues("Set-Cookie")).isEmpty();
    assertThat(bearer("GET", "/api/v1/me", token).statusCode()).isEqualTo(200);
    enter("N.G.", TestReaders.PASSWORD, "");
    assertThat(bearer("GET", "/api/v1/me", "falsch").statusCode()).isEqualTo(401);
    String cookie = browser.cookies().get("talblatt");
    assertThat(bearer("GET", "/api/v1/me", java.util.Objects.requireNonNull(cookie)).statusCode())
        .isEqualTo(401);
    TestBrowser thief = new TestBrowser(paper);
    thief.cookies().put("talblatt", token);
    assertThat(thief.json("GET", "/api/v1/me", "").statusCode()).isEqualTo(401);
    assertThat(bearer("DELETE", "/api/v1/session", token).statusCode()).isEqualTo(204);
    assertThat(bearer("GET", "/api/v1/me", token).statusCode()).isEqualTo(401);
    assertThat(browser.json("GET", "/api/v1/me", "").statusCode()).isEqualTo(200);
  }

  @Test
  void theDescriptionAsksForNothingThatTheSessionTells() {
    JsonNode paths = read(browser.json("GET", "/api/openapi.json", "")).get("paths");
    JsonNode session = paths.get("/api/v1/session");
    assertThat(session.get("post").has("parameters")).isFalse();
    assertThat(session.get("delete").has("parameters")).isFalse();
    assertThat(paths.get("/api/v1/me").get("get").has("parameters")).isFalse();
  }

  @Test
  void aWrongPasswordIsAProblemThatSaysSo() {
    HttpResponse<String> answer = enter("N.G.", "falsch", "");
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(read(answer).get("detail").asString()).contains("Name oder Passwort stimmt nicht");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{", "[]", "{\"login\":{}}", "{\"login\":null,\"password\":null}", "null"})
  void aBodyThatIsNoneIsRefusedAndNothingBreaks(String body) {
    assertThat(browser.json("POST", "/api/v1/session", body).statusCode()).isIn(401, 422);
    assertThat(browser.json("POST", "/api/v1/readers", body).statusCode()).isEqualTo(422);
  }

  @Test
  void whoRegistersConfirmsByTheMailedLink() {
    HttpResponse<String> answer =
        browser.json(
            "POST",
            "/api/v1/readers",
            JSON.writeValueAsString(
                Map.of("name", "Programm", "email", "p@example.org", "password", "lang genug")));
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(read(answer).get("state").asString()).isEqualTo("unconfirmed");
    assertThat(enter("Programm", "lang genug", "").statusCode()).isEqualTo(403);
    browser.post("/bestaetigen", "link", TestMails.await(paper, "p@example.org").secret());
    assertThat(enter("Programm", "lang genug", "").statusCode()).isEqualTo(200);
  }

  @Test
  void whatIsWrongWithARegistrationIsSaidFieldByField() {
    HttpResponse<String> answer =
        browser.json(
            "POST", "/api/v1/readers", "{\"name\":\"n.g.\",\"email\":\"x\",\"password\":\"kurz\"}");
    assertThat(answer.statusCode()).isEqualTo(422);
    JsonNode fields = read(answer).get("fields");
    assertThat(fields.get("email").asString()).contains("keine E-Mail-Adresse");
    assertThat(fields.get("password").asString()).contains("mindestens 8 Zeichen");
    HttpResponse<String> taken =
        browser.json(
            "POST",
            "/api/v1/readers",
            "{\"name\":\"n.g.\",\"email\":\"x@example.org\",\"password\":\"lang genug\"}");
    assertThat(read(taken).get("fields").get("name").asString()).contains("gibt es schon");
  }

  private HttpResponse<String> enter(String login, String password, String more) {
    return browser.json(
        "POST",
        "/api/v1/session",
        "{\"login\":\"%s\",\"password\":\"%s\"%s}".formatted(login, password, more));
  }

  private HttpResponse<String> bearer(String method, String path, String token) {
    return browser.send(
        browser
            .request(path)
            .setHeader("Accept", "application/json")
            .header("Authorization", "Bearer " + token)
            .method(method, BodyPublishers.noBody()));
  }

  private static JsonNode read(HttpResponse<String> answer) {
    return JSON.readTree(answer.body());
  }
}
