package org.talblatt.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.time.Clock;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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

/** Somebody reads a long thread: page after page, into folds, back again, and on another day. */
class LongThreadJourneyTest {
  private static final TestPaper paper = TestPaper.start();
  private static final Reader ng = TestReaders.create(paper, "N.G.");
  private static final Discussion discussion = paper.door(Discussion.class);
  private static final int ROOTS = 55;

  /** Root 1 stands on the second page, with eight answers, the last ones deep. */
  private static final ArticleId article = thread("Die Mur steigt");

  private static final String SECOND = "#kommentar-1";
  private static final String FOLDED = "#kommentar-9";

  @AfterAll
  static void stop() {
    paper.close();
  }

  static Stream<Chromium.Look> looks() {
    return Stream.of(
        new Chromium.Look("320 px", 320, 640, true, ColorScheme.LIGHT),
        new Chromium.Look("200 %", 640, 450, false, ColorScheme.DARK));
  }

  @ParameterizedTest
  @MethodSource("looks")
  void itIsReadFromPageToPageAlsoNarrowAndMagnified(Chromium.Look look) {
    try (Visit visit = new Visit(paper, look, true)) {
      Page page = visit.open(Links.article(article));
      visit.looksRight();
      role(page, AriaRole.LINK, "Weitere Kommentare anzeigen").click();
      page.locator(".more-replies > summary").click();
      assertThat(page.locator(FOLDED)).isVisible();
      visit.looksRight();
    }
  }

  @Test
  void withoutAScriptNothingIsOutOfReach() {
    try (Visit visit =
        new Visit(paper, new Chromium.Look("320 px", 320, 640, true, ColorScheme.LIGHT), false)) {
      Page page = visit.open(Links.article(article));
      page.getByText("Weitere Kommentare anzeigen").click();
      assertThat(page.locator(SECOND)).isVisible();
      assertThat(page.locator(FOLDED)).isHidden();
      Locator line = page.locator(".more-replies > summary");
      assertThat(line).containsText("5 weitere Antworten anzeigen");
      line.click();
      assertThat(page.locator(FOLDED)).isVisible();
      assertThat(page.locator(FOLDED + " .comment-parent")).hasText("Antwort auf #8");
      assertThat(page.locator(".text-more")).hasCount(0);
      assertThat(page.locator(SECOND + " .comment-text p").last()).isVisible();
      visit.looksRight();
      visit.open("/");
      visit.open(Links.comment(new CommentId(article, 9)));
      assertThat(page.url()).endsWith("?seite=2" + FOLDED);
      assertThat(page.locator(FOLDED)).isVisible();
      assertThat(page.locator(FOLDED)).isInViewport();
    }
  }

  @Test
  void theKeyboardAloneOpensWhatIsFolded() {
    try (Visit visit = new Visit(paper, Chromium.Look.DESKTOP, true)) {
      Page page = visit.open(Links.article(article) + "?seite=2");
      Locator more = page.locator(SECOND + " > .text-more");
      assertThat(more).hasAttribute("aria-expanded", "false");
      assertThat(more).hasText("Mehr anzeigen");
      int cut = height(page, SECOND + " > .comment-text");
      more.focus();
      page.keyboard().press("Enter");
      assertThat(more).hasAttribute("aria-expanded", "true");
      assertThat(more).hasText("Weniger anzeigen");
      assertThat(height(page, SECOND + " > .comment-text")).isGreaterThan(cut + 100);
      page.keyboard().press("Enter");
      assertThat(height(page, SECOND + " > .comment-text")).isEqualTo(cut);
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      assertThat(height(page, SECOND + " > .comment-text")).as("on paper").isGreaterThan(cut);
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
      Locator line = page.locator(".more-replies > summary");
      line.focus();
      page.keyboard().press("Enter");
      assertThat(page.locator(FOLDED)).isVisible();
      assertThat(line).containsText("Antworten zuklappen");
      page.locator(SECOND + " > .fold").focus();
      page.keyboard().press("Enter");
      assertThat(page.locator(SECOND + " > .fold")).hasText("8 Antworten anzeigen");
      assertThat(line).isHidden();
      page.keyboard().press("Enter");
      assertThat(page.locator(FOLDED)).isVisible();
    }
  }

  @Test
  void backLeadsToThePlaceThatWasLeftWithItsFoldsOpen() {
    try (Visit visit = new Visit(paper, Chromium.Look.PHONE, true)) {
      Page page = visit.open(Links.article(article) + "?seite=2");
      page.locator(".more-replies > summary").click();
      page.locator(FOLDED + " .comment-author a").scrollIntoViewIfNeeded();
      int left = ((Number) page.evaluate("Math.round(scrollY)")).intValue();
      assertThat(left).isPositive();
      page.locator(FOLDED + " .comment-author a").click();
      page.waitForURL("**/leser/**");
      page.goBack();
      assertThat(page.locator(FOLDED)).isVisible();
      page.waitForFunction("left => Math.abs(scrollY - left) < 40", left);
    }
  }

  @Test
  void anAddressWhoseCommentHasMovedToAnotherPageIsFollowed() {
    try (Visit visit = new Visit(paper, Chromium.Look.DESKTOP, true)) {
      Page page = visit.open(path() + FOLDED);
      page.waitForURL("**?seite=2" + FOLDED);
      assertThat(page.locator(FOLDED)).isInViewport();
      visit.open(path() + "#kommentar-99999");
      assertThat(page.locator("#kommentar-" + (ROOTS + 8))).isVisible();
    }
  }

  @Test
  void whatIsNewIsCountedOverAllPagesAndOneKeyAway() {
    ArticleId talk = thread("Neu seit gestern");
    Reader vroni = TestReaders.withPassword(paper, "Vroni");
    discussion.seen(vroni, talk, ROOTS + 8);
    CommentId answer = post(talk, new CommentId(talk, 9), "Auf der zweiten Seite");
    CommentId root = post(talk, null, "Auf der ersten");
    try (Visit visit = new Visit(paper, Chromium.Look.DESKTOP, true)) {
      Page page = logIn(visit, "Vroni");
      // written at most every five seconds
      Locator count = page.locator(".unread-count");
      page.waitForCondition(
          () -> {
            visit.open(Links.article(talk));
            page.waitForLoadState();
            return count.count() == 1;
          });
      assertThat(count).containsText("2 neue");
      page.keyboard().press("n");
      assertThat(page.locator("#kommentar-" + root.number())).isFocused();
      assertThat(page.locator("#kommentar-" + root.number() + " .comment-fresh")).hasText("neu");
      page.keyboard().press("n");
      page.waitForURL("**#kommentar-" + answer.number());
      assertThat(page.locator("#kommentar-" + answer.number())).isVisible();
      assertThat(page.locator(".comment-unread")).hasCount(1);
      assertThat(page.locator(".more-replies > summary .more-closed")).containsText("davon 1 neue");
      visit.looksRight();
    }
    try (Visit visit = new Visit(paper, Chromium.Look.PHONE, false)) {
      Page page = logIn(visit, "Vroni");
      visit.open(Links.personalView(talk) + "?seit=" + (ROOTS + 8));
      assertThat(page.locator(".unread-count")).containsText("2 neue");
      assertThat(page.locator(".comment-unread")).hasCount(1);
      page.locator(".talk-pages a[rel=next]").click();
      assertThat(page.locator("#kommentar-" + answer.number() + ".comment-unread")).hasCount(1);
      visit.looksRight();
    }
  }

  private static Locator role(Page page, AriaRole role, String name) {
    return page.getByRole(role, new Page.GetByRoleOptions().setName(name));
  }

  private static int height(Page page, String selector) {
    return ((Number) page.locator(selector).evaluate("each => each.clientHeight")).intValue();
  }

  private static String path() {
    return paper.door(org.talblatt.article.Articles.class).published(article).orElseThrow().path();
  }

  private static Page logIn(Visit visit, String name) {
    Page page = visit.open("/anmelden");
    page.locator("[name=login]").fill(name);
    page.locator("[name=password]").fill(TestReaders.PASSWORD);
    page.locator("main form button").first().click();
    page.waitForURL(url -> !url.contains("/anmelden"));
    return page;
  }

  private static ArticleId thread(String headline) {
    ArticleId article = TestArticles.publish(paper, headline);
    CommentId root = post(article, null, "Eine Zeile.\n\n".repeat(20));
    CommentId deep = root;
    for (int i = 0; i < 8; i++) {
      CommentId answer = post(article, i < 3 ? root : deep, "Antwort " + i);
      deep = i < 2 ? root : answer;
    }
    for (int i = 1; i < ROOTS; i++) {
      post(article, null, "Nummer " + i);
    }
    return article;
  }

  private static CommentId post(ArticleId article, @Nullable CommentId parent, String text) {
    UUID form = UUID.randomUUID();
    java.time.Instant now = Clock.systemUTC().instant();
    return parent == null
        ? discussion.post(ng, article, text, form, now).comment().id()
        : discussion.reply(ng, parent, text, form, now).comment().id();
  }
}
