package org.talblatt.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.talblatt.article.Elsewhere;
import org.talblatt.article.Publishing;
import org.talblatt.base.ArticleId;
import org.talblatt.base.Links;
import org.talblatt.discussion.Discussion;
import org.talblatt.identity.Reader;
import org.talblatt.testing.Statements;
import org.talblatt.testing.TestArticles;
import org.talblatt.testing.TestBrowser;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How many comments stand where, for other people's pages. */
class CommentCountTest {
  private static final String PATH = "/api/v1/comment-counts";
  private static final TestPaper paper = TestPaper.start();
  private static final Reader anna = TestReaders.create(paper, "Anna");
  private static final ArticleId talked = talkedUnder("Beredet", 3);
  private static final ArticleId silent = talkedUnder("Still", 0);

  private final TestBrowser browser = new TestBrowser(paper);

  @AfterAll
  static void stop() {
    paper.close();
  }

  @Test
  void countsComeInTheOrderAskedForByNumberOrByAddress() {
    String full = browser.get(Links.article(talked)).headers().firstValue("Location").orElseThrow();
    String path = full.replaceFirst("^http://[^/]+", "");
    JsonNode answer =
        json(
            ask(
                "?article="
                    + silent
                    + "&article="
                    + talked
                    + "&article=999999&url="
                    + paper.url(path)
                    + "&url="
                    + path
                    + "%3Fseite%3D2%23kommentar-3"
                    + "&url=https://example.org/politik/anderswo-1&url=gar+keine"));
    assertThat(answer.get("items").toString())
        .isEqualTo(
            "[%s,%s,%s,%s]"
                .formatted(
                    item(silent, paper.url(Links.article(silent)).toString(), 0),
                    item(talked, paper.url(Links.article(talked)).toString(), 3),
                    item(talked, paper.url(path).toString(), 3),
                    item(talked, path + "?seite=2#kommentar-3", 3)));
    assertThat(answer.get("next").isNull()).isTrue();
    assertThat(answer.get("total").asInt()).isEqualTo(4);
  }

  @Test
  void whatIsWithdrawnIsMissing() {
    ArticleId gone = talkedUnder("Zurückgezogen", 1);
    paper.door(Publishing.class).withdraw(gone);
    assertThat(json(ask("?article=" + gone)).get("items")).isEmpty();
  }

  @Test
  void anotherHousesPageIsCountedByItsAddress() {
    String address = "https://bergblick.example/huette?p=7";
    ArticleId page =
        paper
            .door(Publishing.class)
            .open(
                new Elsewhere(address, "Die Hütte", "politik", "de"), Clock.systemUTC().instant());
    post(page, 2);
    JsonNode items =
        json(ask("?url=https://bergblick.example/huette%3Fp%3D7%23unten&url=https://nie.example/"))
            .get("items");
    assertThat(items.toString()).isEqualTo("[" + item(page, address + "#unten", 2) + "]");
    paper.door(Publishing.class).withdraw(page);
    assertThat(json(ask("?url=https://bergblick.example/huette%3Fp%3D7")).get("items")).isEmpty();
  }

  @Test
  void aForeignPagesScriptMayAskAndKeepItForHalfAMinute() {
    ArticleId later = talkedUnder("Später mehr", 2);
    HttpRequest.Builder request =
        browser
            .request(PATH + "?article=" + later)
            .header("Origin", "https://blog.example.org")
            .header("Sec-Fetch-Site", "cross-site");
    HttpResponse<String> answer = browser.send(request);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
    assertThat(answer.headers().firstValue("Access-Control-Allow-Credentials")).isEmpty();
    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("max-age=30, public");
    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    String tag = answer.headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> again = browser.send(request.header("If-None-Match", tag));
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
    paper
        .door(Discussion.class)
        .post(anna, later, "Noch eins", UUID.randomUUID(), Clock.systemUTC().instant());
    assertThat(browser.send(request).statusCode()).as("one more").isEqualTo(200);
  }

  @Test
  void aHundredAreOneStatement() {
    String hundred =
        IntStream.rangeClosed(1, 100)
            .mapToObj(i -> "article=" + i)
            .collect(Collectors.joining("&", "?", ""));
    List<String> asked = Statements.during(paper, () -> ask(hundred));
    assertThat(asked).hasSize(1);
    HttpResponse<String> more = ask(hundred + "&article=101");
    assertThat(more.statusCode()).isEqualTo(422);
    assertThat(more.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(more.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "?article=",
        "?article=0",
        "?article=-1",
        "?article=1.5",
        "?article=x%00",
        "?article=9999999999999999999",
        "?article=%F0%9F",
        "?artikel=1"
      })
  void whatCantBeReadIsRefused(String query) {
    assertThat(ask(query).statusCode()).isEqualTo(422);
  }

  @Test
  void anEndlessAddressIsRefused() {
    assertThat(ask("?url=/" + "a".repeat(2_000)).statusCode()).isEqualTo(422);
    assertThat(ask("?url=/%00").statusCode()).isEqualTo(200);
  }

  private HttpResponse<String> ask(String query) {
    return browser.send(browser.request(PATH + query).setHeader("Accept", "application/json"));
  }

  private static String item(ArticleId article, String url, int count) {
    return "{\"article\":%s,\"url\":\"%s\",\"commentCount\":%d}".formatted(article, url, count);
  }

  private static ArticleId talkedUnder(String headline, int comments) {
    ArticleId article = TestArticles.publish(paper, headline);
    post(article, comments);
    return article;
  }

  private static void post(ArticleId article, int comments) {
    Discussion discussion = paper.door(Discussion.class);
    for (int i = 0; i < comments; i++) {
      discussion.post(anna, article, "Nummer " + i, UUID.randomUUID(), Clock.systemUTC().instant());
    }
  }

  private static JsonNode json(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JsonMapper.builder().build().readTree(answer.body());
  }
}
