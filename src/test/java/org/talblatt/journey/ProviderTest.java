package org.talblatt.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.talblatt.base.ArticleId;
import org.talblatt.base.Links;
import org.talblatt.testing.TestArticles;
import org.talblatt.testing.TestDatabase;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestProvider;
import org.talblatt.testing.TestReaders;

/** Somebody comes in by another provider's door, with a text in hand. */
class ProviderTest {
  private static final TestProvider haus = new TestProvider("haus");
  private static final TestPaper paper = start();

  private static TestPaper start() {
    Map<String, String> settings = new HashMap<>(haus.settings());
    settings.put("oidc", "haus");
    settings.put("oidc-inside", "true");
    return TestPaper.start(TestDatabase.create(), settings);
  }

  @AfterAll
  static void stop() {
    paper.close();
    haus.close();
  }

  @ParameterizedTest(name = "JavaScript: {0}")
  @ValueSource(booleans = {true, false})
  void fromTheWallByAProviderToTheOwnText(boolean script) {
    ArticleId article = TestArticles.publish(paper, "Wer schreibt hier?");
    String subject = "neu-" + script;
    haus.knows(subject, subject + "@example.org", "Neue Leserin");
    try (Visit visit = new Visit(paper, Chromium.Look.PHONE, script)) {
      visit.leadsTo(haus.origin());
      Page page = visit.open(Links.article(article));
      page.locator("form.write textarea").fill("Das steht noch da.");
      page.locator("form.write .button").click();
      assertThat(page.locator("[name=login]")).isVisible();
      visit.looksRight();
      page.locator("form[action='/anmelden/oidc/haus'] button").click();
      assertThat(page.locator("h1")).hasText("Willkommen");
      visit.looksRight();
      page.locator("[name=name]").fill("Neue " + (script ? "mit" : "ohne"));
      page.locator("[name=rules]").check();
      page.locator("[name=age]").check();
      page.locator("form[action='/anmelden/neu'] button").click();
      assertThat(page.locator("form.write textarea").first()).hasValue("Das steht noch da.");
      visit.open("/konto/sicherheit");
      assertThat(page.locator("#anbieter + p + ul")).containsText("Haus haus");
      visit.looksRight();
      page.locator("form[action='/konto/anbieter/loesen'] button").click();
      assertThat(page.locator("[role=alert]")).containsText("ist dein einziger Weg in dein Konto");
      visit.looksRight();
    }
  }

  @ParameterizedTest(name = "JavaScript: {0}")
  @ValueSource(booleans = {true, false})
  void anAccountIsLinkedByWhoProvesBothAndUnlinkedAgain(boolean script) {
    String name = "Alte " + (script ? "mit" : "ohne");
    TestReaders.withPassword(paper, name);
    haus.knows("alt-" + script, TestReaders.email(name), name);
    try (Visit visit = new Visit(paper, Chromium.Look.PHONE_DARK, script)) {
      visit.leadsTo(haus.origin());
      Page page = visit.open("/anmelden?zurueck=/konto/sicherheit");
      page.locator("form[action='/anmelden/oidc/haus'] button").click();
      assertThat(page.locator("h1")).hasText("Du hast hier schon ein Konto");
      visit.looksRight();
      page.locator("a.oidc-known").click();
      page.locator("[name=login]").fill(name);
      page.locator("[name=password]").fill(TestReaders.PASSWORD);
      page.locator("form[action='/anmelden'] button:not(.quiet)").click();
      assertThat(page.locator("h1")).hasText("Anmeldung verknüpfen");
      visit.looksRight();
      page.locator("form[action='/anmelden/verknuepfen'] button").click();
      assertThat(page.locator("#anbieter + p + ul")).containsText(TestReaders.email(name));
      page.locator("form[action='/konto/anbieter/loesen'] button").click();
      assertThat(page.locator("[role=status]")).containsText("öffnet dein Konto nicht mehr");
      visit.looksRight();
    }
  }
}
