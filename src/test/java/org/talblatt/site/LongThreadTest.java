package org.talblatt.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.talblatt.base.ArticleId;
import org.talblatt.base.CommentId;
import org.talblatt.base.Links;
import org.talblatt.discussion.Discussion;
import org.talblatt.discussion.Vote;
import org.talblatt.identity.Reader;
import org.talblatt.testing.Eventually;
import org.talblatt.testing.Statements;
import org.talblatt.testing.TestArticles;
import org.talblatt.testing.TestBrowser;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;

/** A thread of several pages, read from one to the next. */
class LongThreadTest {
  private static final TestPaper paper = TestPaper.start();
  private static final Reader anna = TestReaders.create(paper, "Anna");
  private static final Reader ben = TestReaders.create(paper, "Ben");

  private final Discussion discussion = paper.door(Discussion.class);
  private final TestBrowser anybody = new TestBrowser(paper);

  @AfterAll
  static void stop() {
    paper.close();
  }

  @Test
  void inTheBestOrderNothingOnTheWayRepeatsOrHidesAComment() throws Exception {
    ArticleId article = thread(130);
    vote(article, 60);
    String newest = path(article) + "?sortierung=beste";
    String address = newest;
    List<String> read = new ArrayList<>();
    for (int page = 1; !address.isEmpty(); page++) {
      Document shown = page(anybody, address);
      read.addAll(shown.select(".talk-comments .comment").eachAttr("data-number"));
      if (page <= 3) {
        vote(article, 100 + page);
        discussion.reply(anna, new CommentId(article, 100 + page), "Neu", UUID.randomUUID(), now());
        String voted = Integer.toString(100 + page);
        Eventually.until(
            "the newest ranking",
            () -> page(anybody, newest).select(".comment").attr("data-number").equals(voted));
      }
      Element next = shown.selectFirst("a[rel=next]");
      address = next == null ? "" : next.attr("href");
    }
    assertThat(read).hasSize(133).doesNotHaveDuplicates().startsWith("60").contains("133");
  }

  @Test
  void aRankingThatHasExpiredLeadsToTheNewest() {
    ArticleId article = thread(60);
    String path = path(article);
    HttpResponse<String> unknown = anybody.get(path + "?seite=7&sortierung=beste&stand=987654321");
    assertThat(unknown.statusCode()).isEqualTo(302);
    assertThat(unknown.headers().firstValue("Location"))
        .contains(path + "?seite=2&sortierung=beste");
    assertThat(anybody.get(path + "?sortierung=beste&stand=x").statusCode()).isEqualTo(301);
    assertThat(anybody.get(path + "?stand=5").headers().firstValue("Location")).contains(path);
    TestBrowser asBen = TestBrowser.as(paper, ben);
    HttpResponse<String> own =
        asBen.get(Links.personalView(article) + "?seite=2&sortierung=beste&stand=987654321");
    assertThat(own.statusCode()).isEqualTo(303);
    assertThat(page(asBen, own.headers().firstValue("Location").orElseThrow()).select(".comment"))
        .hasSize(10);
  }

  @Test
  void theOwnViewGoesOnInTheSameRanking() {
    ArticleId article = thread(60);
    TestBrowser asBen = TestBrowser.as(paper, ben);
    Document first = page(asBen, Links.personalView(article) + "?sortierung=meistdiskutiert");
    String next = first.select("a[rel=next]").attr("href");
    assertThat(next).contains("/ansicht?seite=2&sortierung=meistdiskutiert&stand=");
    assertThat(page(asBen, next).select(".talk-comments .comment")).hasSize(10);
  }

  @Test
  void anotherNodeServesTheSameRanking() {
    ArticleId article = thread(60);
    try (TestPaper node = TestPaper.start(paper.database())) {
      Document first = page(anybody, path(article) + "?sortierung=beste");
      vote(article, 1);
      Document second = page(new TestBrowser(node), first.select("a[rel=next]").attr("href"));
      assertThat(second.select(".talk-comments .comment").eachAttr("data-number"))
          .hasSize(10)
          .contains("1");
    }
  }

  @Test
  void whatOneKnowsOfAThreadIsReadOnceForAllItsPages() {
    ArticleId article = thread(260);
    page(anybody, path(article));
    List<String> second = Statements.during(paper, () -> page(anybody, path(article) + "?seite=2"));
    assertThat(second).noneMatch(sql -> sql.contains("octet_length"));
  }

  private Document page(TestBrowser browser, String address) {
    HttpResponse<String> answer = browser.get(address.replaceFirst("#.*", ""));
    assertThat(answer.statusCode()).as(address).isEqualTo(200);
    return Jsoup.parse(answer.body());
  }

  private String path(ArticleId article) {
    String full =
        anybody.get(Links.article(article)).headers().firstValue("Location").orElseThrow();
    return full.replaceFirst("^http://[^/]+", "");
  }

  private void vote(ArticleId article, int number) {
    discussion.vote(ben, new CommentId(article, number), Vote.UP, now());
  }

  private static Instant now() {
    return Clock.systemUTC().instant();
  }

  private ArticleId thread(int comments) {
    ArticleId article = TestArticles.publish(paper, "Lang");
    for (int i = 0; i < comments; i++) {
      discussion.post(anna, article, "Nummer " + i, UUID.randomUUID(), now());
    }
    return article;
  }
}
