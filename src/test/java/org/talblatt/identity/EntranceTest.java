package org.talblatt.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.talblatt.base.Failure;
import org.talblatt.testing.TestBrowser;
import org.talblatt.testing.TestMails;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;

/** Who guesses is slowed, nobody else; who works for the paper shows two factors. */
class EntranceTest {
  private static final TestPaper paper = TestPaper.withUsualLimits();
  private static final JdbcClient db = paper.door(JdbcClient.class);
  private static final Login login = paper.door(Login.class);

  @AfterAll
  static void stop() {
    paper.close();
  }

  @Test
  void aDeviceThatLoggedInBeforeIsNeverSlowedByWhatOthersTry() {
    Reader reader = TestReaders.withPassword(paper, "Bekannt");
    TestBrowser own = new TestBrowser(paper);
    own.login("Bekannt");
    own.post("/abmelden");
    // the whole household's block is used up, and the account's own counts as well
    for (int i = 0; i < 10; i++) {
      guess("Bekannt", "127.0.0.0");
    }
    assertThat(new TestBrowser(paper).login("Bekannt").statusCode()).isEqualTo(429);
    assertThat(own.login("Bekannt").statusCode()).isEqualTo(303);
    // its cookie is worth nothing at another account
    Reader other = TestReaders.withPassword(paper, "Andere Leserin");
    Caller device =
        new Caller("127.0.0.0", Token.hex(Objects.requireNonNull(own.cookies().get("geraet"))));
    assertThat(paper.door(Devices.class).knows(reader.account(), device)).isTrue();
    assertThat(paper.door(Devices.class).knows(other.account(), device)).isFalse();
    forget();
  }

  @Test
  void eachFurtherTryWaitsTwiceAsLong() {
    TestReaders.withPassword(paper, "Immer länger");
    for (int i = 0; i < 10; i++) {
      guess("Immer länger", "192.0.2.0");
    }
    long before = 0;
    for (int i = 0; i < 4; i++) {
      long wait = refusedFor("Immer länger", "192.0.2.0");
      assertThat(wait).isBetween(before + 1, 15L << i);
      assertThat(refusedFor("Immer länger", "192.0.2.0")).isLessThanOrEqualTo(wait);
      before = wait;
      db.sql("update throttle set until = now()").update();
      guess("Immer länger", "192.0.2.0");
    }
    forget();
  }

  @Test
  void whereManyGuessFromEverywhereTheFirstTryFromANewPlaceIsStillFree() {
    TestReaders.withPassword(paper, "Begehrt");
    for (int i = 0; i < 20; i++) {
      guess("Begehrt", "198.51." + i + ".0");
    }
    for (int i = 0; i < 3; i++) {
      guess("Begehrt", "203.0.113.0");
    }
    assertThat(refusedFor("Begehrt", "203.0.113.0")).isPositive();
    assertThat(login.check("Begehrt", TestReaders.PASSWORD, Caller.unknown("192.0.2.0")))
        .isInstanceOf(Login.Result.Welcome.class);
    forget();
  }

  @Test
  void theOwnerIsToldOnceADayThatSomebodyIsGuessing() {
    Reader reader = TestReaders.withPassword(paper, "Gewarnt");
    for (int i = 0; i < 23; i++) {
      guess("Gewarnt", "198.51." + i + ".0");
      guess("gibt-es-nicht@example.org", "198.52." + i + ".0");
    }
    String to = TestReaders.email("Gewarnt");
    assertThat(TestMails.await(paper, to).text())
        .contains("oft versucht", "bremsen solche Versuche");
    org.awaitility.Awaitility.await()
        .until(
            () ->
                db.sql("select count(*) from job where task_name = 'guessing-mail'")
                        .query(Integer.class)
                        .single()
                    == 0);
    assertThat(TestMails.await(paper, to, 1)).hasSize(1);
    db.sql(
            """
            update account set guessing_told_at = now() - interval '25 hours' where id = ?
            """)
        .param(reader.account().value())
        .update();
    guess("Gewarnt", "198.53.0.0");
    assertThat(TestMails.await(paper, to, 2)).hasSize(2);
    forget();
  }

  @Test
  void aLoginFromANewDeviceIsToldByMailAndTheFirstIsNone() throws Exception {
    TestReaders.withPassword(paper, "Zweitgerät");
    String to = TestReaders.email("Zweitgerät");
    TestBrowser first = new TestBrowser(paper);
    first.login("Zweitgerät");
    first.post("/abmelden");
    first.login("Zweitgerät");
    TestBrowser second = new TestBrowser(paper);
    second.login("Zweitgerät");
    TestMails.Received mail = TestMails.await(paper, to);
    assertThat(mail.subject()).startsWith("Neue Anmeldung bei");
    assertThat(mail.text()).contains("Java-http-client", "/konto/sicherheit", "/passwort");
    second.login("Zweitgerät");
    program("Zweitgerät");
    assertThat(TestMails.await(paper, to, 2)).hasSize(2);
    program("Zweitgerät");
    assertThat(TestMails.of(paper, to)).hasSize(2);
    assertThat(first.cookies().get("geraet")).isNotEqualTo(second.cookies().get("geraet"));
  }

  @Test
  void staffHaveADayAndThenNeedASecondFactorForEveryStaffAddress() {
    Reader editor = TestReaders.create(paper, "Neu im Haus", Role.EDITOR);
    TestBrowser browser = TestBrowser.as(paper, editor);
    assertThat(browser.get("/redaktion/eingang").statusCode()).isEqualTo(200);
    since(editor, "25 hours");
    HttpResponse<String> led = browser.get("/redaktion/eingang");
    assertThat(led.headers().firstValue("Location")).contains("/konto/sicherheit?hinweis=personal");
    assertThat(browser.follow(led).body()).contains("Du arbeitest für die Zeitung");
    HttpResponse<String> program = browser.json("GET", "/api/v1/wire", "");
    assertThat(program.statusCode()).isEqualTo(403);
    assertThat(program.body()).contains("/problems/second-factor-required\"");
    assertThat(browser.post("/redaktion/eingang").statusCode()).isEqualTo(403);
    assertThat(browser.get("/konto").statusCode()).isEqualTo(200);
  }

  @Test
  void staffWhoHaveASecondFactorShowItInThisSession() {
    Reader editor = TestReaders.create(paper, "Mit Gerät", Role.EDITOR);
    db.sql("insert into totp (account, secret, confirmed_at) values (?, ?, now())")
        .params(editor.account().value(), new byte[20])
        .update();
    TestBrowser browser = TestBrowser.as(paper, editor);
    HttpResponse<String> led = browser.get("/redaktion/eingang?seite=2");
    assertThat(led.headers().firstValue("Location"))
        .contains("/konto/bestaetigen?zurueck=%2Fredaktion%2Feingang%3Fseite%3D2&stufe=2");
    HttpResponse<String> page = browser.follow(led);
    assertThat(page.body()).contains("/konto/bestaetigen/code").doesNotContain("type=\"password\"");
    db.sql("update session set factors = 2 where account = ?")
        .param(editor.account().value())
        .update();
    assertThat(browser.get("/redaktion/eingang").statusCode()).isEqualTo(200);
  }

  @Test
  void anAccountThatIsBannedOrClosedAdmitsNobody() {
    Reader reader = TestReaders.withPassword(paper, "Gesperrt");
    for (String state : new String[] {"banned", "closed"}) {
      db.sql("update account set state = ? where id = ?")
          .params(state, reader.account().value())
          .update();
      TestBrowser browser = new TestBrowser(paper);
      HttpResponse<String> refused = browser.login("Gesperrt");
      assertThat(refused.statusCode()).isEqualTo(422);
      assertThat(refused.body()).contains("gesperrt oder geschlossen");
      assertThat(browser.cookies()).isEmpty();
      assertThat(program("Gesperrt").statusCode()).isEqualTo(403);
    }
    db.sql("update account set state = 'suspended' where id = ?")
        .param(reader.account().value())
        .update();
    assertThat(new TestBrowser(paper).login("Gesperrt").statusCode()).isEqualTo(303);
  }

  @Test
  void aLockedAccountAdmitsNobodyNeitherByPasswordNorByALinkMailedBefore() {
    Reader reader = TestReaders.withPassword(paper, "Verriegelt");
    TestBrowser browser = new TestBrowser(paper);
    browser.post("/anmelden/link", "login", "Verriegelt");
    String link = TestMails.await(paper, TestReaders.email("Verriegelt")).secret();
    TestBrowser inside = TestBrowser.as(paper, reader);
    lock(reader, true);
    assertThat(inside.get("/konto").statusCode()).as("who is in already").isEqualTo(303);
    for (HttpResponse<String> refused :
        List.of(
            browser.login("Verriegelt"), browser.post("/anmelden/link/einloesen", "link", link))) {
      assertThat(refused.statusCode()).isEqualTo(422);
      assertThat(refused.body()).contains("gesperrt oder geschlossen");
    }
    assertThat(browser.cookies()).isEmpty();
    assertThat(program("Verriegelt").statusCode()).isEqualTo(403);
    lock(reader, false);
    assertThat(browser.login("Verriegelt").statusCode()).isEqualTo(303);
    assertThat(browser.cookies()).containsKey("talblatt");
  }

  private static void lock(Reader reader, boolean locked) {
    db.sql("update account set locked_at = case when ? then now() end where id = ?")
        .params(locked, reader.account().value())
        .update();
  }

  private static HttpResponse<String> program(String name) {
    return new TestBrowser(paper)
        .json(
            "POST",
            "/api/v1/session",
            "{\"login\":\"%s\",\"password\":\"%s\",\"token\":true}"
                .formatted(name, TestReaders.PASSWORD));
  }

  private static void since(Reader reader, String age) {
    db.sql("update account set staff_since = now() - cast(? as interval) where id = ?")
        .params(age, reader.account().value())
        .update();
  }

  private static void guess(String name, String block) {
    assertThat(login.check(name, "geraten", Caller.unknown(block)))
        .isInstanceOf(Login.Result.Wrong.class);
  }

  private static long refusedFor(String name, String block) {
    Optional<Failure> refused = Optional.empty();
    try {
      login.check(name, TestReaders.PASSWORD, Caller.unknown(block));
    } catch (Failure tooMany) {
      refused = Optional.of(tooMany);
    }
    assertThat(refused).isPresent();
    return Objects.requireNonNull(refused.orElseThrow().retryAfter()).toSeconds();
  }

  private static void forget() {
    db.sql("delete from throttle").update();
  }
}
