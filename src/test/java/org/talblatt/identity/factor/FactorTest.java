package org.talblatt.identity.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.talblatt.base.ArticleId;
import org.talblatt.base.Links;
import org.talblatt.identity.Reader;
import org.talblatt.testing.TestArticles;
import org.talblatt.testing.TestBrowser;
import org.talblatt.testing.TestMails;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;
import tools.jackson.databind.json.JsonMapper;

/** A second factor from the first button to its removal, without JavaScript. */
class FactorTest {
  private static final TestPaper paper = TestPaper.start();
  private static final JdbcClient db = paper.door(JdbcClient.class);
  private final TestBrowser browser = new TestBrowser(paper);

  @AfterAll
  static void stop() {
    paper.close();
  }

  @Test
  void itCountsOnceACodeConfirmedItAndEndsEveryOtherSession() {
    Reader reader = TestReaders.withPassword(paper, "Einrichten");
    TestBrowser elsewhere = TestBrowser.as(paper, reader);
    TestBrowser here = TestBrowser.as(paper, reader);
    HttpResponse<String> setup = here.follow(here.post("/konto/zweiter-faktor"));
    assertThat(setup.headers().firstValue("Cache-Control")).contains("private, no-store");
    String key = Objects.requireNonNull(Jsoup.parse(setup.body()).selectFirst("code")).text();
    assertThat(key.replace(" ", "")).isEqualTo(secret(reader).base32());
    assertThat(new TestBrowser(paper).login("Einrichten").headers().firstValue("Location"))
        .contains("/");
    for (String wrong : new String[] {"", "12345", "abcdef", "0".repeat(10_000), "\u0000\ud800"}) {
      HttpResponse<String> refused = here.post("/konto/zweiter-faktor/bestaetigen", "code", wrong);
      assertThat(refused.statusCode()).as(wrong).isEqualTo(422);
      assertThat(refused.body()).contains("Dieser Code stimmt nicht", key);
    }
    String before = here.cookies().get("talblatt");
    HttpResponse<String> codes = confirm(here, reader);
    assertThat(recoveryCodes(codes)).hasSize(10);
    assertThat(codes.headers().firstValue("Cache-Control")).contains("private, no-store");
    assertThat(here.cookies().get("talblatt")).isNotEqualTo(before);
    assertThat(here.get("/konto/sicherheit").body()).contains("Eingerichtet seit");
    assertThat(elsewhere.get("/konto").statusCode()).isEqualTo(303);
    assertThat(TestMails.await(paper, TestReaders.email("Einrichten")).subject())
        .contains("Zweiter Faktor")
        .contains("eingeschaltet");
    assertThat(here.post("/konto/zweiter-faktor").statusCode()).isEqualTo(409);
  }

  @Test
  void theLoginAsksForACodeAndLeadsBackToTheTextThatWasKept() {
    Reader reader = on("Zwei Schritte");
    ArticleId article = TestArticles.publish(paper, "Zwei Schritte");
    HttpResponse<String> wall = browser.post(Links.comments(article), "text", "Mein Text");
    HttpResponse<String> first =
        browser.post(
            "/anmelden",
            "login",
            "Zwei Schritte",
            "password",
            TestReaders.PASSWORD,
            "text",
            TestBrowser.field(wall, "text"));
    assertThat(first.headers().firstValue("Location")).contains("/anmelden/code");
    assertThat(browser.cookies()).doesNotContainKeys("talblatt", "leser");
    assertThat(browser.get("/konto").statusCode()).isEqualTo(303);
    assertThat(browser.follow(first).body()).contains("Dein Text ist aufgehoben");
    HttpResponse<String> wrong = browser.post("/anmelden/code", "code", "000 000");
    assertThat(wrong.statusCode()).isEqualTo(422);
    HttpResponse<String> in = browser.post("/anmelden/code", "code", code(reader, 1));
    assertThat(browser.follow(in).body()).contains("Mein Text");
    assertThat(browser.cookies()).doesNotContainKey("schritt");
    assertThat(sessionFactors(reader)).contains(2);
  }

  @Test
  void aCodeIsGoodOnce() {
    Reader reader = on("Nur einmal");
    String code = code(reader, 1);
    assertThat(login(browser, "Nur einmal", code).statusCode()).isEqualTo(303);
    TestBrowser thief = new TestBrowser(paper);
    assertThat(login(thief, "Nur einmal", code).statusCode()).isEqualTo(422);
    assertThat(thief.cookies()).doesNotContainKey("talblatt");
  }

  @Test
  void aRecoveryCodeLetsInOnceAndItsOwnerIsTold() {
    Reader reader = TestReaders.withPassword(paper, "Verloren");
    TestBrowser here = TestBrowser.as(paper, reader);
    here.post("/konto/zweiter-faktor");
    List<String> codes = recoveryCodes(confirm(here, reader));
    String typed = codes.getFirst().toLowerCase(java.util.Locale.ROOT).replace("-", " ");
    assertThat(login(browser, "Verloren", typed).statusCode()).isEqualTo(303);
    assertThat(browser.get("/konto/sicherheit").body()).contains("noch 9 Wiederherstellungscodes");
    assertThat(login(new TestBrowser(paper), "Verloren", typed).statusCode()).isEqualTo(422);
    assertThat(TestMails.await(paper, TestReaders.email("Verloren"), 2))
        .anyMatch(mail -> mail.text().contains("Übrig: 9"));
    List<String> renewed = recoveryCodes(browser.post("/konto/zweiter-faktor/codes"));
    assertThat(renewed).hasSize(10).doesNotContainAnyElementsOf(codes);
    assertThat(login(new TestBrowser(paper), "Verloren", codes.get(1)).statusCode()).isEqualTo(422);
    assertThat(stored(reader))
        .isEqualTo(renewed.stream().map(FactorTest::hashed).sorted().toList());
  }

  @Test
  void fiveWrongCodesEndTheLoginAndTheWayBackIsNotLost() {
    Reader reader = on("Fünfmal falsch");
    browser.post(
        "/anmelden",
        "login",
        "Fünfmal falsch",
        "password",
        TestReaders.PASSWORD,
        "zurueck",
        "/konto/sicherheit");
    for (int i = 0; i < 5; i++) {
      assertThat(browser.post("/anmelden/code", "code", "000000").statusCode()).isEqualTo(422);
    }
    HttpResponse<String> late = browser.post("/anmelden/code", "code", code(reader, 1));
    assertThat(late.body()).contains("Das hat zu lange gedauert");
    assertThat(TestBrowser.field(late, "zurueck")).isEqualTo("/konto/sicherheit");
    assertThat(browser.cookies()).doesNotContainKey("talblatt");
  }

  @Test
  void whoComesTooLateFindsTheTextAfterTheNextLogin() {
    Reader reader = on("Zu lange");
    ArticleId article = TestArticles.publish(paper, "Zu lange");
    HttpResponse<String> wall = browser.post(Links.comments(article), "text", "Spät dran");
    String key = TestBrowser.field(wall, "text");
    browser.post("/anmelden", "login", "Zu lange", "password", TestReaders.PASSWORD, "text", key);
    db.sql("update pending_login set expires_at = now() where account = ?")
        .param(reader.account().value())
        .update();
    assertThat(browser.get("/anmelden/code").body()).contains("Das hat zu lange gedauert");
    HttpResponse<String> in = login(browser, "Zu lange", code(reader, 1));
    assertThat(browser.follow(in).body()).contains("Spät dran");
  }

  @Test
  void withoutALoginThatWaitsThereIsNoSecondStep() {
    assertThat(browser.get("/anmelden/code").statusCode()).isEqualTo(422);
    assertThat(browser.post("/anmelden/code", "code", "123456").statusCode()).isEqualTo(422);
    browser.cookies().put("schritt", "x".repeat(5000));
    assertThat(browser.post("/anmelden/bleiben").statusCode()).isEqualTo(422);
  }

  @Test
  void itIsRemovedByWhoHasJustShownWhoTheyAre() {
    Reader reader = on("Entfernen");
    login(browser, "Entfernen", code(reader, 1));
    db.sql("update session set proved_at = now() - interval '1 hour' where account = ?")
        .param(reader.account().value())
        .update();
    HttpResponse<String> led = browser.post("/konto/zweiter-faktor/entfernen");
    assertThat(led.headers().firstValue("Location").orElseThrow())
        .startsWith("/konto/bestaetigen?zurueck=");
    assertThat(browser.follow(led).body()).contains("/konto/bestaetigen/code");
    db.sql("update totp set last_step = 0 where account = ?")
        .param(reader.account().value())
        .update();
    assertThat(
            browser.post("/konto/bestaetigen/code", "code", "1", "zurueck", "/konto").statusCode())
        .isEqualTo(422);
    browser.post("/konto/bestaetigen/code", "code", code(reader, 0), "zurueck", "/konto");
    HttpResponse<String> removed = browser.post("/konto/zweiter-faktor/entfernen");
    assertThat(browser.follow(removed).body()).contains("Der zweite Faktor ist entfernt");
    assertThat(new TestBrowser(paper).login("Entfernen").headers().firstValue("Location"))
        .contains("/");
    assertThat(TestMails.await(paper, TestReaders.email("Entfernen"), 2))
        .anyMatch(mail -> mail.subject().contains("entfernt"));
  }

  @Test
  void aProgramSendsTheCodeAlong() {
    Reader reader = on("Mit Programm");
    HttpResponse<String> due = session("Mit Programm", "");
    assertThat(due.statusCode()).isEqualTo(401);
    assertThat(due.body()).contains("/problems/second-factor\"");
    assertThat(session("Mit Programm", "111111").statusCode()).isEqualTo(401);
    assertThat(session("Mit Programm", code(reader, 1)).statusCode()).isEqualTo(200);
    assertThat(browser.cookies()).containsKey("talblatt");
  }

  private HttpResponse<String> session(String name, String code) {
    return browser.json(
        "POST",
        "/api/v1/session",
        JsonMapper.shared()
            .writeValueAsString(
                java.util.Map.of("login", name, "password", TestReaders.PASSWORD, "code", code)));
  }

  private static Reader on(String name) {
    Reader reader = TestReaders.withPassword(paper, name);
    TestBrowser here = TestBrowser.as(paper, reader);
    here.post("/konto/zweiter-faktor");
    assertThat(confirm(here, reader).statusCode()).isEqualTo(200);
    return reader;
  }

  private static HttpResponse<String> confirm(TestBrowser browser, Reader reader) {
    return browser.post("/konto/zweiter-faktor/bestaetigen", "code", code(reader, 0));
  }

  private static HttpResponse<String> login(TestBrowser browser, String name, String code) {
    browser.login(name);
    return browser.post("/anmelden/code", "code", code);
  }

  /** The code of now, or of so many steps later: the one before is used up. */
  private static String code(Reader reader, int later) {
    return Totp.code(secret(reader).bytes(), Totp.step(Instant.now()) + later);
  }

  private static TotpSecret secret(Reader reader) {
    return db.sql("select secret from totp where account = ?")
        .param(reader.account().value())
        .query((row, n) -> TotpSecret.of(row.getBytes(1)))
        .single();
  }

  private static List<String> recoveryCodes(HttpResponse<String> page) {
    return Jsoup.parse(page.body()).select(".factor-codes code").eachText();
  }

  private static List<Integer> sessionFactors(Reader reader) {
    return db.sql("select factors from session where account = ?")
        .param(reader.account().value())
        .query((row, n) -> row.getInt(1))
        .list();
  }

  private static List<String> stored(Reader reader) {
    return db.sql("select encode(code_hash, 'hex') from recovery_code where account = ? order by 1")
        .param(reader.account().value())
        .query((row, n) -> row.getString(1))
        .list();
  }

  private static String hashed(String code) {
    return java.util.HexFormat.of().formatHex(RecoveryCode.typed(code).hash());
  }
}
