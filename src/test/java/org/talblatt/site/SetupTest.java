package org.talblatt.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.talblatt.article.Section;
import org.talblatt.article.Sections;
import org.talblatt.identity.FirstAdministrator;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Role;
import org.talblatt.paper.Papers;
import org.talblatt.testing.TestBrowser;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;

/** An empty paper leads its first visitor to become its administrator. */
class SetupTest {
  private final TestPaper paper = TestPaper.start();
  private final TestBrowser browser = new TestBrowser(paper);

  @AfterEach
  void stop() {
    paper.close();
  }

  @Test
  void theFirstVisitorIsLedFromTheFrontPageToAPaperThatWorks() {
    String code = paper.door(FirstAdministrator.class).code().orElseThrow();
    assertThat(code).matches("([0-9A-Z]{4}-){7}[0-9A-Z]{4}");
    assertThat(stored()).isEqualTo(1);
    assertThat(browser.get("/").body()).contains("href=\"/einrichten\"");
    HttpResponse<String> form = browser.get("/einrichten?code=" + code);
    assertThat(TestBrowser.field(form, "code")).isEqualTo(code);
    HttpResponse<String> opened = open(browser, code.toLowerCase(java.util.Locale.ROOT));
    assertThat(opened.statusCode()).isEqualTo(303);
    assertThat(browser.follow(opened).body())
        .contains("Sarner Bote")
        .contains("href=\"/gemeinde-kultur\"")
        .doesNotContain("/einrichten");
    assertThat(browser.get("/verwaltung/x").statusCode()).isEqualTo(404);
    assertThat(paper.door(Papers.class).current().name()).isEqualTo("Sarner Bote");
    assertThat(paper.door(Sections.class).all())
        .extracting(Section::name)
        .containsExactly("Gemeinde & Kultur", "Sport");
    assertThat(
            paper
                .door(JdbcClient.class)
                .sql("select subject from audit_entry where what = 'section.created' order by id")
                .query((row, n) -> row.getString(1))
                .list())
        .containsExactly("gemeinde-kultur", "sport");
    assertThat(stored()).isZero();
    assertThat(paper.door(FirstAdministrator.class).code()).isEmpty();
    assertThat(browser.get("/einrichten").statusCode()).isEqualTo(404);
    assertThat(open(new TestBrowser(paper), code).statusCode()).isEqualTo(404);
  }

  @Test
  void withoutTheRightCodeNothingHappensAndWhatWasTypedStays() {
    paper.door(FirstAdministrator.class).code();
    HttpResponse<String> refused = open(browser, "0000-0000-0000-0000-0000-0000-0000-0000");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("Dieser Code stimmt nicht");
    assertThat(TestBrowser.field(refused, "paper")).isEqualTo("Sarner Bote");
    assertThat(TestBrowser.field(refused, "sections")).isEqualTo("Gemeinde & Kultur\nSport");
    assertThat(paper.door(FirstAdministrator.class).missing()).isTrue();
    assertThat(paper.door(Sections.class).all()).isEmpty();
  }

  @Test
  void everyWrongFieldIsNamedAndTheCodeStaysGood() {
    String code = paper.door(FirstAdministrator.class).code().orElseThrow();
    HttpResponse<String> refused =
        browser.post(
            "/einrichten",
            "code",
            code,
            "paper",
            " ",
            "sections",
            "Konto",
            "name",
            "x",
            "email",
            "keine",
            "password",
            "kurz");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body())
        .contains("href=\"#paper\"", "href=\"#sections\"", "href=\"#name\"")
        .contains("href=\"#email\"", "href=\"#password\"");
    assertThat(open(browser, code).statusCode()).isEqualTo(303);
  }

  @Test
  void ofTwoWhoHurryOneBecomesAdministrator() throws Exception {
    String code = paper.door(FirstAdministrator.class).code().orElseThrow();
    List<Integer> answers = new ArrayList<>();
    try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> results = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        results.add(all.submit(() -> open(new TestBrowser(paper), code).statusCode()));
      }
      for (Future<Integer> result : results) {
        answers.add(result.get());
      }
    }
    assertThat(answers).containsOnlyOnce(303);
    assertThat(
            paper
                .door(JdbcClient.class)
                .sql("select count(*) from account")
                .query(Long.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void anAdministratorMadeOnTheConsoleNamesThePaperAfterLoggingIn() {
    assertThat(browser.get("/").body()).contains("findet auf der Konsole einen Code");
    Reader chief = TestReaders.create(paper, "Von der Konsole", Role.ADMINISTRATOR);
    assertThat(browser.get("/").body())
        .as("the page kept before is gone")
        .contains("Noch fehlen ihre Ressorts", "href=\"/einrichten\"");
    HttpResponse<String> asked = browser.get("/einrichten");
    assertThat(asked.headers().firstValue("Location")).contains("/anmelden?zurueck=/einrichten");
    TestBrowser other = TestBrowser.as(paper, TestReaders.create(paper, "Leser"));
    assertThat(other.get("/einrichten").statusCode()).isEqualTo(404);
    assertThat(other.post("/einrichten", "paper", "Meins", "sections", "A").statusCode())
        .isEqualTo(404);
    TestBrowser logged = TestBrowser.as(paper, chief);
    assertThat(logged.get("/einrichten").body())
        .contains("name=\"sections\"")
        .doesNotContain("name=\"code\"", "name=\"password\"");
    assertThat(logged.post("/einrichten", "paper", "", "sections", "Sport").statusCode())
        .isEqualTo(422);
    HttpResponse<String> named =
        logged.post("/einrichten", "paper", "Sarner Bote", "sections", "Sport");
    assertThat(named.statusCode()).isEqualTo(303);
    assertThat(browser.get("/").body()).contains("Sarner Bote", "href=\"/sport\"");
    assertThat(logged.get("/einrichten").statusCode()).isEqualTo(404);
  }

  private static HttpResponse<String> open(TestBrowser browser, String code) {
    return browser.post(
        "/einrichten",
        "code",
        code,
        "paper",
        "Sarner Bote",
        "motto",
        "Seit heute",
        "sections",
        "Gemeinde & Kultur\nSport\n",
        "name",
        "Chefin",
        "email",
        "chefin@example.org",
        "password",
        "ein guter Anfang");
  }

  private long stored() {
    return paper
        .door(JdbcClient.class)
        .sql("select count(*) from setup_code")
        .query(Long.class)
        .single();
  }
}
