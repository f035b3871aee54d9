package org.talblatt.discussion;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.talblatt.base.ArticleId;
import org.talblatt.base.CommentId;
import org.talblatt.base.Links;
import org.talblatt.identity.Reader;
import org.talblatt.testing.TestArticles;
import org.talblatt.testing.TestBrowser;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;

/** Nothing that somebody typed is lost: not behind the login, not beside another text. */
class KeptTextTest {
  private static final TestPaper paper = TestPaper.start();
  private static final Reader anna = TestReaders.withPassword(paper, "Anna");
  private static final Reader ng = TestReaders.create(paper, "N.G.");

  private final Discussion discussion = paper.door(Discussion.class);
  private final TestBrowser browser = new TestBrowser(paper);

  @AfterAll
  static void stop() {
    paper.close();
  }

  @Test
  void anAnswerToACommentFarDownIsShownOnItsPage() {
    ArticleId article = TestArticles.publish(paper, "Weit unten");
    for (int i = 1; i <= 60; i++) {
      post(article, "Nummer " + i);
    }
    HttpResponse<String> in = logIn(typed(reply(article, 2), "Zu Nummer zwei"));
    assertThat(in.headers().firstValue("Location")).contains(Links.personalView(article, 2));
    Document view = Jsoup.parse(browser.follow(in).body());
    assertThat(view.select("#kommentar-2 + form.write textarea").val()).isEqualTo("Zu Nummer zwei");
    Document first = own(article);
    assertThat(first.select(".talk-kept a").attr("href")).isEqualTo(Links.personalView(article, 2));
    assertThat(first.select("form.write textarea").val()).as("not in the root's form").isEmpty();
  }

  @Test
  void anAnswerWhoseCommentIsGoneStandsInTheMainFormWithAWordAboutIt() {
    ArticleId article = TestArticles.publish(paper, "Weg");
    CommentId parent = post(article, "Verschwindet");
    HttpResponse<String> wall = typed(reply(article, 1), "Meine Antwort");
    discussion.delete(ng, parent);
    Document view = Jsoup.parse(browser.follow(logIn(wall)).body());
    assertThat(view.select("form.write")).hasSize(1);
    assertThat(view.select("form.write textarea").val()).isEqualTo("Meine Antwort");
    assertThat(view.select("form.write .form-error").text())
        .contains("kann man nicht mehr antworten");
    browser.post(
        Links.comments(article),
        "text",
        "Meine Antwort",
        "aufgehoben",
        view.select("[name=aufgehoben]").val());
    assertThat(own(article).select("form.write textarea").eachText()).isEmpty();
  }

  @Test
  void everyTextThatWaitsStandsInItsFormAndPostingOneLeavesTheOthers() {
    ArticleId article = TestArticles.publish(paper, "Zwei Texte");
    post(article, "Anfang");
    logIn(typed(Links.comments(article), "Mein eigener Anfang"));
    browser.cookies().clear();
    logIn(typed(reply(article, 1), "Meine Antwort"));
    Document both = own(article);
    assertThat(both.select("form.write textarea").eachText())
        .containsExactly("Mein eigener Anfang", "Meine Antwort");
    browser.post(reply(article, 1), "text", "Meine Antwort");
    assertThat(own(article).select("form.write textarea").eachText())
        .containsExactly("Mein eigener Anfang");
    browser.post(Links.comments(article), "text", "Mein eigener Anfang");
    assertThat(own(article).select("form.write textarea").eachText()).isEmpty();
  }

  @Test
  void aChangeTypedWhileTheSessionEndedStandsInItsFormAfterTheLogin() {
    ArticleId article = TestArticles.publish(paper, "Lange überlegt");
    TestBrowser.as(paper, anna).post(Links.comments(article), "text", "Erste Fassung");
    String edit = Links.comments(article) + "/1/bearbeiten";
    HttpResponse<String> wall = browser.post(edit, "text", "Viel bessere Fassung", "fassung", "1");
    assertThat(wall.statusCode()).isEqualTo(401);
    HttpResponse<String> in = logIn(wall);
    assertThat(in.headers().firstValue("Location")).contains(edit);
    Document form = Jsoup.parse(browser.follow(in).body());
    assertThat(form.select("textarea").val()).isEqualTo("Viel bessere Fassung");
    assertThat(own(article).select("#kommentar-1 .comment-text").text()).isEqualTo("Erste Fassung");
    browser.post(
        edit, "text", "Viel bessere Fassung", "fassung", form.select("[name=fassung]").val());
    assertThat(own(article).select("#kommentar-1 .comment-text").text())
        .isEqualTo("Viel bessere Fassung");
    assertThat(Jsoup.parse(browser.get(edit).body()).select("textarea").val())
        .isEqualTo("Viel bessere Fassung");
  }

  @Test
  void aChangeThatComesTooLateIsStillThereToCopy() {
    ArticleId article = TestArticles.publish(paper, "Zu spät");
    TestBrowser.as(paper, anna).post(Links.comments(article), "text", "Erste Fassung");
    HttpResponse<String> wall =
        browser.post(Links.comments(article) + "/1/bearbeiten", "text", "Neu", "fassung", "1");
    discussion.reply(
        ng,
        new CommentId(article, 1),
        "Schon beantwortet",
        UUID.randomUUID(),
        Clock.systemUTC().instant());
    HttpResponse<String> answer = browser.follow(logIn(wall));
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(Jsoup.parse(answer.body()).select("textarea").val()).isEqualTo("Neu");
  }

  @Test
  void whoWantsToDeleteAndIsNotLoggedInComesBackToTheQuestion() {
    ArticleId article = TestArticles.publish(paper, "Löschen");
    TestBrowser.as(paper, anna).post(Links.comments(article), "text", "Weg damit");
    String path = Links.comments(article) + "/1/loeschung";
    assertThat(browser.post(path).headers().firstValue("Location")).contains(Links.login(path));
    assertThat(browser.get("/artikel/" + article).statusCode()).isEqualTo(301);
    assertThat(browser.json("POST", path, "").statusCode()).isEqualTo(401);
  }

  @Test
  void theWayToTheRegistrationTakesTheTextAlongToo() {
    ArticleId article = TestArticles.publish(paper, "Neu hier");
    HttpResponse<String> wall =
        browser.post(Links.comments(article), "text", "Schon getippt", "schritt", "neu");
    assertThat(wall.statusCode()).isEqualTo(401);
    assertThat(wall.body()).contains("Konto anlegen", "Dein Text ist aufgehoben", "name=\"rules\"");
    assertThat(TestBrowser.field(wall, "text")).hasSize(43);
    HttpResponse<String> empty =
        browser.post(Links.comments(article), "text", " ", "schritt", "neu");
    assertThat(empty.body()).doesNotContain("Dein Text ist aufgehoben");
    assertThat(TestBrowser.field(empty, "zurueck")).isEqualTo(Links.personalView(article));
  }

  @Test
  void whatWasDeletedCanBeWrittenAgainAndADoubleClickStillPostsOnce() {
    ArticleId article = TestArticles.publish(paper, "Noch einmal");
    TestBrowser writer = TestBrowser.as(paper, anna);
    writer.post(Links.comments(article), "text", "Dasselbe");
    writer.post(Links.comments(article) + "/1/loeschung");
    writer.post(Links.comments(article), "text", "Dasselbe");
    writer.post(Links.comments(article), "text", "Dasselbe");
    Document view = own(writer, article);
    assertThat(view.select(".comment").eachAttr("data-number")).containsExactly("2");
  }

  @Test
  void theOwnViewsFormsCarryAKeyThatTellsTwoFormsAndTwoTextsApart() {
    ArticleId article = TestArticles.publish(paper, "Schlüssel");
    TestBrowser writer = TestBrowser.as(paper, anna);
    String key = own(writer, article).select("form.write [name=abgabe]").val();
    for (int i = 0; i < 2; i++) {
      writer.post(Links.comments(article), "text", "Einmal", "abgabe", key);
    }
    writer.post(Links.comments(article), "text", "Zurück und anders", "abgabe", key);
    String next = own(writer, article).select("form.write [name=abgabe]").val();
    assertThat(next).isNotEqualTo(key);
    writer.post(Links.comments(article), "text", "Einmal", "abgabe", next);
    assertThat(own(writer, article).select(".comment-text").eachText())
        .containsExactly("Einmal", "Zurück und anders", "Einmal");
    String page = new TestBrowser(paper).get(path(article)).body();
    assertThat(page).as("the page for all has none").doesNotContain("name=\"abgabe\"");
  }

  private static String path(ArticleId article) {
    return "/politik/schluessel-" + article;
  }

  private static String reply(ArticleId article, int number) {
    return Links.comments(article) + "/" + number + "/antworten";
  }

  /** What the login wall answers to a text. */
  private HttpResponse<String> typed(String path, String text) {
    HttpResponse<String> wall = browser.post(path, "text", text);
    assertThat(wall.statusCode()).isEqualTo(401);
    return wall;
  }

  private HttpResponse<String> logIn(HttpResponse<String> wall) {
    String key = TestBrowser.field(wall, "text");
    HttpResponse<String> in =
        browser.post("/anmelden", "login", "Anna", "password", TestReaders.PASSWORD, "text", key);
    assertThat(in.statusCode()).isEqualTo(303);
    return in;
  }

  private Document own(ArticleId article) {
    return own(browser, article);
  }

  private static Document own(TestBrowser browser, ArticleId article) {
    return Jsoup.parse(browser.get(Links.personalView(article)).body());
  }

  private CommentId post(ArticleId article, String text) {
    return discussion
        .post(ng, article, text, UUID.randomUUID(), Clock.systemUTC().instant())
        .comment()
        .id();
  }
}
