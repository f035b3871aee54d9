package org.talblatt.discussion;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.talblatt.article.DiscussionRules;
import org.talblatt.article.Publishing;
import org.talblatt.base.ArticleId;
import org.talblatt.base.CommentId;
import org.talblatt.base.Links;
import org.talblatt.identity.Reader;
import org.talblatt.testing.TestArticles;
import org.talblatt.testing.TestBrowser;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The forms while somebody writes: preview, quote, and whatever can come between. */
class WritingTest {
  private static final TestPaper paper = TestPaper.start();
  private static final Reader anna = TestReaders.create(paper, "Anna");
  private static final Reader ng = TestReaders.create(paper, "N.G.");
  private static final Reader sepp = TestReaders.create(paper, "Sepp");

  private final Discussion discussion = paper.door(Discussion.class);
  private final TestBrowser asAnna = TestBrowser.as(paper, anna);

  @AfterAll
  static void stop() {
    paper.close();
  }

  @Test
  void aPreviewLooksAsTheCommentWillAndStoresNothing() {
    ArticleId article = TestArticles.publish(paper, "Vorschau");
    String text = "> Zitat\n\n**Fett** für @N.G.: https://a.example/b\n\n- eins\n- zwei 👏🏽";
    String action = Links.comments(article);
    HttpResponse<String> shown = asAnna.post(action + "/vorschau", "text", text);
    assertThat(shown.statusCode()).isEqualTo(200);
    assertThat(shown.headers().firstValue("Cache-Control")).contains("private, no-store");
    Document page = Jsoup.parse(shown.body());
    assertThat(page.select("form.write").attr("action")).isEqualTo(action);
    assertThat(page.select("textarea").val()).isEqualTo(text);
    assertThat(page.select(".write-preview .mention").text()).isEqualTo("@N.G.");
    assertThat(numbers(article)).isEmpty();
    asAnna.post(action, "text", text);
    assertThat(page.select(".write-preview .comment-text").html())
        .isEqualTo(view(article).select("#kommentar-1 .comment-text").html());
    assertThat(scripted(asAnna, action + "/vorschau", text).get("html").asString())
        .startsWith("<blockquote>")
        .contains("nofollow ugc noopener");
  }

  @Test
  void everyFormHasAPreviewAlsoForWhoIsNotLoggedInAndKeepsWhatItHolds() {
    ArticleId article = TestArticles.publish(paper, "Drei Formulare");
    post(ng, article, "Der Anfang");
    TestBrowser stranger = new TestBrowser(paper);
    String key = UUID.randomUUID().toString();
    Document root =
        Jsoup.parse(
            stranger
                .post(
                    Links.comments(article) + "/vorschau",
                    "text",
                    "*neu*",
                    "abgabe",
                    key,
                    "aufgehoben",
                    "7")
                .body());
    assertThat(root.select("[name=abgabe]").val()).isEqualTo(key);
    assertThat(root.select("[name=aufgehoben]").val()).isEqualTo("7");
    String answer = Links.comments(article) + "/1/antworten";
    Document reply = Jsoup.parse(stranger.post(answer + "/vorschau", "text", "*neu*").body());
    assertThat(reply.select("form.write").attr("action")).isEqualTo(answer);
    assertThat(reply.select(".comment-quoted").text()).isEqualTo("N.G. Der Anfang");
    assertThat(reply.select(".write-preview em").text()).isEqualTo("neu");
    String change = Links.comments(article) + "/1/bearbeiten";
    Document edit =
        Jsoup.parse(stranger.post(change + "/vorschau", "text", "*neu*", "fassung", "3").body());
    assertThat(edit.select("[name=fassung]").val()).isEqualTo("3");
    assertThat(edit.select("form.write .button").text()).isEqualTo("Änderung speichern");
    assertThat(edit.select(".write-look").attr("formaction")).isEqualTo(change + "/vorschau");
  }

  @Test
  void aPreviewOfTooMuchOrNothingSaysSoAndKeepsTheText() {
    ArticleId article = TestArticles.publish(paper, "Vorschau zu lang");
    String path = Links.comments(article) + "/vorschau";
    HttpResponse<String> refused = asAnna.post(path, "text", "ü".repeat(2001));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(Jsoup.parse(refused.body()).select("textarea").val()).hasSize(2001);
    assertThat(Jsoup.parse(refused.body()).select(".form-error").text()).contains("2.001");
    assertThat(asAnna.post(path, "text", " \n ").statusCode()).isEqualTo(422);
    assertThat(asAnna.post(path, "text", "\0\u202E").statusCode()).isEqualTo(422);
    assertThat(asAnna.post("/artikel/999999/kommentare/vorschau", "text", "x").statusCode())
        .isEqualTo(404);
  }

  @Test
  void aQuoteStandsInTheAnswersForm() {
    ArticleId article = TestArticles.publish(paper, "Zitat");
    post(ng, article, "> Alt\n\nDas ist **wichtig**.\n\nUnd das.");
    post(ng, article, "Wort ".repeat(300));
    post(ng, article, "> Nur ein Zitat");
    String link = view(article).select("#kommentar-1 .comment-quote").attr("href");
    assertThat(typed(link)).isEqualTo("> Das ist **wichtig**.\n>\n> Und das.");
    assertThat(typed(Links.comments(article) + "/2/antworten?zitat=1"))
        .hasSizeLessThan(Quote.LONGEST + 10)
        .endsWith("Wort …");
    assertThat(typed(Links.comments(article) + "/3/antworten?zitat=1"))
        .isEqualTo("> > Nur ein Zitat");
    assertThat(typed(Links.comments(article) + "/1/antworten?zitat=nein")).isEmpty();
    assertThat(asAnna.get(Links.comments(article) + "/9/antworten?zitat=1").statusCode())
        .isEqualTo(404);
  }

  @Test
  void whoIsOnlyQuotedIsNotCalledAgain() {
    ArticleId article = TestArticles.publish(paper, "Zitierte Namen");
    CommentId quoting = post(anna, article, "> @Sepp hat recht\n\nFindet @N.G. auch");
    assertThat(mentioned(quoting)).containsExactly(ng.account().value());
    CommentId naming = post(anna, article, "> @Sepp hat recht\n\nJa, @Sepp!");
    assertThat(mentioned(naming)).containsExactly(sepp.account().value());
    discussion.edit(anna, naming, null, "@N.G. und @N.G. und @sepp...", now());
    assertThat(mentioned(naming))
        .containsExactlyInAnyOrder(ng.account().value(), sepp.account().value());
  }

  @Test
  void anAnswerWhoseCommentIsDeletedWhileSomebodyTypesCanStandByItself() {
    ArticleId article = TestArticles.publish(paper, "Weg beim Tippen");
    CommentId parent = post(ng, article, "Gleich weg");
    discussion.delete(ng, parent);
    HttpResponse<String> refused =
        asAnna.post(Links.comment(parent) + "/antworten", "text", "Meine Antwort");
    assertThat(refused.statusCode()).isEqualTo(409);
    Document page = Jsoup.parse(refused.body());
    assertThat(page.select(".form-error").text()).contains("Dein Text ist noch da");
    assertThat(page.select("textarea").val()).isEqualTo("Meine Antwort");
    assertThat(page.select("[name=aufgehoben]").val()).isEqualTo("1");
    asAnna.post(page.select("form.write").attr("action"), "text", "Meine Antwort");
    assertThat(view(article).select(".comment-text").eachText()).containsExactly("Meine Antwort");
  }

  @Test
  void aTextForATalkThatHasClosedOrGoneIsShownToBeCopied() {
    ArticleId closed =
        TestArticles.publish(
            paper, "Zu", new DiscussionRules(DiscussionRules.Mode.CLOSED, null, Duration.ZERO));
    TestBrowser stranger = new TestBrowser(paper);
    for (TestBrowser browser : List.of(stranger, asAnna)) {
      HttpResponse<String> refused = browser.post(Links.comments(closed), "text", "Zu spät");
      assertThat(refused.statusCode()).isEqualTo(403);
      assertThat(Jsoup.parse(refused.body()).select("textarea").val()).isEqualTo("Zu spät");
    }
    ArticleId gone = TestArticles.publish(paper, "Zurückgezogen");
    paper.door(Publishing.class).withdraw(gone);
    for (TestBrowser browser : List.of(stranger, asAnna)) {
      HttpResponse<String> refused = browser.post(Links.comments(gone), "text", "Ins Leere");
      assertThat(refused.statusCode()).isEqualTo(410);
      assertThat(Jsoup.parse(refused.body()).select("textarea[readonly]").val())
          .isEqualTo("Ins Leere");
    }
  }

  @Test
  void aScriptThatTriesAgainAfterALostAnswerPostsOnceAndHearsWhereTheTextsDiffer() {
    ArticleId article = TestArticles.publish(paper, "Verlorene Antwort");
    String key = UUID.randomUUID().toString();
    JsonNode first = scripted(asAnna, Links.comments(article), "Eins  ", "abgabe", key);
    assertThat(first.get("same").asBoolean()).isTrue();
    assertThat(first.get("html").asString()).contains("Eins");
    assertThat(scripted(asAnna, Links.comments(article), "Eins", "abgabe", key).get("same"))
        .hasToString("true");
    JsonNode changed = scripted(asAnna, Links.comments(article), "Zwei", "abgabe", key);
    assertThat(changed.get("same").asBoolean()).isFalse();
    assertThat(changed.get("text").asString()).isEqualTo("Eins");
    assertThat(numbers(article)).containsExactly("1");
  }

  @Test
  void whatIsTakenBackComesBackToItsAuthorAsAText() {
    ArticleId article = TestArticles.publish(paper, "Zurückgenommen");
    post(anna, article, "**Doch** nicht");
    JsonNode gone = scripted(asAnna, Links.comments(article) + "/1/loeschung", "");
    assertThat(gone.get("html").asString()).isEmpty();
    assertThat(gone.get("text").asString()).isEqualTo("**Doch** nicht");
    assertThat(gone.get("replyTo").isNull()).isTrue();
  }

  private String typed(String path) {
    return Jsoup.parse(asAnna.get(path).body()).select("textarea").val();
  }

  private List<Long> mentioned(CommentId id) {
    return paper
        .door(JdbcClient.class)
        .sql("select account from mention where article = ? and number = ?")
        .params(id.article().value(), id.number())
        .query((row, n) -> row.getLong(1))
        .list();
  }

  private static JsonNode scripted(TestBrowser browser, String path, String text, String... more) {
    StringBuilder form = new StringBuilder("text=").append(encoded(text));
    for (int i = 0; i < more.length; i += 2) {
      form.append('&').append(more[i]).append('=').append(encoded(more[i + 1]));
    }
    HttpResponse<String> answer =
        browser.send(
            browser
                .request(path)
                .setHeader("Accept", "application/json")
                .header("Sec-Fetch-Site", "same-origin")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(form.toString())));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JsonMapper.builder().build().readTree(answer.body());
  }

  private static String encoded(String text) {
    return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
  }

  private List<String> numbers(ArticleId article) {
    return view(article).select(".comment").eachAttr("data-number");
  }

  private Document view(ArticleId article) {
    return Jsoup.parse(asAnna.get(Links.personalView(article)).body());
  }

  private CommentId post(Reader reader, ArticleId article, String text) {
    return discussion.post(reader, article, text, UUID.randomUUID(), now()).comment().id();
  }

  private static java.time.Instant now() {
    return Clock.systemUTC().instant();
  }
}
