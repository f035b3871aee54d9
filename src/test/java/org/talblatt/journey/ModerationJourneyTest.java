package org.talblatt.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Clock;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.talblatt.base.ArticleId;
import org.talblatt.base.Links;
import org.talblatt.discussion.Discussion;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Role;
import org.talblatt.testing.TestArticles;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;

/** Argue, be reported, be moderated with a reason, be told, object, be right after all. */
class ModerationJourneyTest {
  private static final Chromium.Look SMALL =
      new Chromium.Look("small phone", 320, 640, true, ColorScheme.LIGHT);
  private static final TestPaper paper = TestPaper.start();

  @AfterAll
  static void stop() {
    paper.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void fromTheQuarrelToTheCommentThatIsBack(boolean script) {
    String suffix = script ? " Eins" : " Zwei";
    Reader author = reader("Streithansl" + suffix);
    Reader reporter = reader("Meldefix" + suffix);
    Reader moderator = reader("Moni" + suffix, Role.MODERATOR);
    Reader publisher = reader("Paula" + suffix, Role.PUBLISHER);
    ArticleId article = TestArticles.publish(paper, "Streit" + suffix);
    paper
        .door(Discussion.class)
        .post(
            author,
            article,
            "Ihr habt keine Ahnung",
            UUID.randomUUID(),
            Clock.systemUTC().instant());

    String page = script ? Links.article(article) : Links.personalView(article);
    report(reporter, script, page);
    suspend(moderator, script);
    object(author, script, page);
    reverse(publisher, script);
    try (Visit visit = as(author, script)) {
      Page shown = visit.open(page);
      assertThat(shown.locator("#kommentar-1 .comment-text")).hasText("Ihr habt keine Ahnung");
      assertThat(shown.locator("form.write")).hasCount(1);
      visit.open("/konto/meldungen");
      assertThat(shown.locator(".case-own").first()).containsText("Hart, aber erlaubt.");
      visit.looksRight();
    }
  }

  private static void report(Reader reporter, boolean script, String address) {
    try (Visit visit = as(reporter, script)) {
      Page page = visit.open(address);
      page.locator("#kommentar-1 .comment-report").click();
      visit.looksRight();
      page.locator("#grund-insult").check();
      page.locator("form.report button[type=submit]").click();
      assertThat(page.locator("h1")).hasText("Danke für deine Meldung");
      visit.looksRight();
    }
  }

  private static void suspend(Reader moderator, boolean script) {
    try (Visit visit = as(moderator, script)) {
      Page page = visit.open("/moderation");
      visit.looksRight();
      Locator one = page.locator(".case");
      one.locator("summary").click();
      visit.looksRight();
      one.locator("[name=grund]").selectOption("rules:2");
      one.locator("[name=vorlage]").selectOption("insult");
      if (script) {
        assertThat(one.locator("textarea")).hasValue(Pattern.compile("^Dein Kommentar.*"));
      }
      one.locator("[name=sperre]").selectOption("7");
      one.locator(".case-form .desk-main").click();
      assertThat(page.locator(".desk-done")).isVisible();
    }
  }

  private static void object(Reader author, boolean script, String address) {
    try (Visit visit = as(author, script)) {
      Page page = visit.open(address);
      assertThat(page.locator(".talk-suspended")).containsText("Dein Konto ist bis");
      assertThat(page.locator("form.write")).hasCount(0);
      visit.looksRight();
      page.locator(".talk-suspended a").click();
      page.locator(".case-object summary").click();
      visit.looksRight();
      page.locator(".case-object textarea").fill("Das war keine Beleidigung.");
      page.locator(".case-object button").click();
      assertThat(page.locator(".form-note")).hasText("Dein Widerspruch ist eingegangen.");
    }
  }

  private static void reverse(Reader publisher, boolean script) {
    try (Visit visit = as(publisher, script)) {
      Page page = visit.open("/moderation/beschwerden");
      visit.looksRight();
      page.locator(".case textarea").fill("Hart, aber erlaubt.");
      page.locator(".case .desk-main").click();
      assertThat(page.locator(".desk-done")).isVisible();
    }
  }

  private static Reader reader(String name, Role... roles) {
    return TestReaders.withPassword(paper, name, roles);
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
