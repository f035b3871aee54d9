package org.talblatt.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.talblatt.testing.TestBrowser;
import org.talblatt.testing.TestMails;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;

/** What a reader finds under "Dein Konto". */
class AccountPagesTest {
  private static final TestPaper paper = TestPaper.start();

  @AfterAll
  static void stop() {
    paper.close();
  }

  @Test
  void whoIsNotLoggedInIsLedToTheLoginAndBack() {
    TestReaders.withPassword(paper, "Zurück");
    TestBrowser browser = new TestBrowser(paper);
    HttpResponse<String> led = browser.get("/konto");
    assertThat(led.statusCode()).isEqualTo(303);
    HttpResponse<String> login = browser.follow(led);
    HttpResponse<String> in =
        browser.post(
            "/anmelden",
            "login",
            "Zurück",
            "password",
            TestReaders.PASSWORD,
            "zurueck",
            TestBrowser.field(login, "zurueck"));
    HttpResponse<String> account = browser.follow(in);
    assertThat(account.body()).contains("Dein Konto", "Zurück", TestReaders.email("Zurück"));
    assertThat(account.headers().firstValue("Cache-Control")).contains("private, no-store");
  }

  @Test
  void everyPageOfTheAccountLeadsToTheOthers() {
    TestBrowser browser = TestBrowser.as(paper, TestReaders.create(paper, "Übersicht"));
    for (String path : List.of("/konto", "/konto/sicherheit")) {
      Elements links = Jsoup.parse(browser.get(path).body()).select(".account-nav a");
      assertThat(links.eachAttr("href")).contains("/konto", "/konto/sicherheit");
      assertThat(links.select("[aria-current=page]").eachAttr("href")).containsExactly(path);
    }
    assertThat(new TestBrowser(paper).get("/konto/sicherheit").statusCode()).isEqualTo(303);
  }

  @Test
  void eachOtherDeviceCanBeLoggedOutButNobodyElses() {
    Reader reader = TestReaders.create(paper, "Vielgerät");
    TestBrowser here = TestBrowser.as(paper, reader);
    TestBrowser lost = TestBrowser.as(paper, reader);
    TestBrowser stranger = TestBrowser.as(paper, TestReaders.create(paper, "Fremde"));
    String strangers = hash(stranger);
    Element list =
        Objects.requireNonNull(
            Jsoup.parse(here.get("/konto/sicherheit").body()).selectFirst(".form-list"));
    assertThat(list.select("li")).hasSize(2);
    assertThat(list.text()).contains("dieses Gerät", "Endet unbenutzt am", "spätestens am");
    here.post("/konto/sitzungen/abmelden", "sitzung", strangers);
    assertThat(stranger.get("/konto").statusCode()).isEqualTo(200);
    here.post("/konto/sitzungen/abmelden", "sitzung", hash(lost));
    assertThat(lost.get("/konto").statusCode()).isEqualTo(303);
    assertThat(here.get("/konto").statusCode()).isEqualTo(200);
  }

  @Test
  void loggingOutEverywhereEndsEverySession() {
    Reader reader = TestReaders.create(paper, "Überall");
    TestBrowser here = TestBrowser.as(paper, reader);
    TestBrowser there = TestBrowser.as(paper, reader);
    assertThat(here.post("/konto/sitzungen/alle-abmelden").statusCode()).isEqualTo(303);
    assertThat(here.cookies()).isEmpty();
    assertThat(logged(reader)).containsExactly("account.sessions-ended");
    assertThat(there.get("/konto").statusCode()).isEqualTo(303);
  }

  @Test
  void endingOtherSessionsTakesAFreshProof() {
    Reader reader = TestReaders.create(paper, "Lange offen");
    TestBrowser here = TestBrowser.as(paper, reader);
    TestBrowser there = TestBrowser.as(paper, reader);
    paper
        .door(JdbcClient.class)
        .sql("update session set proved_at = proved_at - interval '1 hour' where account = ?")
        .param(reader.account().value())
        .update();
    for (String path :
        new String[] {"/konto/sitzungen/abmelden", "/konto/sitzungen/alle-abmelden"}) {
      HttpResponse<String> led = here.post(path, "sitzung", hash(there));
      assertThat(led.statusCode()).isEqualTo(303);
      assertThat(led.headers().firstValue("Location").orElseThrow())
          .startsWith("/konto/bestaetigen");
    }
    assertThat(there.get("/konto").statusCode()).isEqualTo(200);
  }

  @Test
  void theLanguageOfTheAccountIsChosenHere() {
    TestBrowser browser = TestBrowser.as(paper, TestReaders.create(paper, "Maria Rossi"));
    HttpResponse<String> changed = browser.post("/konto/sprache", "language", "it");
    assertThat(browser.follow(changed).body()).contains("Il tuo account", "lang=\"it\"");
    assertThat(browser.post("/konto/sprache", "language", "xx").statusCode()).isEqualTo(422);
  }

  @Test
  void thePasswordIsChangedByWhoKnowsTheOldOneAndOtherDevicesAreOut() {
    Reader reader = TestReaders.withPassword(paper, "Wechsel");
    TestBrowser here = TestBrowser.as(paper, reader);
    TestBrowser there = TestBrowser.as(paper, reader);
    HttpResponse<String> wrong = change(here, "falsch falsch", "ein neues Passwort");
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("Das bisherige Passwort stimmt nicht");
    assertThat(change(here, TestReaders.PASSWORD, "kurz").body()).contains("mindestens 8 Zeichen");
    assertThat(there.get("/konto").statusCode()).isEqualTo(200);
    String before = here.cookies().get("talblatt");
    HttpResponse<String> done = change(here, TestReaders.PASSWORD, "ein neues Passwort");
    assertThat(here.cookies().get("talblatt")).isNotEqualTo(before);
    assertThat(here.follow(done).body()).contains("Dein neues Passwort gilt");
    assertThat(there.get("/konto").statusCode()).isEqualTo(303);
    assertThat(logged(reader)).containsExactly("account.password-changed");
    assertThat(TestMails.await(paper, TestReaders.email("Wechsel")).subject())
        .contains("wurde geändert");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0|Firefox, Linux",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Safari/604.1|Safari, iOS",
        "Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Safari/537.36 Edg/140.0|Edge, Windows",
        "curl/8.5.0|curl",
        "''|–"
      })
  void aDeviceIsNamedSoThatItIsRecognised(String agent, String name) {
    assertThat(OpenSession.device(agent)).isEqualTo(name);
  }

  private static List<String> logged(Reader reader) {
    return paper
        .door(JdbcClient.class)
        .sql("select what from audit_entry where account = ? order by id")
        .param(reader.account().value())
        .query((row, n) -> row.getString(1))
        .list();
  }

  private static HttpResponse<String> change(TestBrowser browser, String old, String password) {
    return browser.post("/konto/passwort", "old", old, "password", password);
  }

  private static String hash(TestBrowser browser) {
    return Token.hex(Objects.requireNonNull(browser.cookies().get("talblatt")));
  }
}
