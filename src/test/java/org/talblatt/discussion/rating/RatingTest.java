package org.talblatt.discussion.rating;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.talblatt.base.ArticleId;
import org.talblatt.base.CommentId;
import org.talblatt.base.Links;
import org.talblatt.discussion.Discussion;
import org.talblatt.discussion.TalkRules;
import org.talblatt.discussion.TalkSetting;
import org.talblatt.discussion.TalkSettings;
import org.talblatt.identity.Reader;
import org.talblatt.paper.Actor;
import org.talblatt.testing.TestArticles;
import org.talblatt.testing.TestBrowser;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rating as readers and programs meet it, in each of the four settings. */
class RatingTest {
  private static final TestPaper paper = TestPaper.start();
  private static final Reader anna = TestReaders.create(paper, "Anna");
  private static final Reader ben = TestReaders.create(paper, "Ben");
  private static final Reader dora = TestReaders.withPassword(paper, "Dora");

  private final TestBrowser asAnna = TestBrowser.as(paper, anna);
  private final TestBrowser asBen = TestBrowser.as(paper, ben);
  private final TestBrowser anybody = new TestBrowser(paper);

  @AfterAll
  static void stop() {
    paper.close();
  }

  @AfterEach
  void usual() {
    change(TalkSetting.NONE);
  }

  @Test
  void aVoteIsGivenChangedAndTakenBackByForm() {
    CommentId id = comment("Mit Formular");
    Element up = button(personal(asBen, id), id, "up");
    assertThat(up.attr("aria-pressed")).isEqualTo("false");
    HttpResponse<String> voted = vote(asBen, id, up.val());
    assertThat(voted.statusCode()).isEqualTo(303);
    assertThat(voted.headers().firstValue("Location"))
        .hasValue(Links.personalView(id.article(), id.number()));
    Document page = personal(asBen, id);
    assertThat(button(page, id, "up").attr("aria-pressed")).isEqualTo("true");
    assertThat(button(page, id, "up").text()).isEqualTo("Zustimmen 1");
    assertThat(button(page, id, "up").val()).as("pressed again it is taken back").isEqualTo("0");
    vote(asBen, id, button(page, id, "down").val());
    assertThat(counts(personal(asBen, id), id)).isEqualTo("0/1");
    vote(asBen, id, "0");
    assertThat(counts(personal(asBen, id), id)).isEqualTo("0/0");
    assertThat(personal(asAnna, id).select("#kommentar-1 form.vote")).as("one's own").isEmpty();
    assertThat(vote(asAnna, id, "1").statusCode()).isEqualTo(403);
    assertThat(vote(asBen, id, "2").statusCode()).isEqualTo(422);
    assertThat(vote(asBen, id, "viel").statusCode()).isBetween(400, 422);
  }

  @Test
  void whoIsNotLoggedInComesBackToTheComment() {
    CommentId id = comment("Vor der Schranke");
    TestBrowser browser = new TestBrowser(paper);
    HttpResponse<String> wall = vote(browser, id, "1");
    assertThat(wall.headers().firstValue("Location")).get().asString().contains("%23kommentar-1");
    Document login = Jsoup.parse(browser.follow(wall).body());
    HttpResponse<String> in =
        browser.post(
            "/anmelden",
            "login",
            dora.name(),
            "password",
            TestReaders.PASSWORD,
            "zurueck",
            login.select("[name=zurueck]").val());
    assertThat(in.headers().firstValue("Location"))
        .hasValue(Links.personalView(id.article(), id.number()));
    assertThat(counts(personal(browser, id), id)).as("nothing was rated unasked").isEqualTo("0/0");
  }

  @Test
  void whereOnlyAgreementIsAskedThereIsNoWayToDisagree() {
    CommentId id = comment("Nur dafür");
    vote(asBen, id, "-1");
    set(TalkRules.Rating.ONLY_UP);
    assertThat(page(id).select("#kommentar-1 .vote-down")).isEmpty();
    assertThat(page(id).select("#kommentar-1 .vote-up")).hasSize(1);
    assertThat(api(id).get("votes").toString()).isEqualTo("{\"up\":0}");
    assertThat(vote(asBen, id, "-1").statusCode()).isEqualTo(403);
    assertThat(vote(asBen, id, "-1").body()).contains("nur zustimmen");
    assertThat(put(asBen, id, -1).statusCode()).isEqualTo(403);
    assertThat(put(asBen, id, 1).body()).contains("\"votes\":{\"up\":1}");
    set(TalkRules.Rating.BOTH);
    assertThat(api(id).get("votes").toString()).as("changed").isEqualTo("{\"up\":1,\"down\":0}");
  }

  @Test
  void countsThatAreHiddenUntilRatedAreNowhereForWhoHasNotRated() {
    CommentId id = comment("Erst selbst urteilen");
    for (int i = 0; i < 7; i++) {
      Reader voter = TestReaders.create(paper, "Stimme " + i);
      vote(TestBrowser.as(paper, voter), id, i < 4 ? "1" : "-1");
    }
    set(TalkRules.Rating.HIDDEN_UNTIL_RATED);
    assertThat(page(id).select("#kommentar-1 form.vote .vote-count").text()).isBlank();
    assertThat(page(id).select("script[type=application/ld+json]").html())
        .doesNotContain("upvoteCount", "downvoteCount");
    assertThat(api(id).get("votes").isNull()).isTrue();
    assertThat(list(id).get("votes").isNull()).isTrue();
    assertThat(counts(personal(asBen, id), id)).isEqualTo("/");
    assertThat(overlay(asBen, id).get("counts").toString()).isEqualTo("{}");
    assertThat(new TestBrowser(paper).get(Links.reader("Anna")).body()).doesNotContain("4 Zust");

    assertThat(overlay(asAnna, id).get("counts").toString())
        .as("who wrote it can't rate it")
        .isEqualTo("{\"1\":[4,3]}");
    assertThat(personal(asAnna, id).select("#kommentar-1 .vote").text())
        .isEqualTo("4 Zustimmungen 3 Ablehnungen");

    assertThat(put(asBen, id, 1).body()).contains("\"votes\":{\"up\":5,\"down\":3}");
    assertThat(overlay(asBen, id).get("counts").toString()).isEqualTo("{\"1\":[5,3]}");
    assertThat(counts(personal(asBen, id), id)).isEqualTo("5/3");
    assertThat(scripted(asBen, id, "-1")).isEqualTo("{\"down\":4,\"own\":-1,\"up\":4}");
    assertThat(scripted(asBen, id, "0")).as("taken back").isEqualTo("{\"own\":0}");
    assertThat(counts(personal(asBen, id), id)).isEqualTo("/");
  }

  @Test
  void whereNobodyRatesThereIsNothingToPressAndNoBestOrder() {
    CommentId id = comment("Ohne Bewertung");
    comment(id.article(), "Noch einer");
    vote(asBen, id, "1");
    set(TalkRules.Rating.OFF);
    Document page = page(id);
    assertThat(page.select(".vote")).isEmpty();
    assertThat(page.select(".talk-orders").text()).doesNotContain("Beste");
    assertThat(api(id).get("votes").isNull()).isTrue();
    assertThat(vote(asBen, id, "-1").statusCode()).isEqualTo(403);
    assertThat(vote(asBen, id, "0").statusCode()).as("taking back").isEqualTo(303);
    String best = path(id) + "?sortierung=beste";
    assertThat(anybody.get(best).headers().firstValue("Location")).hasValue(path(id));
    assertThat(anybody.get(comments(id) + "?sort=best").statusCode()).isEqualTo(422);
  }

  @Test
  void whoWritesIsToldOfNoVotesThatReadersDontGive() {
    ArticleId article = comment("Eigene Zeile").article();
    String comments = "/api/v1/articles/" + article + "/comments";
    set(TalkRules.Rating.OFF);
    JsonNode off = json(asAnna.json("POST", comments, "{\"text\": \"Zwei\"}"));
    assertThat(off.get("votes").isNull()).isTrue();
    JsonNode edited = json(asAnna.json("PATCH", comments + "/2", "{\"text\": \"Zwo\"}"));
    assertThat(edited.get("votes").isNull()).isTrue();
    set(TalkRules.Rating.ONLY_UP);
    JsonNode up = json(asAnna.json("POST", comments, "{\"text\": \"Drei\"}"));
    assertThat(up.get("votes").toString()).isEqualTo("{\"up\":0}");
    set(TalkRules.Rating.HIDDEN_UNTIL_RATED);
    JsonNode own = json(asAnna.json("PATCH", comments + "/3", "{\"text\": \"Drei!\"}"));
    assertThat(own.get("votes").toString())
        .as("who wrote it can't rate it")
        .isEqualTo("{\"up\":0,\"down\":0}");
  }

  @Test
  void theLineOfARemovedCommentHasNoVotes() {
    CommentId id = comment("Entfernt");
    vote(asBen, id, "1");
    asBen.json("POST", comments(id), "{\"text\": \"Antwort\", \"replyTo\": 1}");
    paper.door(Discussion.class).reject(id);
    assertThat(api(id).get("state").asString()).isEqualTo("rejected");
    assertThat(api(id).get("votes").isNull()).isTrue();
    paper.door(Discussion.class).hold(id, "test");
    assertThat(api(id).get("state").asString()).isEqualTo("held");
    assertThat(api(id).get("votes").isNull()).isTrue();
    assertThat(api(id).get("author").isNull()).isTrue();
  }

  @Test
  void aVoteIsTakenBackWhereTheTalkIsOver() {
    CommentId id = comment("Bald vorbei");
    for (TestBrowser each : List.of(asBen, TestBrowser.as(paper, dora))) {
      vote(each, id, "1");
    }
    close(id.article());
    assertThat(put(asBen, id, -1).statusCode()).isEqualTo(403);
    assertThat(put(asBen, id, 0).body()).contains("\"votes\":{\"up\":1,\"down\":0}", "\"vote\":0");
    assertThat(vote(TestBrowser.as(paper, dora), id, "0").statusCode()).isEqualTo(303);
    assertThat(api(id).get("votes").toString()).isEqualTo("{\"up\":0,\"down\":0}");
    paper.door(Discussion.class).reject(id);
    assertThat(put(asBen, id, 0).statusCode()).as("nobody sees it").isEqualTo(404);
  }

  private static void close(ArticleId article) {
    paper
        .door(JdbcClient.class)
        .sql("update article set discussion_mode = 'closed' where id = ?")
        .param(article.value())
        .update();
  }

  @Test
  void aHundredVotesAgainstACommentNeitherHideNorFoldIt() {
    CommentId id = comment("Unbeliebt");
    for (int i = 0; i < 40; i++) {
      Reader voter = TestReaders.create(paper, "Gegner " + i);
      vote(TestBrowser.as(paper, voter), id, "-1");
    }
    Document best = Jsoup.parse(anybody.get(path(id) + "?sortierung=beste").body());
    assertThat(best.select("#kommentar-1 .comment-text").text()).isEqualTo("Meinung");
    assertThat(best.select("details #kommentar-1, [hidden] #kommentar-1")).isEmpty();
  }

  private static void set(TalkRules.Rating rating) {
    change(TalkSetting.NONE.withRating(rating));
  }

  private static void change(TalkSetting setting) {
    paper.door(TalkSettings.class).change("politik", setting, Actor.program());
  }

  private static CommentId comment(String headline) {
    return comment(TestArticles.publish(paper, headline), "Meinung");
  }

  private static CommentId comment(ArticleId article, String text) {
    return paper
        .door(Discussion.class)
        .post(anna, article, text, UUID.randomUUID(), Clock.systemUTC().instant())
        .comment()
        .id();
  }

  private static HttpResponse<String> vote(TestBrowser browser, CommentId id, String value) {
    return browser.post(Links.comment(id) + "/bewertung", "wert", value);
  }

  private static String scripted(TestBrowser browser, CommentId id, String value) {
    return browser
        .send(
            browser
                .request(Links.comment(id) + "/bewertung")
                .setHeader("Accept", "application/json")
                .header("Sec-Fetch-Site", "same-origin")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("wert=" + value)))
        .body();
  }

  private static HttpResponse<String> put(TestBrowser browser, CommentId id, int value) {
    return browser.json("PUT", comments(id) + "/1/vote", "{\"value\": " + value + "}");
  }

  private static String comments(CommentId id) {
    return "/api/v1/articles/" + id.article() + "/comments";
  }

  private JsonNode api(CommentId id) {
    return json(anybody.get(comments(id) + "/" + id.number()));
  }

  private JsonNode list(CommentId id) {
    return json(anybody.get(comments(id))).get("items").get(0);
  }

  private static JsonNode overlay(TestBrowser browser, CommentId id) {
    return json(browser.get("/ich/artikel/" + id.article()));
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return JsonMapper.builder().build().readTree(answer.body());
  }

  private String path(CommentId id) {
    return anybody
        .get(Links.article(id.article()))
        .headers()
        .firstValue("Location")
        .orElseThrow()
        .replaceFirst("^http://[^/]+", "");
  }

  private Document page(CommentId id) {
    return Jsoup.parse(anybody.get(path(id)).body());
  }

  private static Document personal(TestBrowser browser, CommentId id) {
    return Jsoup.parse(browser.get(Links.personalView(id.article())).body());
  }

  private static Element button(Document page, CommentId id, String side) {
    return page.select("#kommentar-" + id.number() + " .vote-" + side).getFirst();
  }

  private static String counts(Document page, CommentId id) {
    return button(page, id, "up").select(".vote-count").text()
        + "/"
        + button(page, id, "down").select(".vote-count").text();
  }
}
