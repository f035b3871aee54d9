package org.talblatt.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.talblatt.base.ArticleId;
import org.talblatt.base.Links;
import org.talblatt.identity.Reader;
import org.talblatt.testing.TestArticles;
import org.talblatt.testing.TestBrowser;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;

/** Somebody hears of an answer and follows a talk. */
class NotificationTest {
  private static final TestPaper paper = TestPaper.start();

  @AfterAll
  static void stop() {
    paper.close();
  }

  @ParameterizedTest(name = "JavaScript: {0}, {1} px")
  @CsvSource({"true,360", "true,1280", "false,320"})
  void anAnswerIsHeardReadAndChosen(boolean script, int width) {
    String name = "Glocke " + script + width;
    ArticleId article = TestArticles.publish(paper, "Wer antwortet mir");
    Reader reader = TestReaders.withPassword(paper, name);
    TestBrowser.as(paper, reader).post(Links.comments(article), "text", "Hört mich jemand?");
    TestBrowser.as(paper, TestReaders.create(paper, "Echo " + script + width))
        .post(Links.comments(article) + "/1/antworten", "text", "Ja, laut und deutlich.");
    Chromium.Look look = width > 1000 ? Chromium.Look.DESKTOP : Chromium.Look.PHONE;
    try (Visit visit = new Visit(paper, look, script)) {
      Page page = logIn(visit, name, Links.personalView(article));
      page.setViewportSize(width, 800);
      page.locator("form.follow button").click();
      assertThat(page.locator("form.follow button")).hasText("Nicht mehr folgen");
      if (script) {
        assertThat(page.locator(".bell")).hasText("1");
        assertThat(page.locator(".bell")).hasAttribute("aria-label", "Mitteilungen, ungelesen: 1");
        page.locator(".bell").click();
      } else {
        visit.open("/mitteilungen");
      }
      assertThat(page.locator(".notification-unread")).hasCount(1);
      visit.looksRight();
      page.locator(".notification-title a").click();
      assertThat(page.locator("#kommentar-2")).containsText("laut und deutlich");
      visit.open("/mitteilungen");
      if (script) {
        assertThat(page.locator(".notification-unread")).hasCount(0);
      } else {
        page.locator("form[action='/mitteilungen/gelesen'] button").click();
        assertThat(page.locator(".notifications-sum")).hasText("Alles gelesen.");
      }
      visit.open("/konto/mitteilungen");
      visit.looksRight();
      page.locator("#mail-daily").check();
      page.locator("form[action='/konto/mitteilungen'] button").click();
      assertThat(page.locator(".form-note[role=status]")).hasText("Gespeichert.");
      assertThat(page.locator("#mail-daily")).isChecked();
    }
  }

  private static Page logIn(Visit visit, String name, String back) {
    Page page = visit.open("/anmelden?zurueck=" + back);
    page.locator("[name=login]").fill(name);
    page.locator("[name=password]").fill(TestReaders.PASSWORD);
    page.locator("form[action='/anmelden'] button").first().click();
    return page;
  }
}
