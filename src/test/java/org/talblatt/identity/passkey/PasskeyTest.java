package org.talblatt.identity.passkey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.talblatt.base.ArticleId;
import org.talblatt.base.Links;
import org.talblatt.identity.Reader;
import org.talblatt.identity.SecondFactors;
import org.talblatt.testing.TestArticles;
import org.talblatt.testing.TestBrowser;
import org.talblatt.testing.TestMails;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;

/** Passkeys over HTTP, with an authenticator that can be made to lie. */
class PasskeyTest {
  private static final String TASK = "/anmelden/passkey/aufgabe";
  private static final String LOGIN = "/anmelden/passkey";
  private static final String ADD = "/konto/passkeys";
  private static final TestPaper paper = TestPaper.start();
  private static final String origin = new Links(paper.url("/")).origin();
  private static final JdbcClient db = paper.door(JdbcClient.class);
  private static long seed = 1;

  private final TestBrowser browser = new TestBrowser(paper);

  @AfterAll
  static void stop() {
    paper.close();
  }

  @Test
  void aPasskeyOpensTheDoorWithTwoFactorsAndLeadsToTheKeptText() {
    Reader reader = TestReaders.create(paper, "Mit Schlüssel");
    SoftKey key = keyOf(reader);
    ArticleId article = TestArticles.publish(paper, "Hinter der Schranke");
    String text =
        TestBrowser.field(browser.post(Links.comments(article), "text", "Mein Text"), "text");
    Map<String, Object> shown = key.shown(task(browser), origin);
    shown.put("text", text);
    HttpResponse<String> in = browser.json("POST", LOGIN, SoftKey.json(shown));
    assertThat(in.statusCode()).isEqualTo(200);
    assertThat(in.body()).isEqualTo("{\"location\":\"" + Links.personalView(article) + "\"}");
    assertThat(in.headers().firstValue("Cache-Control")).contains("private, no-store");
    assertThat(browser.cookies()).containsEntry("leser", "Mit%20Schl%C3%BCssel");
    assertThat(browser.get(Links.personalView(article)).body()).contains("Mein Text");
    assertThat(
            db.sql("select proof || factors from session where account = ? and proof = 'passkey'")
                .param(reader.account().value())
                .query(String.class)
                .list())
        .containsExactly("passkey2");
  }

  @Test
  void insteadOfTheCodeAPasskeyTakesTheSecondStepToTheKeptText() {
    Reader reader = TestReaders.withPassword(paper, "Schritt zwei");
    SoftKey key = keyOf(reader);
    db.sql("insert into totp (account, secret, confirmed_at) values (?, ?, now())")
        .params(reader.account().value(), new byte[20])
        .update();
    ArticleId article = TestArticles.publish(paper, "Zweiter Schritt");
    String text =
        TestBrowser.field(browser.post(Links.comments(article), "text", "Bleibt da"), "text");
    HttpResponse<String> first =
        browser.post(
            "/anmelden", "login", "Schritt zwei", "password", TestReaders.PASSWORD, "text", text);
    assertThat(first.headers().firstValue("Location")).contains("/anmelden/code");
    assertThat(browser.follow(first).body()).contains("data-passkey=\"/anmelden/passkey\"");
    HttpResponse<String> in = login(browser, key.shown(task(browser), origin));
    assertThat(in.body()).contains(Links.personalView(article));
    assertThat(browser.get(Links.personalView(article)).body()).contains("Bleibt da");
  }

  @Test
  void theQuestionNamesNobodyAndIsKnownByAHiddenCookieForFiveMinutes() {
    keyOf(TestReaders.create(paper, "Namenlos"));
    HttpResponse<String> task = browser.json("POST", TASK, "");
    assertThat(task.body())
        .contains("\"rpId\":\"localhost\"", "\"userVerification\":\"required\"")
        .contains("\"allowCredentials\":[]");
    assertThat(task.headers().firstValue("Set-Cookie").orElseThrow())
        .startsWith("passkey=")
        .contains("HttpOnly", "SameSite=Strict", "Max-Age=300");
    assertThat(
            db.sql("select count(*) from session where token_hash = sha256(?::bytea)")
                .param(Objects.requireNonNull(browser.cookies().get("passkey")).getBytes(UTF_8))
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void authenticatorsKnowAnAccountBySixtyFourRandomBytes() {
    Reader reader = TestReaders.create(paper, "Zufall");
    keyOf(reader);
    byte[] handle =
        db.sql("select handle from passkey_holder where account = ?")
            .param(reader.account().value())
            .query(byte[].class)
            .single();
    assertThat(handle).hasSize(64);
    assertThat(paper.door(SecondFactors.class).has(reader.account())).isTrue();
  }

  @Test
  void anAnswerIsGoodOnce() {
    SoftKey key = keyOf(TestReaders.create(paper, "Einmal"));
    String shown = SoftKey.json(key.shown(task(browser), origin));
    assertThat(browser.json("POST", LOGIN, shown).statusCode()).isEqualTo(200);
    refused(browser.json("POST", LOGIN, shown), 422, "war schon einmal da");
  }

  @Test
  void aWrongAnswerUsesTheQuestionUpToo() {
    SoftKey key = keyOf(TestReaders.create(paper, "Verbraucht"));
    String task = task(browser);
    refused(login(browser, key.shown(task, "https://boese.example")), 422, "passt nicht");
    refused(login(browser, key.shown(task, origin)), 422, "war schon einmal da");
  }

  @Test
  void somebodyElsesQuestionIsNoQuestion() {
    SoftKey key = keyOf(TestReaders.create(paper, "Fremde Frage"));
    TestBrowser other = new TestBrowser(paper);
    String theirs = task(other);
    task(browser);
    refused(login(browser, key.shown(theirs, origin)), 422, "war schon einmal da");
    assertThat(login(other, key.shown(theirs, origin)).statusCode()).isEqualTo(200);
  }

  @Test
  void aQuestionEndsAfterFiveMinutes() {
    SoftKey key = keyOf(TestReaders.create(paper, "Zu spät"));
    String task = task(browser);
    db.sql("update passkey_challenge set expires_at = expires_at - interval '5 minutes'").update();
    refused(login(browser, key.shown(task, origin)), 422, "zu lange gedauert");
    paper.door(Challenges.class).dropEnded();
    assertThat(db.sql("select count(*) from passkey_challenge").query(Integer.class).single())
        .isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://boese.example",
        "http://localhost",
        "http://localhost.boese.example",
        "null"
      })
  void anotherOriginIsRefused(String other) {
    SoftKey key = keyOf(TestReaders.create(paper, "Ursprung " + other.length()));
    refused(login(browser, key.shown(task(browser), other)), 422, "passt nicht");
  }

  @Test
  void aFrameOnAnotherSiteAndAnotherDomainAreRefused() {
    SoftKey key = keyOf(TestReaders.create(paper, "Rahmen"));
    key.crossOrigin = true;
    refused(login(browser, key.shown(task(browser), origin)), 422, "passt nicht");
    key.crossOrigin = false;
    refused(
        login(browser, key.of("boese.example").shown(task(browser), origin)), 422, "passt nicht");
  }

  @Test
  void whoHasNotUnlockedTheDeviceStaysOut() {
    SoftKey key = keyOf(TestReaders.create(paper, "Ungesperrt"));
    key.unlocked = false;
    refused(login(browser, key.shown(task(browser), origin)), 422, "Finger, Gesicht oder PIN");
  }

  @Test
  void aCountThatDoesNotRiseIsACopy() {
    Reader reader = TestReaders.create(paper, "Kopiert");
    SoftKey key = new SoftKey(seed++);
    key.count = 5;
    add(TestBrowser.as(paper, reader), key);
    SoftKey copy = new SoftKey(key);
    for (int use = 0; use < 2; use++) {
      assertThat(login(browser, key.shown(task(browser), origin)).statusCode()).isEqualTo(200);
    }
    // the copy's count is above the one at setting up, and below the one that was seen last
    refused(login(browser, copy.shown(task(browser), origin)), 403, "kopiert");
  }

  @Test
  void whetherItIsInACloudIsKnownAsItIsNow() {
    Reader reader = TestReaders.create(paper, "Wolke");
    SoftKey key = keyOf(reader);
    TestBrowser owner = TestBrowser.as(paper, reader);
    assertThat(owner.get("/konto/sicherheit").body()).contains("nur auf einem Gerät");
    key.backedUp = true;
    login(browser, key.shown(task(browser), origin));
    assertThat(owner.get("/konto/sicherheit").body())
        .contains("auf mehreren Geräten", "zuletzt benutzt");
  }

  @Test
  void anUnknownOrRemovedPasskeyIsToldSo() {
    Reader reader = TestReaders.create(paper, "Entfernt");
    SoftKey key = keyOf(reader);
    SoftKey unknown = new SoftKey(seed++).as(key);
    HttpResponse<String> refused = login(browser, unknown.shown(task(browser), origin));
    refused(refused, 404, "kennen wir nicht");
    assertThat(refused.body()).contains("/unknown-passkey");
    TestBrowser owner = TestBrowser.as(paper, reader);
    assertThat(owner.post(ADD + "/" + number(reader) + "/entfernen").statusCode()).isEqualTo(303);
    refused(login(browser, key.shown(task(browser), origin)), 404, "kennen wir nicht");
    assertThat(TestMails.await(paper, TestReaders.email("Entfernt"), 2).getLast().subject())
        .contains("Passkey entfernt");
  }

  @Test
  void anotherAccountsHandleDoesNotFit() {
    SoftKey one = keyOf(TestReaders.create(paper, "Eine"));
    SoftKey two = keyOf(TestReaders.create(paper, "Andere"));
    refused(login(browser, one.as(two).shown(task(browser), origin)), 422, "passt nicht");
  }

  @ParameterizedTest
  @CsvSource({"state, banned", "state, closed", "locked_at, 2026-11-24"})
  void whomTheAccountDoesNotAdmitStaysOut(String column, String value) {
    Reader reader = TestReaders.create(paper, "Weg " + value);
    SoftKey key = keyOf(reader);
    db.sql(
            "state".equals(column)
                ? "update account set state = ? where id = ?"
                : "update account set locked_at = cast(? as timestamptz) where id = ?")
        .params(value, reader.account().value())
        .update();
    refused(login(browser, key.shown(task(browser), origin)), 403, "gesperrt oder geschlossen");
    assertThat(browser.cookies()).doesNotContainKey("talblatt");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{", "[]", "7", "{}", "{\"id\":7}", "{\"id\":null}", "{\"id\":\"=\"}"})
  void whatIsNoAnswerAtAllIsRefusedWithAWord(String body) {
    task(browser);
    for (String address : new String[] {LOGIN}) {
      HttpResponse<String> answer = browser.json("POST", address, body);
      assertThat(answer.statusCode()).as(body).isBetween(400, 422);
      assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    }
  }

  @Test
  void tenThousandCharactersAnywhereAreRefused() {
    SoftKey key = keyOf(TestReaders.create(paper, "Zehntausend"));
    for (String field : key.shown(task(browser), origin).keySet()) {
      for (String hostile : new String[] {"A".repeat(10_000), "ä\0😀\uD800", "A"}) {
        Map<String, Object> shown = key.shown(task(browser), origin);
        shown.put(field, hostile);
        assertThat(login(browser, shown).statusCode()).as("%s", field).isBetween(400, 422);
      }
    }
    TestBrowser owner = TestBrowser.as(paper, TestReaders.create(paper, "Zehntausend neu"));
    for (String field : new String[] {"id", "clientData", "attestation"}) {
      Map<String, Object> made = new SoftKey(seed++).made(wanted(owner), origin);
      made.put(field, "A".repeat(10_000));
      assertThat(owner.json("POST", ADD, SoftKey.json(made)).statusCode())
          .as(field)
          .isBetween(400, 422);
    }
    HttpResponse<String> whence = withWhence(key, "x".repeat(10_000), "//boese.example");
    assertThat(whence.body()).isEqualTo("{\"location\":\"/\"}");
  }

  private HttpResponse<String> withWhence(SoftKey key, String text, String back) {
    Map<String, Object> shown = new HashMap<>(key.shown(task(browser), origin));
    shown.put("text", text);
    shown.put("zurueck", back);
    return login(browser, shown);
  }

  static SoftKey keyOf(Reader reader) {
    SoftKey key = new SoftKey(seed++);
    assertThat(add(TestBrowser.as(paper, reader), key).statusCode()).isEqualTo(201);
    return key;
  }

  private static HttpResponse<String> add(TestBrowser owner, SoftKey key) {
    return owner.json("POST", ADD, SoftKey.json(key.made(wanted(owner), origin)));
  }

  private static String wanted(TestBrowser owner) {
    return owner.json("POST", ADD + "/aufgabe", "").body();
  }

  private static String task(TestBrowser browser) {
    return browser.json("POST", TASK, "").body();
  }

  private static HttpResponse<String> login(TestBrowser browser, Map<String, Object> shown) {
    return browser.json("POST", LOGIN, SoftKey.json(shown));
  }

  private static long number(Reader reader) {
    return db.sql("select max(number) from passkey where account = ?")
        .param(reader.account().value())
        .query(Long.class)
        .single();
  }

  private static void refused(HttpResponse<String> answer, int status, String word) {
    assertThat(answer.body()).contains(word);
    assertThat(answer.statusCode()).isEqualTo(status);
  }
}
