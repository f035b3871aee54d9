package org.talblatt.discussion;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.talblatt.base.ArticleId;
import org.talblatt.base.CommentId;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Role;
import org.talblatt.paper.Actor;
import org.talblatt.testing.TestArticles;
import org.talblatt.testing.TestBrowser;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The talk as JSON. */
class CommentApiTest {
  private static final TestPaper paper = TestPaper.start();
  private static final Reader anna = TestReaders.create(paper, "Anna");
  private static final Reader ben = TestReaders.create(paper, "Ben");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final TestBrowser asAnna = TestBrowser.as(paper, anna);
  private final TestBrowser asBen = TestBrowser.as(paper, ben);

  @AfterAll
  static void stop() {
    paper.close();
  }

  @Test
  void aCommentIsWrittenAnsweredChangedRatedAndDeleted() {
    String comments = comments(TestArticles.publish(paper, "Schnittstelle"));
    HttpResponse<String> created = asAnna.json("POST", comments, "{\"text\": \"**Erste**\"}");
    assertThat(created.statusCode()).isEqualTo(201);
    JsonNode comment = JSON.readTree(created.body());
    assertThat(comment.get("number").asInt()).isEqualTo(1);
    assertThat(comment.get("replyTo").isNull()).isTrue();
    assertThat(comment.get("author").get("name").asString()).isEqualTo("Anna");
    assertThat(comment.get("html").asString()).isEqualTo("<p><strong>Erste</strong></p>");
    assertThat(comment.get("state").asString()).isEqualTo("published");
    assertThat(comment.get("createdAt").asString()).matches(".*T.*[+][0-9]{2}:[0-9]{2}");
    assertThat(comment.get("url").asString()).endsWith("/kommentare/1");

    JsonNode reply =
        JSON.readTree(asBen.json("POST", comments, "{\"text\": \"Nein\", \"replyTo\": 1}").body());
    assertThat(reply.get("replyTo").asInt()).isEqualTo(1);
    JsonNode rated = JSON.readTree(vote(asBen, comments + "/1", 1).body());
    assertThat(rated.get("votes").get("up").asInt()).isEqualTo(1);
    assertThat(rated.get("vote").asInt()).isEqualTo(1);
    assertThat(vote(asBen, comments + "/1", -1).body()).contains("\"up\":0,\"down\":1");
    assertThat(vote(asBen, comments + "/1", 0).body()).contains("\"up\":0,\"down\":0");

    assertThat(asBen.json("PATCH", comments + "/2", "{\"text\": \"Doch\", \"revision\": 1}").body())
        .contains("\"text\":\"Doch\"");
    assertThat(
            asBen
                .json("PATCH", comments + "/2", "{\"text\": \"Alt\", \"revision\": 1}")
                .statusCode())
        .isEqualTo(409);
    HttpResponse<String> deleted = asAnna.json("DELETE", comments + "/1", "");
    assertThat(deleted.body()).contains("\"state\":\"deleted\"").doesNotContain("Erste");
    JsonNode left = JSON.readTree(asBen.get(comments + "/1").body());
    assertThat(left.get("author").isNull()).isTrue();
    assertThat(left.get("text").asString()).isEmpty();
  }

  @Test
  void aListIsReadPageByPageEveryCommentOnce() {
    ArticleId article = TestArticles.publish(paper, "Seitenweise");
    String comments = comments(article);
    for (int i = 1; i <= 25; i++) {
      String replyTo = i % 4 == 0 ? ", \"replyTo\": " + (i - 1) : "";
      asAnna.json("POST", comments, "{\"text\": \"Nummer " + i + "\"" + replyTo + "}");
    }
    for (String sort : List.of("newest", "oldest", "best", "discussed")) {
      List<Integer> numbers = new ArrayList<>();
      String cursor = "";
      do {
        JsonNode page =
            JSON.readTree(asBen.get(comments + "?limit=7&sort=" + sort + cursor).body());
        assertThat(page.get("total").asInt()).isEqualTo(25);
        page.get("items").forEach(item -> numbers.add(item.get("number").asInt()));
        cursor = page.get("next").isNull() ? "" : "&cursor=" + page.get("next").asString();
      } while (!cursor.isEmpty());
      assertThat(numbers).as(sort).hasSize(25).doesNotHaveDuplicates();
      assertThat(numbers.indexOf(4)).as("a reply follows").isEqualTo(numbers.indexOf(3) + 1);
    }
  }

  @Test
  void whatTheNewsroomMarksIsSaid() {
    ArticleId article = TestArticles.publish(paper, "Kuratiert");
    String comments = comments(article);
    Reader editor = TestReaders.create(paper, "Redakteurin", Role.EDITOR);
    TestBrowser.as(paper, editor).json("POST", comments, "{\"text\": \"Von uns\"}");
    JsonNode plain = JSON.readTree(asAnna.json("POST", comments, "{\"text\": \"A\"}").body());
    assertThat(plain.get("pinnedAt").isNull()).isTrue();
    assertThat(plain.get("repliesClosed").asBoolean()).isFalse();
    assertThat(plain.get("author").get("badge").isNull()).isTrue();
    Curation curation = paper.door(Curation.class);
    CommentId first = new CommentId(article, 1);
    Actor by = Actor.of(editor.account(), "test");
    curation.pin(editor, first, by, Instant.parse("2026-05-04T10:00:00Z"));
    curation.closeReplies(editor, first, by);
    JsonNode marked = JSON.readTree(asBen.get(comments + "/1").body());
    assertThat(marked.get("pinnedAt").asString()).isEqualTo("2026-05-04T12:00:00+02:00");
    assertThat(marked.get("repliesClosed").asBoolean()).isTrue();
    assertThat(marked.get("author").get("badge").asString()).isEqualTo("editor");
    JsonNode listed = JSON.readTree(asBen.get(comments + "?sort=oldest").body());
    assertThat(listed.get("items").get(0)).isEqualTo(marked);
  }

  @Test
  void refusalsAreProblemDetailsInTheRightKind() {
    String comments = comments(TestArticles.publish(paper, "Fehler"));
    TestBrowser stranger = new TestBrowser(paper);
    assertProblem(stranger.json("POST", comments, "{\"text\": \"x\"}"), 401);
    assertProblem(stranger.json("PUT", comments + "/1/vote", "{\"value\": 1}"), 401);
    assertProblem(asAnna.json("POST", comments, "{\"text\": \" \"}"), 422);
    assertProblem(asAnna.json("POST", comments, "{}"), 422);
    assertProblem(asAnna.json("POST", comments, "{\"text\": "), 422);
    assertProblem(asAnna.json("POST", comments, "{\"text\": \"x\", \"replyTo\": 99}"), 409);
    assertProblem(asAnna.json("POST", comments, "{\"text\": \"x\", \"replyTo\": -1}"), 422);
    asAnna.json("POST", comments, "{\"text\": \"eins\"}");
    assertProblem(vote(asAnna, comments + "/1", 1), 403);
    assertProblem(vote(asBen, comments + "/1", 5), 422);
    assertProblem(asBen.json("DELETE", comments + "/1", ""), 403);
    assertProblem(asBen.json("PATCH", comments + "/1", "{\"text\": \"x\"}"), 403);
    assertProblem(asBen.json("GET", comments + "?sort=quer", ""), 422);
    assertProblem(asBen.json("GET", comments + "?limit=0", ""), 422);
    assertProblem(asBen.json("GET", comments + "?limit=x", ""), 422);
    assertProblem(asBen.json("GET", comments + "?cursor=x", ""), 422);
    assertProblem(asBen.json("GET", comments + "/77", ""), 404);
    assertProblem(asBen.json("GET", "/api/v1/articles/999999/comments", ""), 404);
  }

  @Test
  void theSameKeyPostsOnce() {
    String comments = comments(TestArticles.publish(paper, "Schlüssel"));
    for (int i = 0; i < 2; i++) {
      HttpResponse<String> answer = post(comments, "abc", "x");
      assertThat(JSON.readTree(answer.body()).get("number").asInt()).isEqualTo(1);
    }
    assertProblem(post(comments, "abc", "ein anderer Text"), 409);
    assertProblem(post(comments, " ", "leer"), 422);
    String elsewhere = comments(TestArticles.publish(paper, "Derselbe Schlüssel"));
    assertThat(post(elsewhere, "abc", "ein anderer Text").statusCode()).isEqualTo(201);
  }

  private HttpResponse<String> post(String comments, String key, String text) {
    return asAnna.send(
        asAnna
            .request(comments)
            .header("Idempotency-Key", key)
            .header("Content-Type", "application/json")
            .header("Sec-Fetch-Site", "same-origin")
            .POST(HttpRequest.BodyPublishers.ofString("{\"text\": \"" + text + "\"}")));
  }

  private static HttpResponse<String> vote(TestBrowser browser, String comment, int value) {
    return browser.json("PUT", comment + "/vote", "{\"value\": " + value + "}");
  }

  private static void assertProblem(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(JSON.readTree(answer.body()).get("detail").asString()).isNotBlank();
  }

  private static String comments(ArticleId article) {
    return "/api/v1/articles/" + article + "/comments";
  }
}
