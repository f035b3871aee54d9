package org.talblatt.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.talblatt.testing.TestBrowser;
import org.talblatt.testing.TestMails;
import org.talblatt.testing.TestPaper;

/** Whoever knows somebody's mail address can register with it, and gets nothing by it. */
class RivalRegistrationsTest {
  private static final TestPaper paper = TestPaper.start();
  private static final String HERS = "ihr eigenes Wort 1";
  private static final String HIS = "sein böses Wort 22";
  private final TestBrowser browser = new TestBrowser(paper);

  @AfterAll
  static void stop() {
    paper.close();
  }

  @Test
  void whoRegistersAgainWithAWaitingAddressChangesNothingAboutIt() {
    register("Opfer", "opfer@example.org", HERS);
    String first = TestMails.await(paper, "opfer@example.org").secret();
    register("Angreifer", "opfer@example.org", HIS);
    TestMails.await(paper, "opfer@example.org", 2);
    HttpResponse<String> page = browser.get("/bestaetigen?link=" + first);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("als Opfer registriert", "name=\"password\"");
    assertThat(confirm(first, HERS).statusCode()).isEqualTo(303);
    assertThat(login("Opfer", HERS).statusCode()).isEqualTo(303);
    assertThat(login("opfer@example.org", HIS).statusCode()).isEqualTo(422);
    assertThat(login("Angreifer", HIS).statusCode()).isEqualTo(422);
  }

  @Test
  void theNewestMailDoesNotOpenAnAccountWithSomebodyElsesPassword() {
    register("Gleich", "gleich@example.org", HERS);
    String first = TestMails.await(paper, "gleich@example.org").secret();
    register("Gleich", "gleich@example.org", HIS);
    String newest =
        TestMails.await(paper, "gleich@example.org", 2).stream()
            .map(TestMails.Received::secret)
            .filter(secret -> !secret.equals(first))
            .findFirst()
            .orElseThrow();
    for (String typed : List.of("", HERS, "x".repeat(300))) {
      HttpResponse<String> refused = confirm(newest, typed);
      assertThat(refused.statusCode()).isEqualTo(422);
      assertThat(refused.body()).contains("nicht das Passwort dieser Registrierung");
      assertThat(TestBrowser.field(refused, "link")).isEqualTo(newest);
    }
    assertThat(login("gleich@example.org", HIS).statusCode()).isEqualTo(422);
    assertThat(confirm(first, HERS).statusCode()).isEqualTo(303);
    assertThat(confirm(newest, HIS).statusCode()).isEqualTo(404);
    assertThat(login("Gleich", HERS).statusCode()).isEqualTo(303);
    assertThat(login("Gleich", HIS).statusCode()).isEqualTo(422);
  }

  @Test
  void aFewMayWaitForOneAddressAndTheOldestGivesWay() {
    for (String name : List.of("Eine", "Zweite", "Dritte", "Vierte")) {
      register(name, "viele@example.org", HERS);
    }
    assertThat(
            paper
                .door(JdbcClient.class)
                .sql("select name from registration where email_key = 'viele@example.org'")
                .query(String.class)
                .list())
        .containsExactlyInAnyOrder("Zweite", "Dritte", "Vierte");
    assertThat(register("Eine", "eine@example.org", HERS).statusCode()).isEqualTo(303);
    assertThat(register("Zweite", "zweite@example.org", HERS).statusCode()).isEqualTo(422);
  }

  private HttpResponse<String> register(String name, String email, String password) {
    return browser.post(
        "/registrieren",
        "name",
        name,
        "email",
        email,
        "password",
        password,
        "rules",
        "1",
        "age",
        "1");
  }

  private static HttpResponse<String> confirm(String link, String password) {
    return new TestBrowser(paper).post("/bestaetigen", "link", link, "password", password);
  }

  private static HttpResponse<String> login(String login, String password) {
    return new TestBrowser(paper).post("/anmelden", "login", login, "password", password);
  }
}
