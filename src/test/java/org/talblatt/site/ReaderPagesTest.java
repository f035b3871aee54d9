package org.talblatt.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.talblatt.article.Publishing;
import org.talblatt.base.ArticleId;
import org.talblatt.base.Links;
import org.talblatt.discussion.Comment;
import org.talblatt.discussion.Discussion;
import org.talblatt.discussion.Vote;
import org.talblatt.identity.Reader;
import org.talblatt.testing.Statements;
import org.talblatt.testing.TestArticles;
import org.talblatt.testing.TestBrowser;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;

/** What everybody may know of a reader, and what readers find of their own talk. */
class ReaderPagesTest {
  private static final TestPaper paper = TestPaper.start();
  private static final Discussion discussion = paper.door(Discussion.class);
  private final TestBrowser anybody = new TestBrowser(paper);

  @AfterAll
  static void stop() {
    paper.close();
  }

  @Test
  void itShowsWhatEverybodyCanSeeTheNewestFirst() {
    Reader reader = TestReaders.create(paper, "Fleißig");
    TestBrowser own = TestBrowser.as(paper, reader);
    own.post("/konto/profil", "line", "Imkerin <b>aus</b> Laitau");
    ArticleId first = TestArticles.publish(paper, "Rathaus wird umgebaut");
    ArticleId second = TestArticles.publish(paper, "Bahn fährt wieder");
    Comment older = write(reader, first, "Das wurde Zeit.");
    write(reader, second, "Endlich!");
    Comment gone = write(reader, second, "Doch nicht.");
    discussion.delete(reader, gone.id());
    rate(TestReaders.create(paper, "Zustimmend"), older, Vote.UP);
    rate(TestReaders.create(paper, "Ablehnend"), older, Vote.DOWN);
    Document page = open("/leser/Flei%C3%9Fig");
    assertThat(page.select(".said h3").eachText())
        .containsExactly("Bahn fährt wieder", "Rathaus wird umgebaut");
    assertThat(page.select(".said h3 a").getLast().attr("href"))
        .isEqualTo(Links.comment(older.id()));
    assertThat(page.select(".reader-line").text()).isEqualTo("Imkerin <b>aus</b> Laitau");
    assertThat(page.select(".reader-facts").text())
        .contains("dabei seit", "2 Kommentare", "1 Zustimmung", "1 Ablehnung");
    assertThat(page.select("meta[name=robots]").attr("content")).isEqualTo("noindex");
    assertThat(page.select("svg.portrait text").text()).isEqualTo("F");
  }

  @Test
  void theNameBesideACommentLeadsThereAndAnOldNameToTheNewOne() {
    Reader reader = TestReaders.create(paper, "Alt.Frau");
    ArticleId article = TestArticles.publish(paper, "Neue Namen");
    write(reader, article, "Mein Kommentar.");
    String path = address(article);
    assertThat(author(path).attr("href")).isEqualTo("/leser/Alt.Frau");
    TestBrowser.as(paper, reader).post("/konto/name", "name", "Ganz neu");
    assertThat(author(path).attr("href")).isEqualTo("/leser/Ganz%20neu");
    assertThat(author(path).text()).isEqualTo("Ganz neu");
    for (String before : List.of("Alt.Frau", "alt.FRAU", "ganz%20NEU", "Ganz%20neu/")) {
      HttpResponse<String> moved = anybody.get("/leser/" + before);
      assertThat(moved.statusCode()).as(before).isEqualTo(301);
      assertThat(location(moved)).as(before).isEqualTo("/leser/Ganz%20neu");
    }
    assertThat(open("/leser/Ganz%20neu").select(".said")).hasSize(1);
  }

  @Test
  void aHiddenProfileSaysNothingButThatItIsHidden() {
    Reader reader = TestReaders.create(paper, "Verborgen");
    ArticleId article = TestArticles.publish(paper, "Im Stillen");
    write(reader, article, "Nur hier zu lesen.");
    TestBrowser own = TestBrowser.as(paper, reader);
    assertThat(open("/leser/Verborgen").select(".said")).hasSize(1);
    own.post("/konto/profil", "line", "Geheim", "hidden", "true");
    HttpResponse<String> hidden = anybody.get("/leser/Verborgen");
    assertThat(hidden.statusCode()).isEqualTo(404);
    assertThat(hidden.body())
        .contains("hält sein Profil verborgen", "noindex")
        .doesNotContain("Nur hier zu lesen", "Geheim", "Im Stillen");
    assertThat(anybody.get(address(article)).body()).contains("Nur hier zu lesen");
    own.post("/konto/profil", "line", "Geheim");
    assertThat(open("/leser/Verborgen").select(".said")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Niemand",
        "%00",
        "%3Cscript%3E",
        "Niemand?vor=1-1",
        "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
      })
  void whoIsNobodyHasNoPage(String name) {
    assertThat(anybody.get("/leser/" + name).statusCode()).isIn(400, 404);
  }

  @Test
  void whoIsBannedHasNoPage() {
    Reader reader = TestReaders.create(paper, "Gebannt");
    setState(reader, "banned");
    assertThat(anybody.get("/leser/Gebannt").statusCode()).isEqualTo(404);
    Reader suspended = TestReaders.create(paper, "Pausiert");
    setState(suspended, "suspended");
    assertThat(anybody.get("/leser/Pausiert").statusCode()).isEqualTo(200);
  }

  @Test
  void theListGoesOnBehindFiftyCommentsAndFollowsEveryWrite() {
    Reader reader = TestReaders.create(paper, "Vielschreiber");
    ArticleId article = TestArticles.publish(paper, "Lange Debatte");
    for (int i = 1; i <= 51; i++) {
      write(reader, article, "Nummer " + i);
    }
    Document page = open("/leser/Vielschreiber");
    assertThat(page.select(".said")).hasSize(50);
    assertThat(page.select(".said").getFirst().text()).contains("Nummer 51");
    String next = page.select("a[rel=next]").attr("href");
    Document last = open(next);
    assertThat(last.select(".said .comment-text").eachText()).containsExactly("Nummer 1");
    assertThat(last.select("a[rel=next]")).isEmpty();
    Comment newest = write(reader, article, "Nummer 52");
    assertThat(open("/leser/Vielschreiber").select(".said").getFirst().text())
        .contains("Nummer 52");
    discussion.reject(newest.id());
    assertThat(open("/leser/Vielschreiber").text()).doesNotContain("Nummer 52");
    assertThat(anybody.get("/leser/Vielschreiber?vor=" + article + "-99").statusCode())
        .isEqualTo(404);
    assertThat(anybody.get("/leser/Vielschreiber?vor=quer").statusCode()).isEqualTo(404);
    Document own = Jsoup.parse(TestBrowser.as(paper, reader).get("/konto/kommentare").body());
    assertThat(own.select(".said")).hasSize(50);
    assertThat(own.select(".said").getFirst().text())
        .contains("Nummer 52", "von der Moderation entfernt");
    Document further =
        Jsoup.parse(
            TestBrowser.as(paper, reader).get(own.select("a[rel=next]").attr("href")).body());
    assertThat(further.select(".said .comment-text").eachText())
        .containsExactly("Nummer 2", "Nummer 1");
  }

  @Test
  void itIsMadeWithAFewStatementsAndThenComesFromMemory() {
    Reader reader = TestReaders.create(paper, "Gezählt");
    ArticleId article = TestArticles.publish(paper, "Zahlen");
    for (int i = 0; i < 20; i++) {
      write(reader, article, "Nummer " + i);
    }
    String path = "/leser/Gez%C3%A4hlt";
    assertThat(Statements.during(paper, () -> anybody.get(path)))
        .as("reader, comments, sum, sections, and the paper where something changed")
        .hasSizeBetween(4, 5);
    assertThat(Statements.during(paper, () -> anybody.get(path))).isEmpty();
  }

  @Test
  void anArticleThatIsTakenOffTakesItsHeadlineWithIt() {
    Reader reader = TestReaders.create(paper, "Zeugin");
    ArticleId article = TestArticles.publish(paper, "Falschmeldung");
    Comment comment = write(reader, article, "Wirklich?");
    rate(TestReaders.create(paper, "Rater"), comment, Vote.UP);
    assertThat(open("/leser/Zeugin").text()).contains("Falschmeldung");
    paper.door(Publishing.class).withdraw(article);
    assertThat(open("/leser/Zeugin").text()).doesNotContain("Falschmeldung", "Wirklich?");
    Document own = Jsoup.parse(TestBrowser.as(paper, reader).get("/konto/kommentare").body());
    assertThat(own.select(".said").text())
        .contains("Wirklich?", "nicht mehr öffentlich")
        .doesNotContain("Falschmeldung");
  }

  @Test
  void ownVotesAreListedAndCanBeTakenBackAlsoWhereTheTalkIsOver() {
    Reader writer = TestReaders.create(paper, "Bewertete");
    Reader reader = TestReaders.create(paper, "Bewerterin");
    TestBrowser browser = TestBrowser.as(paper, reader);
    ArticleId article = TestArticles.publish(paper, "Streitfrage");
    Comment one = write(writer, article, "Ja.");
    Comment other = write(writer, article, "Nein.");
    rate(reader, one, Vote.UP);
    rate(reader, other, Vote.DOWN);
    Document list = Jsoup.parse(browser.get("/konto/bewertungen").body());
    assertThat(list.select(".said h2").eachText())
        .containsExactly("Bewertete zu „Streitfrage“", "Bewertete zu „Streitfrage“");
    db().sql("update article set discussion_mode = 'closed' where id = ?")
        .param(article.value())
        .update();
    HttpResponse<String> back =
        browser.post("/konto/bewertungen/zuruecknehmen", "kommentar", article + "-" + one.number());
    Document after = Jsoup.parse(browser.follow(back).body());
    assertThat(after.text()).contains("zurückgenommen");
    assertThat(after.select(".said .comment-text").eachText()).containsExactly("Nein.");
    assertThat(
            db().sql("select up from comment where article = ? and number = ?")
                .params(article.value(), one.number())
                .query(Integer.class)
                .single())
        .isZero();
    assertThat(browser.post("/konto/bewertungen/zuruecknehmen", "kommentar", "x").statusCode())
        .isEqualTo(404);
  }

  private Document open(String path) {
    HttpResponse<String> answer = anybody.get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return Jsoup.parse(answer.body());
  }

  private org.jsoup.nodes.Element author(String path) {
    return java.util.Objects.requireNonNull(open(path).selectFirst(".comment-author a"));
  }

  private String address(ArticleId article) {
    return location(anybody.get(Links.article(article)));
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElseThrow().replaceFirst("^http://[^/]+", "");
  }

  private static Comment write(Reader reader, ArticleId article, String text) {
    return discussion
        .post(reader, article, text, UUID.randomUUID(), Clock.systemUTC().instant())
        .comment();
  }

  private static void rate(Reader reader, Comment comment, Vote vote) {
    discussion.vote(reader, comment.id(), vote, Clock.systemUTC().instant());
  }

  private static JdbcClient db() {
    return paper.door(JdbcClient.class);
  }

  private static void setState(Reader reader, String state) {
    db().sql("update account set state = ? where id = ?")
        .params(state, reader.account().value())
        .update();
  }
}
