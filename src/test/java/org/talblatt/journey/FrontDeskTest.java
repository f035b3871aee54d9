package org.talblatt.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.talblatt.article.FrontPlan;
import org.talblatt.article.FrontPlans;
import org.talblatt.base.ArticleId;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Role;
import org.talblatt.testing.TestArticles;
import org.talblatt.testing.TestDatabase;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;

/** The night editor's phone, and the screen on which the front page is arranged. */
class FrontDeskTest {
  private static final TestPaper paper =
      TestPaper.start(TestDatabase.create(), Map.of("undo-seconds", "60"));
  private static final Reader EDITOR = TestReaders.create(paper, "Nachtdienst", Role.EDITOR);

  @AfterAll
  static void stop() {
    paper.close();
  }

  @Test
  void onAPhoneAnArticleIsPinnedAndWithdrawnInTwoTapsAndBothAreTakenBack() {
    ArticleId id = TestArticles.publish(paper, "Hochwasser am Bach");
    try (Visit visit = new Visit(paper, Chromium.Look.PHONE, true)) {
      visit.as(EDITOR);
      Page page = visit.open("/redaktion");
      visit.looksRight();
      String line = "#artikel-" + id;
      page.locator(line + " form[action$='/oben/" + id + "'] button").click();
      page.locator(".undo-act button").waitFor();
      assertThat(page.locator(".undo-left").innerText()).matches("\\(\\d+\\)");
      visit.looksRight();
      page.keyboard().press("z");
      page.keyboard().press("Enter");
      page.locator(".undo-act:not(:has(button))").waitFor();
      assertThat(page.locator(".undo-act").first().innerText()).contains("bleibt, wie sie war");
      page.locator(line + " summary").click();
      page.locator(line + " .front-danger").click();
      page.waitForURL("**/redaktion/artikel/" + id + "?**");
      page.locator(".undo-act button").first().click();
      page.locator(".undo-act:has-text('steht wieder im Blatt')").waitFor();
      assertThat(visit.open("/artikel/" + id).title()).contains("Hochwasser am Bach");
    }
  }

  @Test
  void theFrontPageIsArrangedAndLookedAtOnAnyScreen() {
    ArticleId first = TestArticles.publish(paper, "Erste Geschichte");
    ArticleId second = TestArticles.publish(paper, "Zweite Geschichte");
    FrontPlan.Breaking line =
        new FrontPlan.Breaking(
            "Brücke gesperrt", first, Clock.systemUTC().instant().plusSeconds(3_600));
    paper
        .door(FrontPlans.class)
        .prepare(EDITOR, plan -> plan.pin(first, null).pin(second, line.until()).breaking(line));
    for (Chromium.Look look : List.of(Chromium.Look.PHONE, Chromium.Look.DESKTOP)) {
      try (Visit visit = new Visit(paper, look, true)) {
        visit.as(EDITOR);
        Page page = visit.open("/redaktion/titelseite");
        visit.looksRight();
        page.locator("#oben-" + first + " button[name=richtung]:enabled").first().click();
        page.waitForURL("**#oben-" + first);
        page.locator("a[href$=vorschau]").click();
        page.waitForURL("**/vorschau");
        assertThat(page.locator(".breaking").innerText()).contains("Brücke gesperrt");
        visit.looksRight();
      }
    }
  }
}
