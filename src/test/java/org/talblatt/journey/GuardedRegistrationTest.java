package org.talblatt.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.talblatt.identity.guard.AbuseSigns;
import org.talblatt.testing.TestMails;
import org.talblatt.testing.TestPaper;

/** Somebody registers from a network that many robots came from, with JavaScript and without. */
class GuardedRegistrationTest {
  private static final TestPaper paper = TestPaper.start();

  @AfterAll
  static void stop() {
    paper.close();
  }

  @BeforeAll
  static void robotsWereHere() {
    paper.door(AbuseSigns.class).note(AbuseSigns.Sign.TRAP, "127.0.0.0");
    paper.door(JdbcClient.class).sql("update abuse_sign set times = 1000000").update();
  }

  @ParameterizedTest(name = "JavaScript: {0}")
  @ValueSource(booleans = {true, false})
  void theMachineWorksForItsPersonOrAModeratorReadsFirst(boolean script) {
    String name = script ? "Rechnet" : "Rechnet nicht";
    String email = script ? "mit@example.org" : "ohne@example.org";
    try (Visit visit = new Visit(paper, Chromium.Look.PHONE, script)) {
      Page page = visit.open("/registrieren");
      visit.looksRight();
      page.locator("[name=name]").fill(name);
      page.locator("[name=email]").fill(email);
      page.locator("[name=password]").fill("ein guter Satz");
      page.locator("[name=rules]").check();
      page.locator("[name=age]").check();
      page.locator("form[action='/registrieren'] button").click();
      assertThat(page.locator("h1")).hasText("Sieh in deine E-Mails");
      visit.open(TestMails.await(paper, email).link());
      page.locator("form[action='/bestaetigen'] button").click();
      assertThat(page.locator("h1")).not().hasText("Konto bestätigen");
    }
    assertThat(
            paper
                .door(JdbcClient.class)
                .sql("select read_first from account where name = ?")
                .param(name)
                .query(Boolean.class)
                .single())
        .isEqualTo(!script);
  }
}
