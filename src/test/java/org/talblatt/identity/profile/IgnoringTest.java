package org.talblatt.identity.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.talblatt.base.ArticleId;
import org.talblatt.base.Links;
import org.talblatt.discussion.Discussion;
import org.talblatt.identity.Reader;
import org.talblatt.testing.Statements;
import org.talblatt.testing.TestArticles;
import org.talblatt.testing.TestBrowser;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;

/** Not wanting to read somebody. */
class IgnoringTest {
  private static final TestPaper paper = TestPaper.start();

  @AfterAll
  static void stop() {
    paper.close();
  }

  @Test
  void theirCommentsFoldForWhoIgnoresThemAndForNobodyElse() {
    Reader loud = TestReaders.create(paper, "Laut Grob");
    Reader calm = TestReaders.create(paper, "Ruhig");
    TestBrowser browser = TestBrowser.as(paper, TestReaders.create(paper, "Empfindlich"));
    ArticleId article = TestArticles.publish(paper, "Heißes Thema");
    int number = write(loud, article);
    int other = write(calm, article);
    String path =
        new TestBrowser(paper)
            .follow(new TestBrowser(paper).get(Links.article(article)))
            .uri()
            .getPath();
    String before = new TestBrowser(paper).get(path).body();
    assertThat(overlay(browser, article)).contains("\"ignored\" : []");
    Document view = personal(browser, article);
    assertThat(view.select("details.comment-folded")).isEmpty();
    assertThat(view.select("button.comment-ignore")).hasSize(2);
    HttpResponse<String> done =
        browser.post(
            "/leser/Laut%20Grob/ignoriert",
            "artikel", article.toString(), "kommentar", Integer.toString(number));
    assertThat(done.headers().firstValue("Location")).contains(Links.personalView(article, number));
    assertThat(overlay(browser, article)).contains("\"ignored\" : [%d]".formatted(number));
    view = personal(browser, article);
    assertThat(view.select("details.comment-folded > summary").eachText())
        .containsExactly("Kommentar von Laut Grob anzeigen");
    assertThat(view.select("details.comment-folded #kommentar-" + number)).hasSize(1);
    assertThat(view.select("details.comment-folded #kommentar-" + other)).isEmpty();
    assertThat(new TestBrowser(paper).get(path).body()).isEqualTo(before);
    assertThat(overlay(TestBrowser.as(paper, loud), article)).contains("\"ignored\" : []");
    assertThat(Statements.during(paper, () -> overlay(browser, article))).hasSize(1);
  }

  @Test
  void whomOneIgnoresStandsInAListThatGivesThemBack() {
    TestReaders.create(paper, "Nervensäge");
    TestBrowser browser = TestBrowser.as(paper, TestReaders.create(paper, "Listig"));
    assertThat(browser.get("/konto/ignoriert").body()).contains("Du ignorierst niemanden");
    HttpResponse<String> added = browser.post("/leser/nervens%C3%A4ge/ignoriert");
    browser.post("/leser/Nervens%C3%A4ge/ignoriert");
    Document list = Jsoup.parse(browser.follow(added).body());
    assertThat(list.select(".ignored a").eachText()).containsExactly("Nervensäge");
    HttpResponse<String> removed = browser.post("/konto/ignoriert/entfernen", "name", "Nervensäge");
    assertThat(browser.follow(removed).body()).contains("Du ignorierst niemanden");
    browser.post("/konto/ignoriert/entfernen", "name", "Niemand");
  }

  @Test
  void nobodyIgnoresThemselvesOrWhoDoesNotExist() {
    TestBrowser browser = TestBrowser.as(paper, TestReaders.create(paper, "Selbstlos"));
    HttpResponse<String> self = browser.post("/leser/Selbstlos/ignoriert");
    assertThat(self.statusCode()).isEqualTo(422);
    assertThat(self.body()).contains("Dich selbst kannst du nicht ignorieren");
    assertThat(browser.post("/leser/Gibtsnicht/ignoriert").statusCode()).isEqualTo(404);
    assertThat(browser.post("/leser/" + "x".repeat(900) + "/ignoriert").statusCode())
        .isEqualTo(404);
  }

  @Test
  void whoIsNotLoggedInIsLedToTheLoginAndBackToThePage() {
    TestReaders.create(paper, "Ziel Person");
    TestBrowser anybody = new TestBrowser(paper);
    HttpResponse<String> led = anybody.post("/leser/Ziel%20Person/ignoriert");
    assertThat(led.statusCode()).isEqualTo(303);
    HttpResponse<String> login = anybody.follow(led);
    assertThat(TestBrowser.field(login, "zurueck")).isEqualTo("/leser/Ziel%20Person");
    assertThat(anybody.json("POST", "/leser/Ziel%20Person/ignoriert", "").statusCode())
        .isEqualTo(401);
  }

  private static int write(Reader reader, ArticleId article) {
    return paper
        .door(Discussion.class)
        .post(reader, article, "Meine Meinung.", UUID.randomUUID(), Clock.systemUTC().instant())
        .comment()
        .number();
  }

  private static String overlay(TestBrowser browser, ArticleId article) {
    return browser.get("/ich/artikel/" + article).body();
  }

  private static Document personal(TestBrowser browser, ArticleId article) {
    return Jsoup.parse(browser.get(Links.personalView(article)).body());
  }
}
