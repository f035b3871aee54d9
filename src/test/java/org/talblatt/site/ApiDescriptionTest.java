package org.talblatt.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.talblatt.base.ArticleId;
import org.talblatt.identity.Role;
import org.talblatt.testing.TestArticles;
import org.talblatt.testing.TestBrowser;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API's description says what the API does. */
class ApiDescriptionTest {
  private static final TestPaper paper = TestPaper.start();
  private static final ArticleId article = TestArticles.publish(paper, "Beschrieben");
  private static final TestBrowser nobody = new TestBrowser(paper);
  private static final TestBrowser reader =
      TestBrowser.as(paper, TestReaders.create(paper, "Leserin Eins"));
  private static final TestBrowser editor =
      TestBrowser.as(paper, TestReaders.create(paper, "Redakteurin", Role.EDITOR));
  private static final JsonNode description = read(nobody.json("GET", "/api/openapi.json", ""));

  @AfterAll
  static void stop() {
    paper.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0000',
      value = {
        "nobody | GET | articles | | | 200",
        "nobody | GET | articles | ?limit=0 | | 422",
        "nobody | GET | articles/{id} | | | 200",
        "nobody | POST | session | | {\"login\":\"x\",\"password\":\"y\"} | 401",
        "nobody | POST | session | | { | 422",
        "nobody | DELETE | session | | | 204",
        "nobody | GET | me | | | 401",
        "reader | GET | me | | | 200",
        "nobody | POST | readers | | {\"name\":\"Neu\",\"email\":\"n@example.org\",\"password\":\"lang genug\"} | 201",
        "nobody | POST | readers | | {} | 422",
        "nobody | POST | articles/{article}/comments | | {\"text\":\"x\"} | 401",
        "reader | POST | articles/{article}/comments | | {\"text\":\"eins\"} | 201",
        "reader | POST | articles/{article}/comments | | {\"text\":\"\"} | 422",
        "reader | POST | articles/{article}/comments | | {\"text\":\"x\",\"replyTo\":99} | 409",
        "nobody | GET | articles/{article}/comments | | | 200",
        "nobody | GET | articles/{article}/comments | ?sort=x | | 422",
        "nobody | GET | articles/{article}/comments/{number} | | | 404",
        "reader | PUT | articles/{article}/comments/{number}/vote | | {\"value\":1} | 404",
        "reader | PATCH | articles/{article}/comments/{number} | | {\"text\":\"x\"} | 404",
        "reader | DELETE | articles/{article}/comments/{number} | | | 404",
        "nobody | GET | comment-counts | ?article=1 | | 200",
        "nobody | GET | comment-counts | | | 422",
        "nobody | GET | wire | | | 401",
        "reader | GET | wire | | | 403",
        "editor | GET | wire | | | 200",
        "editor | POST | wire | | {} | 422",
        "editor | POST | wire/{id}/publish | | {} | 404",
      })
  void whatIsAnsweredIsDescribed(
      String who, String method, String path, String query, String body, int status) {
    String template = "/api/v1/" + path;
    String address =
        template
            .replaceFirst("\\{(id|article)}", path.startsWith("wire") ? "99" : article.toString())
            .replace("{number}", "999");
    TestBrowser browser =
        switch (who) {
          case "reader" -> reader;
          case "editor" -> editor;
          default -> nobody;
        };
    HttpResponse<String> answer =
        browser.json(method, address + (query == null ? "" : query), body == null ? "" : body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    JsonNode answers = operation(method, template).get("responses");
    assertThat(answers.has("" + status)).as("%s", answers).isTrue();
    if (status != 204) {
      String type = answer.headers().firstValue("Content-Type").orElseThrow();
      assertThat(answers.get("" + status).get("content").propertyNames()).containsExactly(type);
    }
  }

  @Test
  void everyWriteSaysThatItMayBeTooMuchOrTooOften() {
    for (var path : description.get("paths").properties()) {
      for (var operation : path.getValue().properties()) {
        JsonNode answers = operation.getValue().get("responses");
        if (!operation.getKey().equals("get")) {
          assertThat(answers.propertyNames()).as(path.getKey()).contains("403", "429");
        }
        if (operation.getValue().has("requestBody")) {
          assertThat(answers.propertyNames()).as(path.getKey()).contains("413", "415", "422");
        }
        assertThat(answers.toString()).doesNotContain("*/*");
      }
    }
  }

  @Test
  void itSaysWhereThePaperIs() {
    assertThat(description.get("servers").get(0).get("url").asString())
        .isEqualTo(paper.settings().url().toString());
  }

  @Test
  void anAgencyFileIsTheBodyOfItsDelivery() {
    assertThat(operation("POST", "/api/v1/wire").get("requestBody").get("content").propertyNames())
        .contains("application/xml", "application/json");
    assertThat(operation("POST", "/api/v1/wire").get("responses").propertyNames())
        .contains("200", "201");
  }

  @Test
  void aProblemIsAsDescribed() {
    JsonNode described = description.get("components").get("schemas").get("Problem");
    JsonNode answer =
        read(
            nobody.send(
                nobody
                    .request("/api/v1/readers")
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{}"))));
    assertThat(described.get("properties").propertyNames())
        .containsExactlyInAnyOrderElementsOf(answer.propertyNames());
    assertThat(List.of("type", "title", "status", "detail"))
        .allSatisfy(name -> assertThat(described.get("required").toString()).contains(name));
  }

  @Test
  void aCommentIsAsDescribed() {
    JsonNode schemas = description.get("components").get("schemas");
    JsonNode written =
        read(
            reader.json(
                "POST", "/api/v1/articles/" + article + "/comments", "{\"text\":\"Wie?\"}"));
    assertThat(schemas.get("CommentJson").get("properties").propertyNames())
        .containsAll(written.propertyNames())
        .contains("pinnedAt", "repliesClosed");
    assertThat(schemas.get("AuthorJson").get("properties").propertyNames())
        .containsExactlyInAnyOrderElementsOf(written.get("author").propertyNames())
        .contains("badge");
    assertThat(description.get("info").get("description").asString())
        .contains("pinnedAt", "repliesClosed", "badge");
  }

  private static JsonNode operation(String method, String path) {
    return description.get("paths").get(path).get(method.toLowerCase(java.util.Locale.ROOT));
  }

  private static JsonNode read(HttpResponse<String> answer) {
    return JsonMapper.builder().build().readTree(answer.body());
  }
}
