package org.talblatt.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.talblatt.base.ArticleId;
import org.talblatt.base.CommentId;
import org.talblatt.base.Links;
import org.talblatt.discussion.Discussion;
import org.talblatt.identity.Reader;
import org.talblatt.testing.TestArticles;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;

/** Somebody writes: with marks, quotes and names, and whatever comes between. */
class WritingJourneyTest {
  private static final TestPaper paper = TestPaper.start();
  private static final Reader ng = TestReaders.create(paper, "N.G.");
  private static final Reader vroni = TestReaders.create(paper, "Vroni");
  private static final Reader resi = TestReaders.create(paper, "Resi");

  private final Discussion discussion = paper.door(Discussion.class);

  @AfterAll
  static void stop() {
    paper.close();
  }

  static List<Chromium.Look> narrow() {
    return List.of(
        new Chromium.Look("320 px", 320, 640, true, ColorScheme.LIGHT),
        new Chromium.Look("200 %", 640, 450, false, ColorScheme.DARK));
  }

  @Test
  void theKeyboardAloneMarksPreviewsAndSends() {
    ArticleId article = talk("Nur Tasten");
    try (Visit visit = new Visit(paper, Chromium.Look.DESKTOP, true)) {
      Page page = open(visit, vroni, article);
      Locator field = page.locator("form.write textarea").first();
      field.focus();
      page.waitForFunction("document.querySelector('script[src*=compose]')");
      page.keyboard().type("wichtig");
      page.keyboard().press("Control+A");
      pressUntil(page, "Control+B", field, "**wichtig**");
      page.keyboard().press("Control+B");
      page.keyboard().press("Control+I");
      assertThat(field).hasValue("*wichtig*");
      page.keyboard().press("Tab");
      assertThat(page.locator(".write-tools button").first()).isFocused();
      page.keyboard().press("ArrowLeft");
      page.keyboard().press("ArrowLeft");
      page.keyboard().press("Enter");
      assertThat(field).hasValue("- *wichtig*");
      assertThat(field).isFocused();
      page.locator("form.write .write-look").press("Enter");
      assertThat(page.locator(".write-preview li em")).hasText("wichtig");
      visit.looksRight();
      field.focus();
      page.keyboard().press("Control+Enter");
      assertThat(page.locator(".comment-new li em")).hasText("wichtig");
    }
  }

  @Test
  void aQuoteAndADraftAreAKeyAwayToo() {
    ArticleId article = talk("Zitat mit Tasten");
    try (Visit visit = new Visit(paper, Chromium.Look.DESKTOP, true)) {
      Page page = open(visit, vroni, article);
      page.locator("#kommentar-1 .comment-quote").press("Enter");
      Locator reply = page.locator("form.write-reply textarea");
      assertThat(reply).isFocused();
      assertThat(reply)
          .hasValue("> Das ist **falsch**, siehe https://www.example.org/beleg\n>\n> - oder\n\n");
      page.keyboard().type("Nein.");
      page.keyboard().press("Escape");
      assertThat(page.locator("#kommentar-1 .comment-reply")).isFocused();
      assertThat(page.locator("#kommentar-1 .comment-reply")).hasText("Entwurf fortsetzen");
      page.keyboard().press("Enter");
      assertThat(reply).hasValue(Pattern.compile("Nein\\.$"));
      page.keyboard().press("Control+Enter");
      assertThat(page.locator(".comment-new blockquote a")).hasCount(1);
      assertThat(page.locator("#kommentar-1 .comment-reply")).hasText("Antworten");
    }
  }

  @ParameterizedTest
  @MethodSource("narrow")
  void everythingFitsAndATapQuotesWhatIsSelected(Chromium.Look look) {
    ArticleId article = talk("Schmal " + look);
    try (Visit visit = new Visit(paper, look, true)) {
      Page page = open(visit, vroni, article);
      page.locator(".write-help summary").first().click();
      page.locator("form.write textarea").first().fill("Neu **hier**");
      page.locator(".write-look").first().click();
      assertThat(page.locator(".write-preview strong")).hasText("hier");
      page.evaluate(
          """
          const text = document.querySelector("#kommentar-1 .comment-text strong").firstChild;
          const range = document.createRange();
          range.setStart(text, 0);
          range.setEnd(text, 4);
          getSelection().removeAllRanges();
          getSelection().addRange(range);
          """);
      Locator quote = page.locator("#kommentar-1 .comment-quote");
      if (look.phone()) {
        quote.tap();
      } else {
        quote.click();
      }
      Locator reply = page.locator("form.write-reply textarea");
      assertThat(reply).hasValue("> fals\n\n");
      page.keyboard().type("@");
      assertThat(page.locator("#namen [role=option]").first()).hasText("N.G.");
      visit.looksRight();
    }
  }

  @Test
  void namesAreOfferedFromTheTalkFirstThenOthersAndNeverStandInTheWay() {
    ArticleId article = talk("Namen");
    TestReaders.create(paper, "Öl-Baron Huber");
    try (Visit visit = new Visit(paper, Chromium.Look.DESKTOP, true)) {
      Page page = open(visit, vroni, article);
      Locator field = page.locator("form.write textarea").first();
      Locator options = page.locator("#namen [role=option]");
      field.click();
      page.waitForFunction("document.querySelector('script[src*=mention]')");
      page.keyboard().type("Hallo @");
      assertThat(options).hasText(new String[] {"Resi", "N.G."});
      assertThat(field).hasAttribute("aria-activedescendant", "name-0");
      page.keyboard().press("ArrowUp");
      page.keyboard().press("ArrowUp");
      assertThat(options.first()).hasAttribute("aria-selected", "true");
      page.keyboard().press("ArrowDown");
      page.keyboard().press("Enter");
      assertThat(field).hasValue("Hallo @N.G. ");
      assertThat(options).hasCount(0);
      page.keyboard().type("und @öl");
      assertThat(options).hasText("Öl-Baron Huber");
      visit.looksRight();
      options.first().click();
      assertThat(field).hasValue("Hallo @N.G. und @Öl-Baron Huber ");
      page.keyboard().type("@re");
      assertThat(options).hasText("Resi");
      page.keyboard().press("Escape");
      assertThat(options).hasCount(0);
      page.route("**/namen*", Route::abort);
      page.keyboard().type("x @niemand\nweiter");
      assertThat(field).hasValue(Pattern.compile("@rex @niemand\nweiter$"));
      page.keyboard().press("Control+Enter");
      assertThat(page.locator(".comment-new .mention"))
          .hasText(new String[] {"@N.G.", "@Öl-Baron Huber"});
    }
  }

  @Test
  void anAnswerBesideAFoldStandsBelowItsComment() {
    ArticleId article = talk("Neben der Falte");
    CommentId root = new CommentId(article, 1);
    for (int i = 3; i <= 7; i++) {
      discussion.reply(resi, root, "Antwort " + i, UUID.randomUUID(), Clock.systemUTC().instant());
    }
    try (Visit visit = new Visit(paper, Chromium.Look.DESKTOP, true)) {
      Page page = open(visit, vroni, article);
      page.locator("#kommentar-5 .comment-reply").click();
      page.locator("form.write-reply textarea").fill("Zu fünf");
      page.keyboard().press("Control+Enter");
      assertThat(page.locator("#kommentar-5 + .comment-new .comment-text")).hasText("Zu fünf");
      assertThat(page.locator("#kommentar-7")).isHidden();
      page.locator(".more-replies summary").click();
      page.locator("#kommentar-7 .comment-quote").click();
      assertThat(page.locator("#kommentar-7 + form textarea")).hasValue("> Antwort 7\n\n");
    }
  }

  @Test
  void whatIsLeftIsCountedAsTheServerCounts() {
    ArticleId article = talk("Gezählt");
    String odd =
        "  \n\n\n\n👏🏽 e\u0301\u202E\u0000\uFEFF \u00a0\n \n\n\tü" + "e\u0301".repeat(2005);
    try (Visit visit = new Visit(paper, Chromium.Look.DESKTOP, true)) {
      Page page = open(visit, vroni, article);
      Locator field = page.locator("form.write textarea").first();
      field.focus();
      page.waitForFunction("document.querySelector('script[src*=compose]')");
      field.fill("Kurz");
      assertThat(page.locator(".write-count").first()).hasText("");
      field.fill(odd);
      Locator count = page.locator(".write-count").first();
      assertThat(count).hasText(Pattern.compile("^-\\d+$"));
      int over = -Integer.parseInt(count.textContent());
      assertThat(page.locator(".write-said").first()).hasText("Zeichen zu viel: " + over);
      page.locator("form.write .button").click();
      String length = String.format(java.util.Locale.GERMAN, "%,d Zeichen", 2000 + over);
      assertThat(page.locator("form.write .form-error")).containsText(length);
    }
  }

  @Test
  void withoutAScriptThereIsAPreviewAQuoteAndAHelp() {
    ArticleId article = talk("Ohne Skript");
    try (Visit visit = new Visit(paper, Chromium.Look.PHONE, false)) {
      visit.as(vroni);
      Page page = visit.open(Links.personalView(article));
      assertThat(page.locator(".write-tools").first()).isHidden();
      page.locator(".write-help summary").first().click();
      page.locator("#kommentar-1 .comment-quote").click();
      assertThat(page.locator("textarea")).hasValue(Pattern.compile("^> Das ist \\*\\*falsch"));
      page.locator("textarea").fill("> Zitat\n\n*Antwort*");
      page.locator(".write-look").click();
      assertThat(page.locator(".write-preview em")).hasText("Antwort");
      visit.looksRight();
      page.locator("form.write .button").click();
      assertThat(page.locator("#kommentar-3 em")).hasText("Antwort");
    }
  }

  private static void pressUntil(Page page, String key, Locator field, String value) {
    page.waitForCondition(
        () -> {
          page.keyboard().press(key);
          return field.inputValue().equals(value);
        });
  }

  private static Page open(Visit visit, Reader reader, ArticleId article) {
    visit.as(reader);
    Page page = visit.open(Links.article(article));
    assertThat(page.locator(".corner")).hasText(reader.name());
    return page;
  }

  private ArticleId talk(String headline) {
    ArticleId article = TestArticles.publish(paper, headline);
    post(ng, article, "> Alt\n\nDas ist **falsch**, siehe https://www.example.org/beleg\n\n- oder");
    post(resi, article, "Eine zweite Meinung");
    return article;
  }

  private CommentId post(Reader reader, ArticleId article, String text) {
    return discussion
        .post(reader, article, text, UUID.randomUUID(), Clock.systemUTC().instant())
        .comment()
        .id();
  }
}
