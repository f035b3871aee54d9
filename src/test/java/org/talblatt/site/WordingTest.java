package org.talblatt.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.talblatt.article.Draft;
import org.talblatt.article.Publishing;
import org.talblatt.base.ArticleId;
import org.talblatt.base.Links;
import org.talblatt.discussion.Discussion;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Role;
import org.talblatt.platform.text.ArticleHtml;
import org.talblatt.testing.Statements;
import org.talblatt.testing.TestArticles;
import org.talblatt.testing.TestBrowser;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;

/**
 * A comment says which version of the article it speaks of, once another one says something else.
 */
class WordingTest {
  private static final TestPaper paper = TestPaper.start();
  private static final Reader anna = TestReaders.create(paper, "Anna");
  private static final TestBrowser newsroom =
      TestBrowser.as(paper, TestReaders.create(paper, "Redakteurin", Role.EDITOR));

  private final Publishing publishing = paper.door(Publishing.class);
  private final Instant now = Clock.systemUTC().instant();

  @AfterAll
  static void stop() {
    paper.close();
  }

  @Test
  void afterASubstantialCorrectionItSaysWhichAndLinksToWhatChanged() {
    ArticleId article = publish("Am Montag tagt der Rat.", now.minus(Duration.ofHours(1)));
    comment(article);
    assertThat(page(article).select(".comment-wording")).isEmpty();
    correct(article, 1, "Am Montag tagt der  Rat.", "");
    assertThat(page(article).select(".comment-wording")).as("a comma").isEmpty();
    correct(article, 2, "Am Dienstag tagt der Rat.", "Der Rat tagt am Dienstag.");
    comment(article);
    Document page = page(article);
    assertThat(page.select(".comment-wording")).hasSize(1);
    assertThat(page.select("#kommentar-1 .comment-wording").text())
        .matches("bezieht sich auf die Fassung (von \\d\\d:\\d\\d|vom .*, \\d\\d:\\d\\d) Uhr");
    Document changed = Jsoup.parse(get(page.select(".comment-wording a").attr("href")).body());
    assertThat(changed.select("del").text()).contains("Montag");
    assertThat(changed.select("ins").text()).contains("Dienstag");
    assertThat(changed.select(".correction").text()).contains("Der Rat tagt am Dienstag.");
    assertThat(changed.select("meta[name=robots]").attr("content")).contains("noindex");
    assertThat(Statements.during(paper, () -> get(Links.wording(article, 1)))).isEmpty();
  }

  @Test
  void anEditorSaysWhatIsSubstantialAndWhatReadersDontSee() {
    ArticleId article = publish("Mit Namen.", now);
    comment(article);
    correct(article, 1, "Ohne.", "");
    assertThat(page(article).select(".comment-wording")).isEmpty();
    String mark = Links.talkRules(article) + "/fassungen/";
    assertThat(newsroom.post(mark + 2, "wesentlich", "1").statusCode()).isEqualTo(303);
    assertThat(page(article).select(".comment-wording")).hasSize(1);
    assertThat(get(Links.wording(article, 1)).body()).contains("Namen.");
    newsroom.post(mark + 1, "verborgen", "1");
    HttpResponse<String> hidden = get(Links.wording(article, 1));
    assertThat(hidden.statusCode()).isEqualTo(410);
    assertThat(hidden.body()).doesNotContain("Namen.");
    assertThat(newsroom.post(mark + 9, "wesentlich", "1").statusCode()).isEqualTo(404);
  }

  @Test
  void whatReadersNeverHadHasNoPageAndWhatIsWithdrawnIsGone() {
    ArticleId article = publish("Unter Sperre.", now.plusSeconds(3600));
    assertThat(get(Links.wording(article, 1)).statusCode()).isEqualTo(404);
    ArticleId out = publish("Draußen.", now);
    correct(out, 1, "Berichtigt.", "Berichtigt");
    assertThat(get(Links.wording(out, 1)).statusCode()).isEqualTo(200);
    assertThat(get(Links.wording(out, 7)).statusCode()).isEqualTo(404);
    publishing.withdraw(out);
    assertThat(get(Links.wording(out, 1)).statusCode()).isEqualTo(410);
    assertThat(get(Links.wording(out, 1)).body()).doesNotContain("Draußen.");
  }

  private ArticleId publish(String text, Instant at) {
    TestArticles.publish(paper, "Ressort");
    return publishing.publish(draft(text, ""), null, at);
  }

  private void correct(ArticleId id, int version, String text, String note) {
    publishing.correct(id, version, draft(text, note), null);
  }

  private static Draft draft(String text, String note) {
    Draft draft = TestArticles.draft("Der Rat", null);
    return new Draft(
        draft.section(),
        draft.headline(),
        "",
        "",
        "",
        "",
        draft.credit(),
        draft.dateline(),
        ArticleHtml.clean("<p>" + text + "</p>"),
        "de",
        note,
        null,
        draft.topics(),
        0,
        null,
        null);
  }

  private void comment(ArticleId article) {
    paper.door(Discussion.class).post(anna, article, "So?", UUID.randomUUID(), now);
  }

  private static Document page(ArticleId id) {
    TestBrowser anybody = new TestBrowser(paper);
    return Jsoup.parse(anybody.follow(anybody.get(Links.article(id))).body());
  }

  private static HttpResponse<String> get(String path) {
    return new TestBrowser(paper).get(path);
  }
}
