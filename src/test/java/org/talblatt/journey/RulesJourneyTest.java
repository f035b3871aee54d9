package org.talblatt.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.talblatt.article.DiscussionRules;
import org.talblatt.base.ArticleId;
import org.talblatt.base.Links;
import org.talblatt.discussion.Discussion;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Role;
import org.talblatt.testing.TestArticles;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;

/**
 * The newsroom adjusts a talk from the article itself, and readers see what holds before they type.
 */
class RulesJourneyTest {
  private static final Chromium.Look SMALL =
      new Chromium.Look("small phone", 320, 640, true, ColorScheme.LIGHT);
  private static final TestPaper paper = TestPaper.start();

  @AfterAll
  static void stop() {
    paper.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anEditorHighlightsClosesAndSlowsDown(boolean script) {
    String suffix = script ? " Eins" : " Zwei";
    Reader editor = TestReaders.withPassword(paper, "Redakteurin" + suffix, Role.EDITOR);
    ArticleId article = talkedUnder(editor, "Einstellen" + suffix);
    try (Visit visit = as(editor, script)) {
      Page page = visit.open(script ? Links.article(article) : Links.personalView(article));
      page.locator("#kommentar-1 .comment-newsroom").focus();
      page.keyboard().press("Enter");
      assertThat(page.locator(".rules-acts")).isVisible();
      visit.looksRight();
      page.locator(".rules-acts button[value='1']").press("Enter");
      assertThat(page.locator(".desk-done")).isVisible();
      page.locator(".rules-acts button[value='zu']").press("Enter");
      assertThat(page.locator(".rules-acts button[value='auf']")).isVisible();
      page.locator("a[href$='/diskussion']").click();
      assertThat(page.locator("#abstand")).isVisible();
      visit.looksRight();
      page.locator("#abstand").fill("5");
      page.locator(".rules-form button").first().click();
      assertThat(page.locator(".desk-done")).isVisible();
      visit.looksRight();
    }
    readersSee(article, suffix, script);
  }

  private static void readersSee(ArticleId article, String suffix, boolean script) {
    try (Visit visit = as(TestReaders.withPassword(paper, "Leserin" + suffix), script)) {
      Page page = visit.open(script ? Links.article(article) : Links.personalView(article));
      assertThat(page.locator(".talk-pinned")).containsText("Von der Redaktion hervorgehoben");
      assertThat(page.locator("#kommentar-1 .comment-no-answers")).hasText("Antworten geschlossen");
      assertThat(page.locator(".comment-newsroom")).hasCount(0);
      assertThat(page.locator(".talk-rule").first()).containsText("alle 5 Minuten");
      page.locator("form.write textarea").first().fill("Mein erster Satz");
      page.locator("form.write .button").first().click();
      assertThat(page.locator(".talk-wait")).containsText("in 5 Minuten wieder schreiben");
      visit.looksRight();
      page.locator("form.write textarea").first().fill("Mein zweiter Satz");
      page.locator("form.write .button").first().click();
      assertThat(page.locator(".form-error").first()).containsText("kannst du wieder schreiben");
      assertThat(page.locator("form.write textarea").first()).hasValue("Mein zweiter Satz");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whoseAccountIsTooYoungIsToldFromWhenOn(boolean script) {
    String suffix = script ? " Drei" : " Vier";
    ArticleId article =
        TestArticles.publish(
            paper,
            "Mitglieder" + suffix,
            new DiscussionRules(DiscussionRules.Mode.MEMBERS, null, Duration.ZERO, 7));
    try (Visit visit = as(TestReaders.withPassword(paper, "Neuling" + suffix), script)) {
      Page page = visit.open(script ? Links.article(article) : Links.personalView(article));
      assertThat(page.locator(".talk-wait")).containsText("Dein Konto darf hier ab ");
      assertThat(page.locator("form.write >> visible=true")).hasCount(0);
      visit.looksRight();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aPublisherSetsTheRulesOfASection(boolean script) {
    String suffix = script ? " Fünf" : " Sechs";
    TestArticles.publish(paper, "Ressort" + suffix);
    try (Visit visit =
        as(TestReaders.withPassword(paper, "Verlegerin" + suffix, Role.PUBLISHER), script)) {
      Page page = visit.open("/verwaltung/diskussion");
      visit.looksRight();
      page.locator(".rules-sections a", new Page.LocatorOptions().setHasText("Politik")).click();
      assertThat(page.locator("input[name=ressort]")).hasValue("politik");
      page.locator("#zeichen").fill("12");
      page.locator(".rules-form button").click();
      assertThat(page.locator("#zeichen-problem")).isVisible();
      assertThat(page.locator("#zeichen")).hasValue("12");
      visit.looksRight();
      page.locator("#zeichen").fill("1500");
      page.locator(".rules-form button").click();
      assertThat(page.locator(".desk-done")).isVisible();
    }
  }

  private static ArticleId talkedUnder(Reader who, String headline) {
    ArticleId article = TestArticles.publish(paper, headline);
    paper
        .door(Discussion.class)
        .post(who, article, "Ein guter Gedanke", UUID.randomUUID(), Clock.systemUTC().instant());
    return article;
  }

  private static Visit as(Reader reader, boolean script) {
    Visit visit = new Visit(paper, SMALL, script);
    Page page = visit.open("/anmelden");
    page.locator("[name=login]").fill(reader.name());
    page.locator("[name=password]").fill(TestReaders.PASSWORD);
    page.locator("main form button").first().click();
    page.waitForURL("**/");
    return visit;
  }
}
