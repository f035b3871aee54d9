package org.talblatt.discussion;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.talblatt.article.DiscussionRules;
import org.talblatt.article.Publishing;
import org.talblatt.base.ArticleId;
import org.talblatt.base.Links;
import org.talblatt.identity.Reader;
import org.talblatt.testing.TestArticles;
import org.talblatt.testing.TestBrowser;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;

/** The talk in a browser without JavaScript. */
class CommentPagesTest {
  private static final TestPaper paper = TestPaper.start();
  private static final Reader anna = TestReaders.withPassword(paper, "Anna");
  private static final Reader ng = TestReaders.create(paper, "N.G.");

  private final Discussion discussion = paper.door(Discussion.class);

  @AfterAll
  static void stop() {
    paper.close();
  }

  @Test
  void whoIsNotLoggedInReadsEverythingAndIsToldHowToTakePart() {
    ArticleId article = TestArticles.publish(paper, "Gipfel in Wien");
    for (int i = 1; i <= 12; i++) {
      post(ng, article, "Nummer " + i);
    }
    Document page = page(new TestBrowser(paper), article);
    assertThat(page.select("#kommentare h2").eachText())
        .containsExactly("Hinterlasse einen Kommentar", "12 Kommentare auf „Gipfel in Wien“");
    assertThat(page.select(".wall > span:first-child").eachText())
        .hasSize(2)
        .containsOnly("Du musst angemeldet sein, um Kommentare schreiben oder bewerten zu können.");
    assertThat(page.select(".comment")).hasSize(12);
    assertThat(page.select("#kommentare noscript a").attr("href"))
        .isEqualTo(Links.personalView(article));
  }

  @Test
  void noneAndOneAreSaidInProperGerman() {
    ArticleId article = TestArticles.publish(paper, "Leise");
    assertThat(title(article)).isEqualTo("Noch keine Kommentare auf „Leise“");
    post(ng, article, "Der einzige");
    assertThat(title(article)).isEqualTo("1 Kommentar auf „Leise“");
  }

  private String title(ArticleId article) {
    return page(new TestBrowser(paper), article).select("#kommentare-titel").text();
  }

  @Test
  void aTextTypedBeforeTheLoginStandsInItsFormAfterIt() {
    ArticleId article = TestArticles.publish(paper, "Lange Rede");
    TestBrowser browser = new TestBrowser(paper);
    String typed = "Ein langer Text.\nMit „Zeilen“ & <Zeichen>.";
    HttpResponse<String> wall = browser.post(Links.comments(article), "text", typed);
    assertThat(wall.statusCode()).isEqualTo(401);
    String key = TestBrowser.field(wall, "text");
    HttpResponse<String> in =
        browser.post("/anmelden", "login", "Anna", "password", TestReaders.PASSWORD, "text", key);
    assertThat(in.statusCode()).isEqualTo(303);
    Document view = Jsoup.parse(browser.follow(in).body());
    assertThat(view.select("form.write textarea").val()).isEqualTo(typed);
    assertThat(view.select(".comment")).as("never sent by itself").isEmpty();
    browser.post(Links.comments(article), "text", typed);
    assertThat(page(browser, article).select(".comment-text").text())
        .isEqualTo("Ein langer Text. Mit „Zeilen“ & <Zeichen>.");
    assertThat(ownView(browser, article).select("form.write textarea").val()).isEmpty();
  }

  @Test
  void aReaderWritesAnswersRatesChangesAndDeletes() {
    ArticleId article = TestArticles.publish(paper, "Alles ohne Skript");
    TestBrowser browser = TestBrowser.as(paper, anna);
    post(ng, article, "Der Anfang");
    HttpResponse<String> sent = browser.post(Links.comments(article), "text", "Mein Satz");
    assertThat(sent.statusCode()).isEqualTo(303);
    assertThat(browser.follow(sent).body()).contains("Mein Satz");

    Element reply = page(browser, article).selectFirst("#kommentar-1 .comment-reply");
    Document form = Jsoup.parse(browser.get(attr(reply, "href")).body());
    assertThat(form.select(".comment-quoted").text()).isEqualTo("N.G. Der Anfang");
    browser.post(attr(form.selectFirst("form.write"), "action"), "text", "@N.G….. so nicht");
    Document after = page(browser, article);
    assertThat(after.select("#kommentar-3 .mention").text()).isEqualTo("@N.G.");
    assertThat(after.select("#kommentar-3").hasClass("depth-1")).isTrue();

    vote(browser, article, "1");
    Document rated = ownView(browser, article);
    Element up = rated.selectFirst("#kommentar-1 .vote-up");
    assertThat(attr(up, "aria-pressed")).isEqualTo("true");
    assertThat(attr(up, "value")).as("pressed again, it is taken back").isEqualTo("0");
    assertThat(up).isNotNull();
    assertThat(rated.select("#kommentar-1 .vote-up .vote-count").text()).isEqualTo("1");
    vote(browser, article, "0");
    assertThat(ownView(browser, article).select("#kommentar-1 .vote-up .vote-count").text())
        .isEqualTo("0");

    String edit = Links.comments(article) + "/2/bearbeiten";
    Document editing = Jsoup.parse(browser.get(edit).body());
    assertThat(editing.select("textarea").val()).isEqualTo("Mein Satz");
    browser.post(
        edit, "text", "Mein besserer Satz", "fassung", editing.select("[name=fassung]").val());
    assertThat(page(browser, article).select("#kommentar-2 .comment-text").text())
        .isEqualTo("Mein besserer Satz");
    browser.post(Links.comments(article) + "/2/loeschung");
    assertThat(page(browser, article).select("#kommentar-2")).isEmpty();
  }

  @Test
  void aRefusedTextIsKeptInItsForm() {
    ArticleId article = TestArticles.publish(paper, "Zu lang");
    TestBrowser browser = TestBrowser.as(paper, anna);
    String typed = "ü".repeat(2001);
    HttpResponse<String> refused = browser.post(Links.comments(article), "text", typed);
    assertThat(refused.statusCode()).isEqualTo(422);
    Document page = Jsoup.parse(refused.body());
    assertThat(page.select("textarea").val()).isEqualTo(typed);
    assertThat(page.select(".form-error").text())
        .isEqualTo("Der Kommentar hat 2.001 Zeichen, 2.000 sind erlaubt. Bitte kürze ihn.");
  }

  @Test
  void whoIsTooFastIsToldWhenToTryAgain() {
    ArticleId article =
        TestArticles.publish(
            paper,
            "Gemach",
            new DiscussionRules(DiscussionRules.Mode.OPEN, null, Duration.ofMinutes(5)));
    TestBrowser browser = TestBrowser.as(paper, anna);
    browser.post(Links.comments(article), "text", "Eins");
    HttpResponse<String> slow = browser.post(Links.comments(article), "text", "Zwei");
    assertThat(slow.statusCode()).isEqualTo(429);
    assertThat(Integer.parseInt(slow.headers().firstValue("Retry-After").orElseThrow()))
        .isBetween(1, 300);
    assertThat(Jsoup.parse(slow.body()).select("textarea").val()).isEqualTo("Zwei");
  }

  @Test
  void twoEditsAtOnceAreADecisionNotALoss() {
    ArticleId article = TestArticles.publish(paper, "Zweimal geändert");
    TestBrowser browser = TestBrowser.as(paper, anna);
    browser.post(Links.comments(article), "text", "Eins");
    String edit = Links.comments(article) + "/1/bearbeiten";
    browser.post(edit, "text", "Zwei", "fassung", "1");
    HttpResponse<String> conflict = browser.post(edit, "text", "Drei", "fassung", "1");
    assertThat(conflict.statusCode()).isEqualTo(409);
    Document page = Jsoup.parse(conflict.body());
    assertThat(page.select("textarea").val()).isEqualTo("Drei");
    assertThat(page.select(".comment-quoted").text()).contains("Zwei");
    browser.post(edit, "text", "Drei", "fassung", page.select("[name=fassung]").val());
    assertThat(page(browser, article).select("#kommentar-1 .comment-text").text())
        .isEqualTo("Drei");
  }

  @Test
  void whatIsWithdrawnIsGoneWithItsTalk() {
    ArticleId article = TestArticles.publish(paper, "Zurückgezogen");
    post(ng, article, "Bald weg");
    paper.door(Publishing.class).withdraw(article);
    TestBrowser browser = TestBrowser.as(paper, anna);
    for (String path :
        List.of(
            Links.comments(article) + "/1",
            Links.comments(article) + "/1/antworten",
            Links.personalView(article),
            "/api/v1/articles/" + article + "/comments")) {
      assertThat(browser.get(path).statusCode()).as(path).isEqualTo(410);
    }
    assertThat(browser.post(Links.comments(article), "text", "x").statusCode()).isEqualTo(410);
  }

  @Test
  void aClosedTalkSaysSoBeforeAnybodyLogsIn() {
    ArticleId article =
        TestArticles.publish(
            paper,
            "Geschlossen",
            new DiscussionRules(DiscussionRules.Mode.CLOSED, null, Duration.ZERO));
    TestBrowser stranger = new TestBrowser(paper);
    assertThat(stranger.post(Links.comments(article), "text", "x").statusCode()).isEqualTo(403);
    assertThat(stranger.get(Links.comments(article) + "/1/antworten").statusCode()).isEqualTo(403);
  }

  @Test
  void theOwnCommentCannotBeRatedAndOthersCannotBeChanged() {
    ArticleId article = TestArticles.publish(paper, "Rechte");
    TestBrowser browser = TestBrowser.as(paper, anna);
    browser.post(Links.comments(article), "text", "Meins");
    post(ng, article, "Seins");
    assertThat(ownView(browser, article).select("#kommentar-1 form.vote")).isEmpty();
    assertThat(vote(browser, article, "1").statusCode()).isEqualTo(403);
    assertThat(browser.post(Links.comments(article) + "/2/loeschung").statusCode()).isEqualTo(403);
    assertThat(browser.get(Links.comments(article) + "/2/bearbeiten").statusCode()).isEqualTo(404);
  }

  @Test
  void aPermalinkLeadsToTheRightPageOfALongThread() {
    ArticleId article = TestArticles.publish(paper, "Lang");
    for (int i = 1; i <= 120; i++) {
      post(ng, article, "Nummer " + i);
    }
    TestBrowser browser = new TestBrowser(paper);
    HttpResponse<String> link = browser.get(Links.comments(article) + "/15");
    assertThat(link.statusCode()).isEqualTo(302);
    assertThat(link.headers().firstValue("Location").orElseThrow())
        .endsWith("?seite=3#kommentar-15");
    Document third = Jsoup.parse(browser.follow(link).body());
    assertThat(third.select(".comment").eachAttr("data-number")).hasSize(20).contains("15");
    assertThat(browser.get(Links.comments(article) + "/121").statusCode()).isEqualTo(404);
    assertThat(browser.get("/artikel/" + article + "?seite=2").headers().firstValue("Location"))
        .get()
        .asString()
        .endsWith("?seite=2");
    String path = page(browser, article).select("link[rel=canonical]").attr("href");
    String local = path.replaceFirst("^http://[^/]+", "");
    assertThat(browser.get(local + "?seite=4").statusCode()).isEqualTo(404);
    assertThat(browser.get(local + "?seite=1").statusCode()).isEqualTo(301);
    assertThat(browser.get(local + "?sortierung=quer").statusCode()).isEqualTo(301);
    Document oldest = Jsoup.parse(browser.get(local + "?sortierung=aelteste").body());
    assertThat(oldest.select(".comment").eachAttr("data-number")).startsWith("1", "2");
  }

  @Test
  void nonsenseIsAnsweredInTheFrameAndNeverAsAFault() {
    ArticleId article = TestArticles.publish(paper, "Unsinn");
    TestBrowser browser = TestBrowser.as(paper, anna);
    assertThat(browser.post("/artikel/999999/kommentare", "text", "x").statusCode()).isEqualTo(404);
    assertThat(browser.post(Links.comments(article) + "/1/bewertung", "wert", "7").statusCode())
        .isEqualTo(422);
    assertThat(browser.post(Links.comments(article) + "/1/bewertung", "wert", "x").statusCode())
        .isEqualTo(422);
    assertThat(browser.get(Links.comments(article) + "/0").statusCode()).isEqualTo(404);
    assertThat(browser.get(Links.comments(article) + "/99999999999").statusCode()).isEqualTo(404);
    assertThat(
            browser.post(Links.comments(article), "text", "x", "abgabe", "kein uuid").statusCode())
        .isEqualTo(422);
  }

  private HttpResponse<String> vote(TestBrowser browser, ArticleId article, String value) {
    return browser.post(Links.comments(article) + "/1/bewertung", "wert", value);
  }

  private void post(Reader reader, ArticleId article, String text) {
    discussion.post(reader, article, text, UUID.randomUUID(), Clock.systemUTC().instant());
  }

  private static Document page(TestBrowser browser, ArticleId article) {
    return Jsoup.parse(browser.follow(browser.get(Links.article(article))).body());
  }

  private static Document ownView(TestBrowser browser, ArticleId article) {
    return Jsoup.parse(browser.get(Links.personalView(article)).body());
  }

  private static String attr(@org.jspecify.annotations.Nullable Element element, String name) {
    assertThat(element).isNotNull();
    return java.util.Objects.requireNonNull(element).attr(name);
  }
}
