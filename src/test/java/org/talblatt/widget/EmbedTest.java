package org.talblatt.widget;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.talblatt.base.AccountId;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Role;
import org.talblatt.identity.Sessions;
import org.talblatt.testing.Statements;
import org.talblatt.testing.TestBrowser;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;

/** The talk on a page of another house, over HTTP. */
class EmbedTest {
  private static final TestPaper paper = TestPaper.start();
  private static final House house = House.open(paper, "bergblick", "https://bergblick.example");
  private static final House other = House.open(paper, "talschluss", "https://talschluss.example");
  private static final TestBrowser anybody = new TestBrowser(paper);

  @AfterAll
  static void stop() {
    paper.close();
  }

  @Test
  void anyPageMayReadAndFindsTheSameBytesInMemory() {
    String pass = house.pass("1", "Anna", "/lesen");
    assertThat(write(pass, "Gut zu lesen").statusCode()).isEqualTo(201);
    String address = house.fragment("/lesen", null, "");
    HttpResponse<String> first = anybody.get(address);
    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(first.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
    assertThat(first.headers().firstValue("Vary")).contains("Accept-Encoding");
    assertThat(first.headers().firstValue("Cross-Origin-Resource-Policy")).contains("cross-origin");
    assertThat(first.headers().firstValue("X-Robots-Tag")).contains("noindex");
    assertThat(first.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(Statements.during(paper, () -> anybody.get(address))).isEmpty();
    TestBrowser anna = TestBrowser.as(paper, TestReaders.create(paper, "Angemeldet"));
    assertThat(anna.get(address).body()).isEqualTo(first.body());
    Document shown = Jsoup.parse(first.body());
    assertThat(shown.select(".comment-text").text()).isEqualTo("Gut zu lesen");
    assertThat(shown.select(".talk-title").text()).isEqualTo("1 Kommentar auf „Seite /lesen“");
    assertThat(shown.select("script, noscript, .follow, [data-passkey]")).isEmpty();
    for (Element link : shown.select("a[href]")) {
      assertThat(link.attr("href")).matches("(http|#).*");
    }
    for (Element form : shown.select("form")) {
      assertThat(form.attr("action")).startsWith(paper.settings().url() + "/artikel/");
    }
    assertThat(write(pass, "Noch eins").statusCode()).isEqualTo(201);
    assertThat(anybody.get(address).body()).as("at once").contains("Noch eins");
  }

  @Test
  void pagesAndOrdersAreLinksWithinTheTalk() {
    String pass = house.pass("1", "Anna", "/lang");
    for (int i = 1; i <= 51; i++) {
      assertThat(write(pass, "Nummer " + i).statusCode()).isEqualTo(201);
    }
    Document first = Jsoup.parse(anybody.get(house.fragment("/lang", null, "")).body());
    assertThat(first.select(".talk-more").attr("data-talk")).startsWith("seite=2");
    assertThat(first.select(".talk-orders [data-talk='sortierung=aelteste']")).hasSize(1);
    assertThat(first.select(".talk-orders a").eachAttr("href"))
        .allMatch("https://bergblick.example/lang#kommentare"::equals);
    assertThat(comments(house.fragment("/lang", null, "?seite=2"))).containsExactly("1");
    assertThat(comments(house.fragment("/lang", null, "?kommentar=1"))).containsExactly("1");
    assertThat(comments(house.fragment("/lang", null, "?sortierung=aelteste")).getFirst())
        .isEqualTo("1");
    HttpResponse<String> none = anybody.get(house.fragment("/lang", null, "?seite=9"));
    assertThat(none.statusCode()).isEqualTo(404);
    assertThat(none.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
    assertThat(anybody.get(house.fragment("/lang", null, "?sprache=it")).body())
        .contains("lang=\"it\"");
  }

  @Test
  void aTalkBeginsWithTheFirstCommentAndNotBefore() {
    int before = articles();
    for (int i = 0; i < 5; i++) {
      assertThat(anybody.get(house.fragment("/leer" + i, null, "")).statusCode()).isEqualTo(200);
    }
    String pass = house.pass("1", "Anna", "/leer");
    HttpResponse<String> empty = house.call(pass, "GET", "thread", "");
    assertThat(Jsoup.parse(empty.body()).select("form.write textarea")).hasSize(1);
    assertThat(write(pass, "").statusCode()).isEqualTo(422);
    assertThat(articles()).as("a refused comment begins none").isEqualTo(before);
    assertThat(write(pass, "Los").statusCode()).isEqualTo(201);
    assertThat(articles()).isEqualTo(before + 1);
    assertThat(comments(house.fragment("/leer", null, ""))).containsExactly("1");
    assertThat(comments(house.fragment("/leer/?utm=x", null, ""))).containsExactly("1");
  }

  @Test
  void aLinkPutsNoWordsOfItsOwnOnOurPage() {
    String address = "https%3A%2F%2Fbergblick.example%2Fungesprochen";
    Document page =
        Jsoup.parse(
            anybody
                .get("/einbettung/bergblick?adresse=" + address + "&titel=Konto+gesperrt")
                .body());
    assertThat(page.select("h1")).hasSize(1);
    assertThat(page.text()).doesNotContain("gesperrt");
  }

  @Test
  void aRefusalIsAFragmentThatSaysWhy() {
    HttpResponse<String> foreign =
        anybody.get(other.fragment("/x", null, "").replace("talschluss", "bergblick"));
    assertThat(foreign.statusCode()).isEqualTo(403);
    assertThat(foreign.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
    assertThat(foreign.body())
        .contains(
            "data-problem=\"origin-not-allowed\"", "https://talschluss.example", "Verwaltung");
    HttpResponse<String> unknown =
        anybody.get(house.fragment("/x", null, "").replace("bergblick", "niemand"));
    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(unknown.body()).contains("data-problem=\"site-unknown\"");
    HttpResponse<String> sneaky =
        anybody.get(house.fragment("/x", null, "?sprache=%3Cscript%3E&seite=0x1"));
    assertThat(sneaky.body()).doesNotContain("<script");
    assertThat(house.exchange("https://evil.example", "/x", Map.of("signOn", "x")).statusCode())
        .isEqualTo(403);
  }

  @Test
  void onlyTheSitesOriginsMayCallAndOnlyWhatTheWidgetCalls() {
    HttpResponse<String> allowed = preflight(house.origin(), "/api/v1/embed/comments");
    assertThat(allowed.statusCode()).isEqualTo(204);
    assertThat(allowed.headers().firstValue("Access-Control-Allow-Origin"))
        .contains(house.origin());
    assertThat(allowed.headers().firstValue("Access-Control-Allow-Credentials")).isEmpty();
    assertThat(allowed.headers().allValues("Vary").toString()).contains("Origin");
    HttpResponse<String> evil = preflight("https://evil.example", "/api/v1/embed/comments");
    assertThat(evil.statusCode()).isEqualTo(403);
    assertThat(evil.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    for (String elsewhere : List.of("/api/v1/me", "/api/v1/session", "/artikel/1/kommentare")) {
      assertThat(
              preflight(house.origin(), elsewhere)
                  .headers()
                  .firstValue("Access-Control-Allow-Origin"))
          .as(elsewhere)
          .isEmpty();
    }
  }

  @Test
  void aReaderAnswersRatesChangesAndDeletesByThePass() {
    String anna = house.pass("1", "Anna", "/alles");
    String bert = house.pass("2", "Bert", "/alles");
    assertThat(write(anna, "Erstens").statusCode()).isEqualTo(201);
    HttpResponse<String> answer =
        house.call(bert, "POST", "comments", "{\"text\":\"Zweitens\",\"replyTo\":1}");
    assertThat(answer.statusCode()).isEqualTo(201);
    HttpResponse<String> vote = house.call(bert, "PUT", "comments/1/vote", "{\"value\":1}");
    assertThat(House.json(vote).get("up").asInt()).isEqualTo(1);
    assertThat(house.call(anna, "PUT", "comments/1/vote", "{\"value\":1}").statusCode())
        .as("not one's own")
        .isEqualTo(403);
    Document shown = Jsoup.parse(house.call(bert, "GET", "thread", "").body());
    assertThat(shown.select("#kommentar-1 .vote-up").attr("aria-pressed")).isEqualTo("true");
    assertThat(shown.select("#kommentar-2 [href$=/bearbeiten]")).hasSize(1);
    assertThat(shown.select(".embed-who").text()).contains("Bert");
    assertThat(House.json(house.call(bert, "GET", "comments/2", "")).get("text").asString())
        .isEqualTo("Zweitens");
    assertThat(house.call(anna, "GET", "comments/2", "").statusCode()).isEqualTo(404);
    assertThat(
            house
                .call(bert, "PATCH", "comments/2", "{\"text\":\"Anders\",\"revision\":1}")
                .statusCode())
        .isEqualTo(200);
    assertThat(house.call(anna, "DELETE", "comments/2", "").statusCode()).isEqualTo(403);
    assertThat(house.call(bert, "DELETE", "comments/2", "").statusCode()).isEqualTo(200);
    assertThat(comments(house.fragment("/alles", null, ""))).containsExactly("1");
  }

  @Test
  void aPassIsGoodForOnePageOneOriginAndNothingElse() {
    String pass = house.pass("1", "Anna", "/eine");
    assertThat(write(pass, "Hier").statusCode()).isEqualTo(201);
    assertThat(
            house.call(other.origin(), pass, "POST", "comments", "{\"text\":\"x\"}").statusCode())
        .isEqualTo(401);
    assertThat(house.call(house.origin(), "falsch", "GET", "thread", "").statusCode())
        .isEqualTo(401);
    String otherPage = house.pass("1", "Anna", "/andere");
    assertThat(house.call(otherPage, "GET", "comments/1", "").statusCode()).isEqualTo(404);
    for (String api : List.of("/api/v1/me", "/konto", "/ich/artikel/1")) {
      HttpResponse<String> answer =
          anybody.send(
              anybody
                  .request(api)
                  .header("Authorization", "Bearer " + pass)
                  .header("Accept", "application/json"));
      assertThat(answer.body()).as(api).doesNotContain("Anna");
    }
    paper
        .door(JdbcClient.class)
        .sql("update widget_pass set expires_at = now() where token_hash = ?")
        .param(org.talblatt.identity.Token.hash(pass))
        .update();
    assertThat(write(pass, "Zu spät").statusCode()).isEqualTo(401);
    paper.run("widget-forget-ended");
    String ended = house.pass("1", "Anna", "/eine");
    assertThat(house.call(ended, "DELETE", "token", "").statusCode()).isEqualTo(204);
    assertThat(write(ended, "Abgemeldet").statusCode()).isEqualTo(401);
  }

  @Test
  void staffAreReadersThere() {
    Reader chief = TestReaders.create(paper, "Chefin", Role.ADMINISTRATOR, Role.MODERATOR);
    paper
        .door(JdbcClient.class)
        .sql("insert into widget_login (site, subject, account) values ('bergblick', 'chefin', ?)")
        .param(chief.account().value())
        .update();
    String pass = house.pass("chefin", "Chefin", "/chefin");
    assertThat(write(house.pass("1", "Anna", "/chefin"), "Von Anna").statusCode()).isEqualTo(201);
    assertThat(house.call(pass, "DELETE", "comments/1", "").statusCode()).isEqualTo(403);
    assertThat(house.call(pass, "GET", "thread", "").body()).doesNotContain("/moderation");
  }

  @Test
  void loggingOutEverywhereAndASuspensionEndItAtOnce() {
    String pass = house.pass("41", "Ludwig", "/ende");
    assertThat(write(pass, "Noch").statusCode()).isEqualTo(201);
    AccountId account =
        paper
            .door(JdbcClient.class)
            .sql("select account from widget_login where site = 'bergblick' and subject = '41'")
            .query((row, n) -> new AccountId(row.getLong(1)))
            .single();
    paper.door(Sessions.class).closeAll(account);
    assertThat(write(pass, "Nicht mehr").statusCode()).isEqualTo(401);
    String again = house.pass("41", "Ludwig", "/ende");
    assertThat(write(again, "Wieder da").statusCode()).isEqualTo(201);
    paper
        .door(JdbcClient.class)
        .sql("update account set state = 'suspended' where id = ?")
        .param(account.value())
        .update();
    assertThat(write(again, "Gesperrt").statusCode()).isEqualTo(403);
    assertThat(house.call(again, "PUT", "comments/1/vote", "{\"value\":0}").statusCode())
        .isEqualTo(403);
    paper
        .door(JdbcClient.class)
        .sql("update account set state = 'banned' where id = ?")
        .param(account.value())
        .update();
    assertThat(write(again, "Gebannt").statusCode()).isEqualTo(401);
    assertThat(
            house
                .exchange("/ende", Map.of("signOn", house.sign(house.claims("41", "Ludwig"))))
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  void withdrawnIsGoneFromThePageAtOnce() {
    String pass = house.pass("1", "Anna", "/weg");
    assertThat(write(pass, "Streitbar").statusCode()).isEqualTo(201);
    String address = house.fragment("/weg", null, "");
    assertThat(anybody.get(address).body()).contains("Streitbar");
    long article =
        paper
            .door(JdbcClient.class)
            .sql("select article from widget_page where page_key = 'a:bergblick.example/weg'")
            .query(Long.class)
            .single();
    TestBrowser chief =
        TestBrowser.as(paper, TestReaders.create(paper, "Verwalterin", Role.ADMINISTRATOR));
    assertThat(
            chief
                .post("/verwaltung/einbettung/bergblick/seiten/" + article + "/ruecknahme")
                .statusCode())
        .isEqualTo(303);
    HttpResponse<String> gone = anybody.get(address);
    assertThat(gone.statusCode()).isEqualTo(410);
    assertThat(gone.body()).doesNotContain("Streitbar").contains("data-problem");
    assertThat(write(pass, "Trotzdem").statusCode()).isEqualTo(410);
  }

  @Test
  void theScriptIsOneFileUnderFifteenKilobytes() throws Exception {
    HttpResponse<String> plain = anybody.get("/einbettung/talblatt.js");
    assertThat(plain.statusCode()).isEqualTo(200);
    assertThat(plain.headers().firstValue("Content-Type"))
        .contains("text/javascript;charset=utf-8");
    assertThat(plain.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
    assertThat(plain.body()).contains("customElements.define", ":host", "comment-text");
    HttpResponse<byte[]> packed =
        java.net.http.HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(paper.url("/einbettung/talblatt.js"))
                    .header("Accept-Encoding", "gzip")
                    .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
    assertThat(packed.body().length).isLessThan(15_000);
    byte[] unpacked = new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes();
    assertThat(new String(unpacked, StandardCharsets.UTF_8)).isEqualTo(plain.body());
  }

  private static HttpResponse<String> write(String pass, String text) {
    Map<String, String> body = new HashMap<>(Map.of("text", text));
    return house.call(
        pass,
        "POST",
        "comments",
        tools.jackson.databind.json.JsonMapper.builder().build().writeValueAsString(body));
  }

  private static List<String> comments(String address) {
    return Jsoup.parse(anybody.get(address).body()).select(".comment").eachAttr("data-number");
  }

  private static int articles() {
    return paper
        .door(JdbcClient.class)
        .sql("select count(*) from article where kind = 'external'")
        .query(Integer.class)
        .single();
  }

  private static HttpResponse<String> preflight(String origin, String path) {
    return anybody.send(
        HttpRequest.newBuilder(paper.url(path))
            .header("Origin", origin)
            .header("Access-Control-Request-Method", "POST")
            .header("Access-Control-Request-Headers", "authorization,content-type")
            .method("OPTIONS", HttpRequest.BodyPublishers.noBody()));
  }
}
