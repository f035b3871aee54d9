package org.talblatt.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.talblatt.base.ArticleId;
import org.talblatt.base.Failure;
import org.talblatt.base.Links;
import org.talblatt.testing.TestArticles;
import org.talblatt.testing.TestBrowser;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;

/** Who tries too often waits, loses nothing typed and locks nobody else out. */
class LimitsTest {
  private static final TestPaper paper = TestPaper.withUsualLimits();
  private static final TestPaper other = TestPaper.withUsualLimits(paper.database());
  private static final JdbcClient db = paper.door(JdbcClient.class);
  private final TestBrowser browser = new TestBrowser(paper);

  @AfterAll
  static void stop() {
    other.close();
    paper.close();
  }

  @Test
  void guessingAPasswordIsSlowOnAllNodesTogether() {
    forget();
    TestReaders.withPassword(paper, "Ziel");
    for (int i = 0; i < 5; i++) {
      assertThat(guess(browser, "Ziel").statusCode()).isEqualTo(422);
      assertThat(guess(new TestBrowser(other), "ZIEL").statusCode()).isEqualTo(422);
    }
    HttpResponse<String> refused = guess(new TestBrowser(other), "Ziel");
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValueAsLong("Retry-After").orElseThrow()).isBetween(1L, 30L);
    assertThat(refused.body()).contains("Das war zu oft");
    assertThat(TestBrowser.field(refused, "login")).isEqualTo("Ziel");
    assertThat(TestBrowser.field(refused, "zurueck")).isEqualTo("/politik");
    HttpResponse<String> program =
        browser.json("POST", "/api/v1/session", "{\"login\":\"ziel\",\"password\":\"x\"}");
    assertThat(program.statusCode()).isEqualTo(429);
    assertThat(program.headers().firstValue("Retry-After")).isPresent();
    assertThat(guess(browser, "Jemand anders").statusCode()).isEqualTo(422);
    // from elsewhere the owner gets in, and time passing helps
    assertThat(
            paper
                .door(Login.class)
                .check("Ziel", TestReaders.PASSWORD, Caller.unknown("192.0.2.0")))
        .isInstanceOf(Login.Result.Welcome.class);
    db.sql(
            """
            update throttle set at = at - interval '1 minute', until = until - interval '1 minute'
            """)
        .update();
    assertThat(browser.login("Ziel").statusCode()).isEqualTo(303);
  }

  @Test
  void aRightLoginDoesNotCount() {
    forget();
    TestReaders.withPassword(paper, "Oft da");
    for (int i = 0; i < 12; i++) {
      assertThat(browser.login("Oft da").statusCode()).isEqualTo(303);
    }
  }

  @Test
  void whatOtherHousesPagesAskForTakesNothingFromTheLogin() {
    TestReaders.withPassword(paper, "Im selben Netz");
    TestBrowser there = new TestBrowser(paper);
    for (int i = 0; i < 70; i++) {
      assertThat(there.json("POST", "/api/v1/embed/token", "{}").statusCode()).isNotEqualTo(429);
    }
    assertThat(there.login("Im selben Netz").statusCode()).isEqualTo(303);
  }

  @Test
  void nobodysMailboxIsFlooded() {
    forget();
    TestReaders.create(paper, "Beliebt");
    String known = TestReaders.email("Beliebt");
    for (String email : new String[] {known, "niemand@example.org"}) {
      for (int i = 0; i < 4; i++) {
        assertThat(browser.post("/passwort", "email", email).statusCode()).isEqualTo(303);
      }
      HttpResponse<String> refused = browser.post("/passwort", "email", email);
      assertThat(refused.statusCode()).isEqualTo(429);
      assertThat(TestBrowser.field(refused, "email")).isEqualTo(email);
      assertThat(browser.post("/bestaetigen/erneut", "email", email).statusCode()).isEqualTo(429);
    }
  }

  @Test
  void aRegistrationTooManyKeepsTheForm() {
    forget();
    HttpResponse<String> last =
        untilRefused(
            5,
            () ->
                browser.post(
                    "/registrieren",
                    "name",
                    "Versuch",
                    "email",
                    "versuch@example.org",
                    "password",
                    "lang genug",
                    "rules",
                    "1",
                    "age",
                    "1"));
    assertThat(last.statusCode()).isEqualTo(429);
    assertThat(TestBrowser.field(last, "name")).isEqualTo("Versuch");
  }

  @Test
  void whoWritesTooFastFindsTheTextInAFormToSendAgain() {
    TestBrowser writer = TestBrowser.as(paper, TestReaders.create(paper, "Schnell"));
    HttpResponse<String> answer =
        untilRefused(
            9,
            () ->
                writer.post(
                    "/artikel/1/kommentare", "text", "Mein <Text> & Wort", "abgabe", "x\"y"));
    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().firstValueAsLong("Retry-After").orElseThrow()).isBetween(1L, 60L);
    assertThat(TestBrowser.field(answer, "text")).isEqualTo("Mein <Text> & Wort");
    assertThat(TestBrowser.field(answer, "abgabe")).isEqualTo("x\"y");
    assertThat(answer.body()).contains("action=\"/artikel/1/kommentare\"");
    HttpResponse<String> script =
        writer.json("POST", "/api/v1/articles/1/comments", "{\"text\":\"a\"}");
    assertThat(script.statusCode()).isEqualTo(429);
    assertThat(script.headers().firstValue("Content-Type")).contains("application/problem+json");
    TestBrowser another = TestBrowser.as(paper, TestReaders.create(paper, "Langsam"));
    assertThat(another.post("/artikel/1/kommentare", "text", "a").statusCode()).isNotEqualTo(429);
  }

  @Test
  void noMoreTextsAreKeptThanADayMayBringAndTheOneTooManyStandsInTheAnswer() {
    forget();
    ArticleId article = TestArticles.publish(paper, "Flut");
    browser.post(Links.comments(article), "text", "Der erste");
    assertThat(db.sql("update throttle set level = 200").update()).isEqualTo(1);
    HttpResponse<String> refused = browser.post(Links.comments(article), "text", "Einer zu viel");
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(TestBrowser.field(refused, "text")).isEqualTo("Einer zu viel");
    assertThat(kept(article)).isEqualTo(1);
    forget();
    assertThat(
            browser.post(Links.comments(article), "text", "\r\n" + "x".repeat(19_999)).statusCode())
        .isEqualTo(401);
    assertThat(browser.post(Links.comments(article), "text", "x".repeat(20_001)).statusCode())
        .isEqualTo(413);
    assertThat(kept(article)).isEqualTo(2);
  }

  private static long kept(ArticleId article) {
    return db.sql("select count(*) from kept_text where article = ?")
        .param(article.value())
        .query(Long.class)
        .single();
  }

  @Test
  void passwordsNeverStandInTheFormToSendAgain() {
    TestBrowser hurried = TestBrowser.as(paper, TestReaders.create(paper, "Eilig"));
    HttpResponse<String> answer =
        untilRefused(
            95, () -> hurried.post("/bestaetigen", "password", "streng geheim", "text", "bleibt"));
    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.body()).contains("bleibt").doesNotContain("streng geheim");
  }

  @Test
  void theTableNamesNobody() {
    forget();
    guess(browser, "Heimlich");
    assertThat(
            db.sql("select count(*) from throttle where octet_length(key) <> 32")
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void theBucketHoldsNoMoreThanItMayAndLeaks() {
    Throttle throttle = paper.door(Throttle.class);
    for (int i = 0; i < 4; i++) {
      throttle.count(Throttle.Limit.MAIL, "eimer");
    }
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() -> throttle.count(Throttle.Limit.MAIL, "eimer"))
          .isInstanceOf(Failure.class);
    }
    db.sql("update throttle set at = at - interval '10 minutes'").update();
    throttle.count(Throttle.Limit.MAIL, "eimer");
    assertThatThrownBy(() -> throttle.count(Throttle.Limit.MAIL, "eimer"))
        .isInstanceOf(Failure.class);
  }

  /** The first answer of 429, which must come within so many. */
  private static HttpResponse<String> untilRefused(
      int most, Supplier<HttpResponse<String>> request) {
    for (int i = 0; i < most; i++) {
      HttpResponse<String> answer = request.get();
      if (answer.statusCode() == 429) {
        return answer;
      }
    }
    throw new AssertionError("not refused within " + most);
  }

  private static void forget() {
    db.sql("delete from throttle").update();
  }

  private static HttpResponse<String> guess(TestBrowser browser, String login) {
    return browser.post("/anmelden", "login", login, "password", "geraten", "zurueck", "/politik");
  }
}
