package org.talblatt.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Clock;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.talblatt.base.ArticleId;
import org.talblatt.base.CommentId;
import org.talblatt.base.Links;
import org.talblatt.discussion.Discussion;
import org.talblatt.identity.Reader;
import org.talblatt.testing.TestArticles;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;

/** Somebody talks: reads the quarrel, logs in, answers, rates, folds. */
class TalkTest {
  private static final TestPaper paper = TestPaper.start();
  private static final Reader ng = TestReaders.create(paper, "N.G.");

  private final Discussion discussion = paper.door(Discussion.class);

  @AfterAll
  static void stop() {
    paper.close();
  }

  static java.util.stream.Stream<Arguments> looks() {
    return Chromium.Look.all().stream().map(Arguments::of);
  }

  @ParameterizedTest
  @MethodSource("looks")
  void aQuarrelIsReadableByEverybody(Chromium.Look look) {
    ArticleId article = quarrel("Gut zu lesen");
    try (Visit visit = new Visit(paper, look, true)) {
      visit.open(Links.article(article));
      visit.looksRight();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void textTypedBeforeTheLoginSurvivesIt(boolean script) {
    ArticleId article = quarrel("Erst schreiben, " + (script ? "mit" : "ohne") + " Skript");
    TestReaders.withPassword(paper, "Vroni " + script);
    try (Visit visit = new Visit(paper, Chromium.Look.PHONE, script)) {
      Page page = visit.open(Links.article(article));
      page.locator("form.write textarea").fill("Ein langer Text, den niemand verlieren will.");
      page.locator("form.write .button").click();
      assertThat(page.locator("[name=login]")).isVisible();
      visit.looksRight();
      page.locator("[name=login]").fill("Vroni " + script);
      page.locator("[name=password]").fill(TestReaders.PASSWORD);
      page.locator("main form button").first().click();
      assertThat(page.locator("form.write textarea").first())
          .hasValue("Ein langer Text, den niemand verlieren will.");
      page.locator("form.write .button").first().click();
      assertThat(page.locator(".comment-text", new Page.LocatorOptions().setHasText("verlieren")))
          .hasCount(1);
      visit.looksRight();
    }
  }

  @Test
  void aReaderRatesAnswersAndFoldsWithoutAPageLoad() {
    ArticleId article = quarrel("Ohne Laden");
    TestReaders.withPassword(paper, "Sepp");
    try (Visit visit = new Visit(paper, Chromium.Look.DESKTOP, true)) {
      Page page = logIn(visit, "Sepp");
      visit.open(Links.article(article));
      assertThat(page.locator(".corner")).hasText("Sepp");
      assertThat(page.locator(".wall").first()).isHidden();
      page.evaluate("window.stillHere = true");

      Locator up = page.locator("#kommentar-1 .vote-up");
      up.click();
      assertThat(up).hasAttribute("aria-pressed", "true");
      assertThat(up.locator(".vote-count")).hasText("1");
      page.locator("#kommentar-1 .vote-down").click();
      assertThat(up.locator(".vote-count")).hasText("0");
      assertThat(page.locator("#kommentar-1 .vote-down .vote-count")).hasText("1");
      page.locator("#kommentar-1 .vote-down").click();
      assertThat(page.locator("#kommentar-1 .vote-down .vote-count")).hasText("0");

      page.locator("#kommentar-1 .comment-reply").click();
      Locator reply = page.locator("form.write-reply");
      assertThat(reply.locator("textarea")).isFocused();
      reply.locator("textarea").fill("@N.G….. das sehe ich anders");
      reply.locator(".button").click();
      assertThat(page.locator(".comment-new .mention")).hasText("@N.G.");
      assertThat(page.locator("#kommentare-titel")).hasText(Pattern.compile("^4 Kommentare"));
      assertThat(reply).hasCount(0);

      Locator fold = page.locator("#kommentar-1 > .fold");
      fold.click();
      assertThat(page.locator("#kommentar-2")).isHidden();
      assertThat(fold).hasText("3 Antworten anzeigen");
      fold.click();
      assertThat(page.locator("#kommentar-2")).isVisible();
      org.assertj.core.api.Assertions.assertThat(page.evaluate("window.stillHere")).isEqualTo(true);
      visit.looksRight();
    }
  }

  @Test
  void aDraftOutlivesTheTabAndARefusalKeepsTheText() {
    ArticleId article = quarrel("Entwurf");
    TestReaders.withPassword(paper, "Traudl");
    try (Visit visit = new Visit(paper, Chromium.Look.DESKTOP, true)) {
      Page page = logIn(visit, "Traudl");
      visit.open(Links.article(article));
      page.locator("form.write textarea").fill("x".repeat(2001));
      assertThat(page.locator(".write-count").first()).hasText("-1");
      page.locator("form.write .button").click();
      assertThat(page.locator("form.write .form-error")).containsText("2.001 Zeichen");
      visit.open("/");
      visit.open(Links.article(article));
      assertThat(page.locator("form.write textarea")).hasValue("x".repeat(2001));
    }
  }

  @Test
  void whatIsNewSinceTheLastVisitIsMarkedAndOneKeyAway() {
    ArticleId article = quarrel("Was ist neu");
    TestReaders.withPassword(paper, "Burgl");
    try (Visit visit = new Visit(paper, Chromium.Look.DESKTOP, true)) {
      Page page = logIn(visit, "Burgl");
      page.waitForResponse(
          answer -> answer.url().endsWith("/gelesen"), () -> visit.open(Links.article(article)));
      assertThat(page.locator(".comment-unread")).hasCount(0);
      post(article, "Neu dazugekommen");
      visit.open(Links.article(article));
      assertThat(page.locator(".unread-count")).containsText("1 neuer");
      page.keyboard().press("n");
      assertThat(page.locator("#kommentar-4")).isFocused();
    }
  }

  @Test
  void theKeyboardAloneIsEnough() {
    ArticleId article = quarrel("Nur Tasten");
    TestReaders.withPassword(paper, "Resi");
    try (Visit visit = new Visit(paper, Chromium.Look.DESKTOP, true)) {
      Page page = logIn(visit, "Resi");
      visit.open(Links.article(article));
      page.locator("form.write textarea").focus();
      page.keyboard().type("Getippt");
      page.keyboard().press("Control+Enter");
      assertThat(page.locator(".comment-new .comment-text")).hasText("Getippt");
      page.locator("#kommentar-1 .comment-reply").focus();
      page.keyboard().press("Enter");
      assertThat(page.locator("form.write-reply textarea")).isFocused();
      page.keyboard().press("Escape");
      assertThat(page.locator("form.write-reply")).hasCount(0);
      assertThat(page.locator("#kommentar-1 .comment-reply")).isFocused();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {".wall-in", ".wall-new"})
  void bothWaysInTakeTheTextAlongAlsoThatOfAnOpenAnswer(String way) {
    ArticleId article = quarrel("Mitgenommen " + way);
    TestReaders.withPassword(paper, "Moidl " + way.replace('.', '-'));
    try (Visit visit = new Visit(paper, Chromium.Look.DESKTOP, true)) {
      Page page = visit.open(Links.article(article));
      page.locator("form.write textarea").fill("Ein Anfang");
      page.locator("#kommentar-1 .comment-reply").click();
      page.locator("form.write-reply textarea").fill("Eine Antwort");
      page.locator(way).first().click();
      assertThat(page.locator(".form-note").first()).containsText("Dein Text ist aufgehoben");
      assertThat(page.locator(way.equals(".wall-in") ? "[name=login]" : "[name=rules]"))
          .isVisible();
      if (way.equals(".wall-in")) {
        page.locator("[name=login]").fill("Moidl -wall-in");
        page.locator("[name=password]").fill(TestReaders.PASSWORD);
        page.locator("main form button").first().click();
        assertThat(page.locator("#kommentar-1 + form.write textarea")).hasValue("Eine Antwort");
        assertThat(page.locator("form.write textarea").first()).hasValue("Ein Anfang");
        page.locator("#kommentar-1 + form.write .button").click();
        assertThat(page.locator(".comment-new .comment-text")).hasText("Eine Antwort");
        assertThat(page.locator("form.write-reply")).hasCount(0);
      }
    }
  }

  @Test
  void anAnswerWhoseCommentIsGoneIsShownWithAWordOnThePublicPageToo() {
    ArticleId article = quarrel("Antwort ins Leere");
    CommentId parent = post(article, "Gleich weg");
    TestReaders.withPassword(paper, "Notburga");
    try (Visit visit = new Visit(paper, Chromium.Look.PHONE, true)) {
      Page page = visit.open(Links.article(article));
      page.locator("#kommentar-" + parent.number() + " .comment-reply").click();
      page.locator("form.write-reply textarea").fill("Bleibt erhalten");
      page.locator("form.write-reply .button:not(.button-quiet)").click();
      discussion.delete(ng, parent);
      page.locator("[name=login]").fill("Notburga");
      page.locator("[name=password]").fill(TestReaders.PASSWORD);
      page.locator("main form button").first().click();
      assertThat(page.locator("form.write textarea")).hasValue("Bleibt erhalten");
      visit.open(Links.article(article));
      assertThat(page.locator("form.write")).hasCount(2);
      assertThat(page.locator("form.write textarea").first()).hasValue("");
      Locator kept = page.locator("form.write").nth(1);
      assertThat(kept.locator(".form-error")).containsText("kann man nicht mehr antworten");
      visit.looksRight();
      kept.locator(".button:not(.button-quiet)").click();
      assertThat(page.locator(".comment-new .comment-text")).hasText("Bleibt erhalten");
      visit.open(Links.article(article));
      assertThat(page.locator("form.write")).hasCount(1);
    }
  }

  private static Page logIn(Visit visit, String name) {
    Page page = visit.open("/anmelden");
    page.locator("[name=login]").fill(name);
    page.locator("[name=password]").fill(TestReaders.PASSWORD);
    page.locator("main form button").first().click();
    page.waitForURL(url -> !url.contains("/anmelden"));
    return page;
  }

  private ArticleId quarrel(String headline) {
    ArticleId article = TestArticles.publish(paper, headline);
    CommentId root = post(article, "Das ist **falsch**, siehe https://www.example.org/beleg");
    CommentId reply = reply(root, "> Das ist falsch\n\nIst es nicht.");
    reply(reply, "👏");
    return article;
  }

  private CommentId post(ArticleId article, String text) {
    return discussion
        .post(ng, article, text, UUID.randomUUID(), Clock.systemUTC().instant())
        .comment()
        .id();
  }

  private CommentId reply(CommentId parent, String text) {
    return discussion
        .reply(ng, parent, text, UUID.randomUUID(), Clock.systemUTC().instant())
        .comment()
        .id();
  }
}
