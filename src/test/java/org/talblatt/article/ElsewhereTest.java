package org.talblatt.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.talblatt.base.ArticleId;
import org.talblatt.base.Failure;
import org.talblatt.base.Links;
import org.talblatt.discussion.Discussion;
import org.talblatt.identity.Reader;
import org.talblatt.testing.TestArticles;
import org.talblatt.testing.TestBrowser;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;

/** Pages of other houses are talked under and stand in no list. */
class ElsewhereTest {
  private static final String ADDRESS = "https://bergblick.example/2026/huette?p=12";
  private static final String HEADLINE = "Die Hütte am Fremdsee";
  private static final TestPaper paper = TestPaper.start();
  private static final Reader anna = TestReaders.create(paper, "Anna");
  private static final TestBrowser browser = new TestBrowser(paper);
  private static final ArticleId ours = TestArticles.publish(paper, "Unser Artikel");
  private static final ArticleId foreign = open();

  private final Discussion discussion = paper.door(Discussion.class);
  private final Instant now = Clock.systemUTC().instant();

  @AfterAll
  static void stop() {
    paper.close();
  }

  private static ArticleId open() {
    return paper
        .door(Publishing.class)
        .open(
            new Elsewhere(ADDRESS, HEADLINE, "politik", "de"),
            Clock.systemUTC().instant().minusSeconds(5));
  }

  @Test
  void noListShowsThem() {
    discussion.post(anna, foreign, "Mehr als unter allem anderen", UUID.randomUUID(), now);
    discussion.post(anna, foreign, "Und noch einmal", UUID.randomUUID(), now);
    Articles articles = paper.door(Articles.class);
    assertThat(articles.frontPage(50))
        .extracting(Article::id)
        .contains(ours)
        .doesNotContain(foreign);
    assertThat(articles.newest(null, null, 50)).extracting(Article::id).doesNotContain(foreign);
    assertThat(articles.newest("politik", null, 50))
        .extracting(Article::id)
        .doesNotContain(foreign);
    assertThat(articles.page("politik", 0, 50)).extracting(Article::id).doesNotContain(foreign);
    assertThat(articles.newestOfEachSection(50)).extracting(Article::id).doesNotContain(foreign);
    assertThat(articles.published(List.of(ours, foreign)))
        .extracting(Article::id)
        .containsOnly(ours);
    assertThat(articles.count("politik")).isEqualTo(articles.newest("politik", null, 50).size());
    assertThat(discussion.mostDiscussed(null, now.minusSeconds(900), 50)).doesNotContain(foreign);
    for (String list : List.of("/", "/politik", "/api/v1/articles")) {
      HttpResponse<String> answer = browser.get(list);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).contains("Unser Artikel").doesNotContain("Fremdsee", "bergblick");
    }
  }

  @Test
  void everyAddressOfOursLeadsToTheirs() {
    int number =
        discussion.post(anna, foreign, "Mit Adresse", UUID.randomUUID(), now).comment().number();
    assertThat(location(Links.article(foreign))).isEqualTo(ADDRESS);
    assertThat(browser.get(Links.article(foreign)).statusCode())
        .as("not for good: they may move it")
        .isEqualTo(302);
    assertThat(location("/politik/wie-auch-immer-" + foreign + "?seite=2")).isEqualTo(ADDRESS);
    assertThat(location(Links.article(foreign) + "/kommentare/" + number))
        .isEqualTo(ADDRESS + "#kommentar-" + number);
    assertThat(browser.get("/api/v1/articles/" + foreign).body())
        .contains("\"url\":\"" + ADDRESS + "\"");
    assertThat(browser.get(Links.reader("Anna")).body())
        .contains(HEADLINE, Links.article(foreign) + "/kommentare/" + number);
  }

  @Test
  void whatIsReadByNumberKnowsThem() {
    int number =
        discussion.post(anna, foreign, "Zum Folgen", UUID.randomUUID(), now).comment().number();
    Reader bert = TestReaders.create(paper, "Bert");
    TestBrowser berts = TestBrowser.as(paper, bert);
    String branch = Links.article(foreign) + "/kommentare/" + number + "/folgen";
    assertThat(berts.post(branch, "wert", "1").statusCode()).isEqualTo(303);
    assertThat(berts.post(Links.article(foreign) + "/folgen", "wert", "1").statusCode())
        .isEqualTo(303);
    assertThat(berts.get("/konto/mitteilungen").body()).contains(HEADLINE);
    assertThat(berts.get("/ich/artikel/" + foreign + "/ansicht").body()).contains("Zum Folgen");
  }

  @Test
  void aMovedOneKeepsItsTalkAndAWithdrawnOneIsGone() {
    Publishing publishing = paper.door(Publishing.class);
    ArticleId other =
        publishing.open(new Elsewhere(ADDRESS + "3", "Alt", "politik", "de"), now.minusSeconds(1));
    discussion.post(anna, other, "Bleibt", UUID.randomUUID(), now);
    publishing.moved(other, new Elsewhere(ADDRESS + "4", "Neu", "politik", "de"), null);
    assertThat(location(Links.article(other))).isEqualTo(ADDRESS + "4");
    assertThat(discussion.counts(List.of(other))).containsEntry(other, 1);
    publishing.withdraw(other);
    assertThat(browser.get(Links.article(other)).statusCode()).isEqualTo(410);
    assertThatThrownBy(() -> discussion.post(anna, other, "Zu spät", UUID.randomUUID(), now))
        .isInstanceOf(Failure.class);
  }

  @Test
  void anAddressThatIsNoneIsRefusedByTheDatabaseToo() {
    assertThatThrownBy(
            () ->
                paper
                    .door(JdbcClient.class)
                    .sql("update article set external_address = 'javascript:1' where id = ?")
                    .param(foreign.value())
                    .update())
        .hasMessageContaining("article_external_address");
    assertThatThrownBy(
            () ->
                paper
                    .door(Publishing.class)
                    .open(new Elsewhere(ADDRESS, " ", "politik", "de"), now))
        .isInstanceOf(Failure.class);
  }

  private static String location(String path) {
    HttpResponse<String> answer = browser.get(path);
    assertThat(answer.statusCode()).as(path).isIn(301, 302);
    return answer.headers().firstValue("Location").orElseThrow();
  }
}
