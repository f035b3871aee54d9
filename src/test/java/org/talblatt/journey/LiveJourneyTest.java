package org.talblatt.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.talblatt.article.Publishing;
import org.talblatt.base.ArticleId;
import org.talblatt.base.CommentId;
import org.talblatt.base.Links;
import org.talblatt.discussion.Discussion;
import org.talblatt.discussion.Vote;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Sessions;
import org.talblatt.platform.stream.Streams;
import org.talblatt.testing.Eventually;
import org.talblatt.testing.TestArticles;
import org.talblatt.testing.TestBrowser;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;

/** Somebody reads while others write. */
class LiveJourneyTest {
  private static final TestPaper paper = TestPaper.start();
  private static final Reader ng = TestReaders.create(paper, "N.G.");
  private static final Reader sepp = TestReaders.create(paper, "Sepp");

  private final Discussion discussion = paper.door(Discussion.class);

  @AfterAll
  static void stop() {
    paper.close();
  }

  @Test
  void whatComesInIsOfferedWithoutMovingAnythingAndStandsInItsPlaceWhenAsked() throws Exception {
    ArticleId article = talk("Wird gelesen", 12);
    try (Visit visit = new Visit(paper, Chromium.Look.PHONE, true)) {
      Page page = visit.open(Links.article(article));
      listens(article);
      page.locator("#kommentar-5").scrollIntoViewIfNeeded();
      Object before = place(page, "#kommentar-5");
      post(ng, article, "Ein neuer Anfang");
      Locator bar = page.locator(".live-show");
      assertThat(bar).hasText("1 neuen Kommentar anzeigen");
      CommentId answer = reply(ng, new CommentId(article, 5), "Eine Antwort");
      post(ng, article, "Noch einer");
      assertThat(bar).hasText("3 neue Kommentare anzeigen");
      assertThat(page.locator("#kommentare-titel")).hasText(Pattern.compile("^15 Kommentare"));
      Assertions.assertThat(place(page, "#kommentar-5")).isEqualTo(before);
      visit.looksRight();
      page.screenshot(
          new Page.ScreenshotOptions().setPath(java.nio.file.Path.of("/tmp/live-bar.png")));

      bar.click();
      assertThat(page.locator(".comment-unread")).hasCount(3);
      assertThat(bar).hasCount(0);
      assertThat(page.locator(".talk-comments > .comment").first())
          .hasAttribute("data-number", "15");
      assertThat(page.locator("#kommentar-5 + .comment")).hasId("kommentar-" + answer.number());
      assertThat(page.locator("#kommentar-15")).isFocused();
      assertThat(page.locator("#kommentare")).hasAttribute("data-last", "15");
      visit.looksRight();
    }
  }

  @Test
  void oneKeyFetchesWhatWaitsAndASentenceTellsOfIt() throws Exception {
    ArticleId article = talk("Nur Tasten", 2);
    try (Visit visit = new Visit(paper, Chromium.Look.DESKTOP, true)) {
      Page page = visit.open(Links.article(article));
      listens(article);
      post(ng, article, "Neu");
      assertThat(page.locator(".talk-live [role=status]")).hasText("1 neuen Kommentar anzeigen");
      page.keyboard().press("n");
      assertThat(page.locator("#kommentar-3")).isFocused();
    }
  }

  @Test
  void countsFollowAndWhatIsRemovedGoesWithoutLeavingAHole() throws Exception {
    ArticleId article = talk("Entfernt", 6);
    try (Visit visit = new Visit(paper, Chromium.Look.DESKTOP, true)) {
      Page page = visit.open(Links.article(article));
      listens(article);
      page.locator("#kommentar-2").scrollIntoViewIfNeeded();
      Object before = place(page, "#kommentar-2");
      discussion.vote(sepp, new CommentId(article, 2), Vote.UP, now());
      discussion.reject(new CommentId(article, 4));
      assertThat(page.locator("#kommentar-4")).hasText("Dieser Kommentar steht nicht mehr da.");
      assertThat(page.locator("#kommentar-2 .vote-up .vote-count")).hasText("1");
      assertThat(page.locator("#kommentare-titel")).hasText(Pattern.compile("^5 Kommentare"));
      assertThat(page.locator(".live-show")).hasCount(0);
      Assertions.assertThat(place(page, "#kommentar-2")).isEqualTo(before);
      visit.looksRight();
    }
  }

  @Test
  void ownCommentsAndThoseOfIgnoredReadersAreNotAnnounced() throws Exception {
    ArticleId article = talk("Nicht gemeldet", 1);
    Reader resi = TestReaders.create(paper, "Resi");
    Reader nuisance = TestReaders.create(paper, "Lästig");
    TestBrowser.as(paper, resi).post("/leser/L%C3%A4stig/ignoriert");
    try (Visit visit = new Visit(paper, Chromium.Look.DESKTOP, true)) {
      login(visit, resi);
      Page page = visit.open(Links.article(article));
      listens(article);
      post(resi, article, "Von einem anderen Gerät");
      post(nuisance, article, "Schon wieder");
      assertThat(page.locator("#kommentare-titel")).hasText(Pattern.compile("^3 Kommentare"));
      assertThat(page.locator(".live-show")).hasCount(0);
      post(ng, article, "Das zählt");
      page.locator(".live-show").click();
      assertThat(page.locator("#kommentar-4")).isFocused();
      assertThat(page.locator(".comment-folded:not([open]) #kommentar-3")).hasCount(1);
      assertThat(page.locator(".comment-unread")).hasCount(1);
    }
  }

  @Test
  void whatOneSendsStandsThereOnceAndIsNoNews() throws Exception {
    ArticleId article = talk("Selbst geschrieben", 1);
    try (Visit visit = new Visit(paper, Chromium.Look.DESKTOP, true)) {
      login(visit, sepp);
      Page page = visit.open(Links.article(article));
      listens(article);
      page.locator("form.write textarea").first().fill("Von mir");
      page.locator("form.write .button").first().click();
      assertThat(page.locator(".comment-new .comment-text")).hasText("Von mir");
      post(ng, article, "Von ihr");
      assertThat(page.locator(".live-show")).hasText("1 neuen Kommentar anzeigen");
      page.locator(".live-show").click();
      assertThat(page.locator(".talk-comments .comment")).hasCount(3);
    }
  }

  @Test
  void tabsOfOneBrowserShareAConnectionAndHiddenOnesHoldNone() throws Exception {
    ArticleId article = talk("Zwei Reiter", 1);
    try (Visit visit = new Visit(paper, Chromium.Look.DESKTOP, true)) {
      Page first = visit.open(Links.article(article));
      listens(article);
      Page second = first.context().newPage();
      second.navigate(paper.url(Links.article(article)).toString());
      post(ng, article, "Für beide");
      for (Page tab : new Page[] {first, second}) {
        assertThat(tab.locator(".live-show")).hasText("1 neuen Kommentar anzeigen");
      }
      Assertions.assertThat(listeners(article)).isEqualTo(1);
      look(first, false);
      post(ng, article, "Die andere übernimmt");
      assertThat(second.locator(".live-show")).hasText("2 neue Kommentare anzeigen");
      Assertions.assertThat(listeners(article)).isEqualTo(1);
      look(second, false);
      Eventually.until("nobody listens", () -> listeners(article) == 0);
      post(ng, article, "Während niemand hinsieht");
      look(first, true);
      assertThat(first.locator(".live-show")).hasText("3 neue Kommentare anzeigen");
    }
  }

  @Test
  void aWithdrawnArticleLeavesTheScreenButNotWhatWasTyped() throws Exception {
    ArticleId article = talk("Zurückgezogen", 1);
    try (Visit visit = new Visit(paper, Chromium.Look.DESKTOP, true)) {
      Page page = visit.open(Links.article(article));
      listens(article);
      page.locator("form.write textarea").first().fill("Mitten im Satz");
      paper.door(Publishing.class).withdraw(article);
      assertThat(page.locator(".talk-withdrawn")).hasText("Dieser Artikel wurde zurückgezogen.");
      assertThat(page.locator("main h1")).hasCount(0);
      assertThat(page.locator(".comment")).hasCount(0);
      assertThat(page.locator("textarea")).hasValue("Mitten im Satz");
    }
  }

  @Test
  void whereNothingCanBeHeardThePageIsAsEver() throws Exception {
    ArticleId article = talk("Ohne", 1);
    try (Visit visit = new Visit(paper, Chromium.Look.PHONE, false)) {
      Page page = visit.open(Links.article(article));
      assertThat(page.locator("#kommentar-1")).isVisible();
      assertThat(page.locator(".talk-live")).isEmpty();
    }
    try (Visit visit = new Visit(paper, Chromium.Look.PHONE, true)) {
      visit.page().addInitScript("delete window.EventSource");
      Page page = visit.open(Links.article(article));
      assertThat(page.locator("#kommentar-1")).isVisible();
    }
    Assertions.assertThat(listeners(article)).isZero();
  }

  private static void login(Visit visit, Reader reader) {
    BrowserContext context = visit.page().context();
    String secret = paper.door(Sessions.class).open(reader.account(), "test", false).secret();
    String url = paper.url("/").toString();
    context.addCookies(
        List.of(
            new Cookie("talblatt", secret).setUrl(url),
            new Cookie("leser", reader.name()).setUrl(url)));
  }

  /** As if the tab had been put behind another one, or in front again. */
  private static void look(Page tab, boolean at) {
    tab.evaluate(
        """
        at => {
          Object.defineProperty(document, "hidden", { configurable: true, get: () => !at });
          document.dispatchEvent(new Event("visibilitychange"));
        }
        """,
        at);
  }

  private static Object place(Page page, String selector) {
    return page.evaluate(
        """
        one => {
          const { top, left, height } = document.querySelector(one).getBoundingClientRect();
          return [scrollY, top, left, height].map(Math.round).join(" ");
        }
        """,
        selector);
  }

  private static void listens(ArticleId article) throws Exception {
    Eventually.until("somebody listens", () -> listeners(article) == 1);
  }

  private static int listeners(ArticleId article) {
    return paper.door(Streams.class).listeners("article:" + article);
  }

  private ArticleId talk(String headline, int comments) {
    ArticleId article = TestArticles.publish(paper, headline);
    for (int i = 1; i <= comments; i++) {
      post(ng, article, "Kommentar Nummer " + i);
    }
    return article;
  }

  private CommentId post(Reader reader, ArticleId article, String text) {
    return discussion.post(reader, article, text, UUID.randomUUID(), now()).comment().id();
  }

  private CommentId reply(Reader reader, CommentId parent, String text) {
    return discussion.reply(reader, parent, text, UUID.randomUUID(), now()).comment().id();
  }

  private static Instant now() {
    return Clock.systemUTC().instant();
  }
}
