package org.talblatt.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.talblatt.article.DiscussionRules;
import org.talblatt.base.ArticleId;
import org.talblatt.base.Links;
import org.talblatt.identity.Reader;
import org.talblatt.testing.Eventually;
import org.talblatt.testing.TestArticles;
import org.talblatt.testing.TestBrowser;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What one reader sees on top of a page that is the same for everybody. */
class OverlayTest {
  private static final TestPaper paper = TestPaper.start();
  private static final Reader anna = TestReaders.create(paper, "Anna");
  private static final Reader ben = TestReaders.create(paper, "Ben");

  @AfterAll
  static void stop() {
    paper.close();
  }

  @Test
  void itHoldsTheOwnVotesTheOwnCommentsAndNothingOfOthers() {
    ArticleId article = TestArticles.publish(paper, "Überlagert");
    TestBrowser asAnna = TestBrowser.as(paper, anna);
    TestBrowser asBen = TestBrowser.as(paper, ben);
    asAnna.post(Links.comments(article), "text", "Von Anna");
    asBen.post(Links.comments(article), "text", "Von Ben");
    asAnna.post(Links.comments(article) + "/2/bewertung", "wert", "-1");
    JsonNode overlay = overlay(asAnna, article);
    assertThat(overlay.get("name").asString()).isEqualTo("Anna");
    assertThat(overlay.get("may").toString()).isEqualTo("{\"write\":true,\"moderate\":false}");
    assertThat(overlay.get("seen").isNull()).as("the first visit").isTrue();
    assertThat(overlay.get("votes").toString()).isEqualTo("{\"2\":-1}");
    assertThat(overlay.get("own").toString()).isEqualTo("{\"1\":true}");
    assertThat(overlay.get("held")).isEmpty();
    assertThat(overlay.get("kept")).isEmpty();
    assertThat(overlay(asBen, article).get("votes").toString()).isEqualTo("{}");
  }

  @Test
  void whatIsNewSinceTheLastVisitIsToldWhereverOneReads() throws Exception {
    ArticleId article = TestArticles.publish(paper, "Gelesen");
    TestBrowser asAnna = TestBrowser.as(paper, anna);
    TestBrowser asBen = TestBrowser.as(paper, ben);
    asBen.post(Links.comments(article), "text", "Eins");
    asBen.post(Links.comments(article), "text", "Zwei");
    assertThat(overlay(asAnna, article).get("fresh")).as("at the first visit").isEmpty();
    String seen = "/ich/artikel/" + article + "/gelesen";
    assertThat(asAnna.post(seen, "bis", "999").statusCode()).isEqualTo(204);
    assertThat(new TestBrowser(paper).post(seen, "bis", "1").statusCode()).isEqualTo(204);
    Eventually.until("noted", () -> overlay(asAnna, article).get("seen").asInt() == 2);
    asBen.post(Links.comments(article), "text", "Drei");
    asAnna.post(Links.comments(article), "text", "Meins ist mir nicht neu");
    TestBrowser otherDevice = TestBrowser.as(paper, anna);
    assertThat(overlay(otherDevice, article).get("fresh").toString()).isEqualTo("[3]");
    assertThat(overlay(asBen, article).get("seen").isNull()).isTrue();
    JsonNode turned = json(asAnna.get("/ich/artikel/" + article + "?seit=1"));
    assertThat(turned.get("fresh").toString()).as("turning pages").isEqualTo("[2,3]");
    asAnna.get("/ich/artikel/" + article + "?seit=" + "9".repeat(30));
  }

  @Test
  void aCommentThatWaitsIsSeenByItsAuthorAlone() {
    ArticleId article =
        TestArticles.publish(
            paper,
            "Vorher gelesen",
            new DiscussionRules(DiscussionRules.Mode.HELD, null, Duration.ZERO));
    TestBrowser asAnna = TestBrowser.as(paper, anna);
    HttpResponse<String> sent = asAnna.post(Links.comments(article), "text", "Wartet noch");
    assertThat(asAnna.follow(sent).body()).contains("Wartet noch", "Wartet auf die Moderation");
    assertThat(overlay(asAnna, article).get("held").get(0).get("html").asString())
        .isEqualTo("<p>Wartet noch</p>");
    TestBrowser asBen = TestBrowser.as(paper, ben);
    assertThat(overlay(asBen, article).get("held")).isEmpty();
    assertThat(asBen.get(Links.personalView(article)).body()).doesNotContain("Wartet noch");
    assertThat(asBen.follow(asBen.get(Links.article(article))).body())
        .doesNotContain("Wartet noch");
    assertThat(asBen.get("/api/v1/articles/" + article + "/comments").body())
        .doesNotContain("Wartet noch");
  }

  @Test
  void whoHasNoSessionGetsNothingAndItIsKeptNowhere() {
    ArticleId article = TestArticles.publish(paper, "Für alle");
    HttpResponse<String> answer = new TestBrowser(paper).get("/ich/artikel/" + article);
    assertThat(answer.body()).isEqualTo("{}");
    assertThat(answer.headers().firstValue("Cache-Control")).get().asString().contains("no-store");
    TestBrowser stale = new TestBrowser(paper);
    stale.cookies().put("talblatt", "abgelaufen");
    assertThat(stale.get("/ich/artikel/" + article).body()).isEqualTo("{}");
    assertThat(stale.get(Links.personalView(article)).statusCode()).isEqualTo(303);
  }

  @Test
  void articlesAreReadAsJsonNewestFirst() {
    ArticleId first = TestArticles.publish(paper, "Erste für die Liste");
    ArticleId second = TestArticles.publish(paper, "Zweite für die Liste");
    TestBrowser.as(paper, anna).post(Links.comments(first), "text", "Zählt mit");
    TestBrowser reader = new TestBrowser(paper);
    JsonNode page = json(reader.get("/api/v1/articles?section=politik&limit=1"));
    assertThat(page.get("items").get(0).get("id").asLong()).isEqualTo(second.value());
    JsonNode next =
        json(reader.get("/api/v1/articles?limit=1&cursor=" + page.get("next").asString()));
    JsonNode article = next.get("items").get(0);
    assertThat(article.get("id").asLong()).isEqualTo(first.value());
    assertThat(article.get("commentCount").asInt()).isEqualTo(1);
    assertThat(article.get("credit").asString()).isEqualTo("APA/dpa");
    assertThat(article.get("discussion").get("mode").asString()).isEqualTo("open");
    assertThat(json(reader.get("/api/v1/articles/" + first))).isEqualTo(article);
    assertThat(reader.get("/api/v1/articles/999999").statusCode()).isEqualTo(404);
    assertThat(reader.get("/api/v1/articles?section=gibtesnicht").statusCode()).isEqualTo(422);
  }

  @Test
  void theApiDescribesItself() {
    JsonNode description = json(new TestBrowser(paper).get("/api/openapi.json"));
    JsonNode comments = description.get("paths").get("/api/v1/articles/{article}/comments");
    assertThat(comments.has("get")).isTrue();
    assertThat(comments.get("post").get("parameters").toString())
        .as("who acts is no parameter")
        .doesNotContain("reader");
    assertThat(description.get("paths").propertyNames())
        .allSatisfy(path -> assertThat(path).startsWith("/api/v1/"));
  }

  @Test
  void everyTextThatWaitsIsInTheOverlayWithItsForm() {
    ArticleId article = TestArticles.publish(paper, "Mehrere Texte");
    TestBrowser asBen = TestBrowser.as(paper, ben);
    asBen.post(Links.comments(article), "text", "Bleibt");
    asBen.post(Links.comments(article), "text", "Geht");
    Reader writer = TestReaders.withPassword(paper, "Dora");
    TestBrowser dora = new TestBrowser(paper);
    keep(dora, writer, Links.comments(article), "Älterer Anfang");
    keep(dora, writer, Links.comments(article), "Neuer Anfang");
    keep(dora, writer, Links.comments(article) + "/1/antworten", "Antwort");
    keep(dora, writer, Links.comments(article) + "/2/antworten", "Ins Leere");
    asBen.post(Links.comments(article) + "/2/loeschung");
    assertThat(overlay(dora, article).get("kept").toString())
        .isEqualTo(
            "[{\"replyTo\":null,\"text\":\"Neuer Anfang\",\"gone\":false},"
                + "{\"replyTo\":1,\"text\":\"Antwort\",\"gone\":false},"
                + "{\"replyTo\":2,\"text\":\"Ins Leere\",\"gone\":true}]");
  }

  /** Typed where nobody is logged in, then taken along into the login. */
  private static void keep(TestBrowser browser, Reader writer, String path, String text) {
    browser.cookies().clear();
    String key = TestBrowser.field(browser.post(path, "text", text), "text");
    browser.post(
        "/anmelden", "login", writer.name(), "password", TestReaders.PASSWORD, "text", key);
  }

  private static JsonNode overlay(TestBrowser browser, ArticleId article) {
    return json(browser.get("/ich/artikel/" + article));
  }

  private static JsonNode json(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(200);
    return JsonMapper.builder().build().readTree(answer.body());
  }
}
