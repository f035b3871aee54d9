package org.talblatt.site.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.talblatt.article.Publishing;
import org.talblatt.article.Section;
import org.talblatt.article.Sections;
import org.talblatt.base.ArticleId;
import org.talblatt.testing.TestArticles;
import org.talblatt.testing.TestBrowser;
import org.talblatt.testing.TestPaper;
import org.xml.sax.InputSource;

/** What programs and search engines read of the paper itself. */
class PaperFeedsTest {
  private static final TestPaper paper = TestPaper.start();
  private final TestBrowser anybody = new TestBrowser(paper);
  private final Publishing publishing = paper.door(Publishing.class);
  private final Instant now = Clock.systemUTC().instant();

  @AfterAll
  static void stop() {
    paper.close();
  }

  @Test
  void theNewestStandInTheFeedsOfPaperAndSectionWithAddressesThatStay() throws Exception {
    ArticleId id = TestArticles.publish(paper, "Bach & Brücke \u0001");
    paper.door(Sections.class).put(new Section("leer", "Leer", 8, "it"));
    for (String path : List.of("/feed", "/politik/feed")) {
      Document feed = xml(path, "application/atom+xml");
      assertThat(feed.select("feed > id").text()).isEqualTo(paper.url(path).toString());
      assertThat(feed.select("entry > id").eachText())
          .contains(paper.url("/artikel/" + id).toString());
      assertThat(feed.select("entry > title").eachText()).contains("Bach & Brücke");
      assertThat(feed.select("entry > author > name").text()).contains("APA/dpa");
    }
    Document empty = xml("/leer/feed", "application/atom+xml");
    assertThat(empty.select("entry")).isEmpty();
    assertThat(empty.select("feed").attr("xml:lang")).isEqualTo("it");
    assertThat(anybody.get("/gibtesnicht/feed").statusCode()).isEqualTo(404);
    for (String[] page : new String[][] {{"/", "/feed"}, {"/politik", "/politik/feed"}}) {
      assertThat(
              Jsoup.parse(anybody.get(page[0]).body())
                  .select("link[rel=alternate][type=application/atom+xml]")
                  .attr("href"))
          .isEqualTo(page[1]);
    }
  }

  @Test
  void whatIsWithdrawnOrNotOutYetStandsInNoneOfThem() {
    ArticleId gone = TestArticles.publish(paper, "Bald gelöscht");
    ArticleId later =
        publishing.publish(
            TestArticles.draft("Kommt erst noch", null), null, now.plusSeconds(3_600));
    List<String> all = List.of("/feed", "/politik/feed", "/sitemap.xml", "/sitemap-news.xml");
    for (String path : all) {
      assertThat(anybody.get(path).body()).as(path).contains(gone.toString());
      assertThat(anybody.get(path).body()).doesNotContain("-" + later + "<", "/" + later + "<");
    }
    publishing.withdraw(gone);
    for (String path : all) {
      assertThat(anybody.get(path).body())
          .as(path)
          .doesNotContain("Bald gelöscht", "bald-geloescht", "/artikel/" + gone + "<");
    }
  }

  @Test
  void theNewsHoldTwoDaysAndTheSitemapEverything() throws Exception {
    ArticleId old =
        publishing.publish(
            TestArticles.draft("Drei Tage alt", null), null, now.minusSeconds(3 * 86_400));
    ArticleId fresh = TestArticles.publish(paper, "Von heute <neu>");
    Document news = xml("/sitemap-news.xml", "application/xml");
    assertThat(news.getElementsByTag("news:title").eachText()).contains("Von heute <neu>");
    assertThat(news.getElementsByTag("news:language").eachText()).contains("de");
    assertThat(news.getElementsByTag("loc").eachText()).noneMatch(loc -> loc.endsWith("-" + old));
    List<String> all = xml("/sitemap.xml", "application/xml").getElementsByTag("loc").eachText();
    assertThat(all)
        .contains(paper.url("/").toString(), paper.url("/politik").toString())
        .anyMatch(loc -> loc.endsWith("drei-tage-alt-" + old))
        .anyMatch(loc -> loc.endsWith("-" + fresh));
    assertThat(anybody.get("/sitemap.xml?teil=2").statusCode()).isEqualTo(404);
    assertThat(anybody.get("/sitemap.xml?teil=x").statusCode()).isEqualTo(404);
    HttpResponse<String> robots = anybody.get("/robots.txt");
    assertThat(robots.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain");
    assertThat(robots.body()).contains("Sitemap: " + paper.url("/sitemap-news.xml"));
  }

  @Test
  void manyArticlesMakeAnIndexOfParts() throws Exception {
    try (TestPaper large = TestPaper.start()) {
      large.door(JdbcClient.class).sql("alter table article alter id restart with 5000").update();
      ArticleId first = TestArticles.publish(large, "Fünftausend");
      ArticleId second = TestArticles.publish(large, "Eins mehr");
      TestBrowser robot = new TestBrowser(large);
      Document index = Jsoup.parse(robot.get("/sitemap.xml").body(), "", Parser.xmlParser());
      List<String> parts = index.select("sitemap > loc").eachText();
      assertThat(parts)
          .containsExactly(
              large.url("/sitemap.xml?teil=1").toString(),
              large.url("/sitemap.xml?teil=2").toString());
      assertThat(robot.get("/sitemap.xml?teil=1").body())
          .contains("-" + first)
          .doesNotContain("-" + second);
      assertThat(robot.get("/sitemap.xml?teil=2").body()).contains("-" + second);
    }
  }

  /** A document that a strict reader can read. */
  private Document xml(String path, String type) throws Exception {
    HttpResponse<String> answer = anybody.get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith(type);
    DocumentBuilderFactory strict = DocumentBuilderFactory.newInstance();
    strict.setNamespaceAware(true);
    strict.newDocumentBuilder().parse(new InputSource(new StringReader(answer.body())));
    return Jsoup.parse(answer.body(), "", Parser.xmlParser());
  }
}
