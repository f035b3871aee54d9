package org.talblatt.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Role;
import org.talblatt.testing.TestBrowser;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;
import org.talblatt.wire.Wire;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files as machines send them, and files that something is wrong with. */
class DeliveryTest {
  private static final TestPaper paper = TestPaper.start();
  private static final Reader EDITOR = TestReaders.create(paper, "Nachrichten", Role.EDITOR);
  private final TestBrowser editor = TestBrowser.as(paper, EDITOR);
  private final JdbcClient db = paper.door(JdbcClient.class);

  @AfterAll
  static void stop() {
    paper.close();
  }

  @Test
  void theBodyIsTheFileUnderWhateverContentType() {
    String types = "application/x-www-form-urlencoded text/xml application/octet-stream a/b";
    for (String type : types.split(" ")) {
      String urn = "urn:typ:" + type.replace('/', ':');
      HttpResponse<String> answer = send(type, "", version(urn, "Steg & Brücke=1"));
      assertThat(answer.statusCode()).as(type + answer.body()).isEqualTo(201);
      assertThat(item(answer).path("headline").asString()).isEqualTo("Steg & Brücke=1");
      assertThat(item(answer).path("state").asString()).isEqualTo("inbox");
    }
    HttpResponse<String> published =
        send("application/x-www-form-urlencoded", "?publish=true", version("urn:curl", "Sofort"));
    assertThat(item(published).path("state").asString()).isEqualTo("auto-published");
    assertThat(send("a/b", "?publish=vielleicht", version("urn:x", "X")).statusCode())
        .isEqualTo(422);
  }

  @Test
  void aFormIsRefusedInWords() {
    String form = part(version("urn:teil", "Teil")) + "--xyz--";
    HttpResponse<String> refused = send("multipart/form-data; boundary=xyz", "", form);
    assertThat(refused.statusCode()).isEqualTo(415);
    assertThat(refused.body()).contains("Inhalt der Anfrage");
  }

  @Test
  void whatEditorsSeeOfTheWireIsKeptByNobody() {
    String id = item(send("a/b", "", version("urn:privat", "Privat"))).path("id").asString();
    for (HttpResponse<String> answer :
        List.of(
            editor.get("/api/v1/wire"),
            send("a/b", "", version("urn:privat", "Privat")),
            editor.json("POST", "/api/v1/wire/" + id + "/publish", ""))) {
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Cache-Control")).hasValue("private, no-store");
    }
    assertThat(send("a/b", "", "kein").headers().firstValue("Cache-Control").orElseThrow())
        .contains("no-store");
  }

  @Test
  void aListIsAskedForByItsExactNameAndWithinItsBounds() {
    for (String query :
        "limit=0 limit=101 limit=-1 limit=x cursor=-1 cursor=0 cursor=x list=%C4%B1nbox list=INBOX"
            .split(" ")) {
      HttpResponse<String> answer = editor.get("/api/v1/wire?" + query);
      assertThat(answer.statusCode()).as(query).isEqualTo(422);
    }
    assertThat(editor.get("/api/v1/wire?list=inbox&limit=100&cursor=1").statusCode())
        .isEqualTo(200);
    assertThat(editor.get("/redaktion/eingang?liste=%C4%B1nbox").statusCode()).isEqualTo(404);
  }

  @Test
  void whereSomethingUnexpectedHappensTheFileIsKeptAndTheSenderTold() {
    db.sql("alter table wire_item add constraint never check (headline <> 'Unmöglich')").update();
    String file = version("urn:unmoeglich", "Unmöglich");
    HttpResponse<String> answer = send("a/b", "", file);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("intern, Kennzeichen").doesNotContain("constraint");
    assertThat(paper.door(Wire.class).refused(10))
        .anyMatch(kept -> kept.size() == OwnWire.bytes(file).length);
    db.sql("alter table wire_item drop constraint never").update();
    assertThat(send("a/b", "", file).statusCode()).isEqualTo(201);
    assertThat(paper.door(Wire.class).refused(10))
        .noneMatch(kept -> kept.size() == OwnWire.bytes(file).length);
  }

  @Test
  void aRepetitionWithTheSameBadItemIsNamedOnlyWhereItIsKept() {
    Deliveries deliveries = paper.door(Deliveries.class);
    String good = version("urn:halb", "Gut");
    String bad = version("urn:halb:bad", "Schlecht");
    bad = bad.replace("\"urgency\":4", "\"embargoed\":\"bald\"");
    byte[] file = OwnWire.bytes("[%s,%s]".formatted(good, bad));
    Delivered first = deliveries.deliver(file, "a", null, false);
    assertThat(first.file()).isPositive();
    assertThat(deliveries.deliver(file, "a", null, false).file()).isEqualTo(first.file());
    byte[] turned = OwnWire.bytes("[%s,%s]".formatted(bad, good));
    Delivered again = deliveries.deliver(turned, "a", null, false);
    assertThat(again.refusal()).as("still told").isNotNull();
    assertThat(again.file()).isZero();
    assertThat(deliveries.retry(first.file()).file()).isEqualTo(first.file());
  }

  @Test
  void whatMayNotBeForThePublicNeverGoesOutUnreadNotEvenAsAnUpdate() {
    String closed = "<p>(Nicht zur Veröffentlichung)</p><p>Autor X, +43 1 234</p>";
    String first = version("urn:zu", "Zu").replace("Text zu Zu.</p>", "Text zu Zu.</p>" + closed);
    JsonNode item = item(send("a/b", "?publish=true", first));
    assertThat(item.path("state").asString()).isEqualTo("inbox");
    assertThat(item.path("problem").asString()).contains("has to read it first");
    JsonNode published =
        json(editor.json("POST", "/api/v1/wire/" + item.path("id").asLong() + "/publish", ""));
    String path = URI.create(published.path("articleUrl").asString()).getPath();
    assertThat(editor.get(path).body()).contains("Text zu Zu.").doesNotContain("Autor X", "+43");
    String open =
        item(send("a/b", "?publish=true", version("urn:auf", "Auf"))).path("articleUrl").asString();
    String update =
        new String(OwnWire.version("urn:auf", 2, 5, 5, "usable", "Neu"), StandardCharsets.UTF_8)
            .replace("Text zu Neu.</p>", "Text zu Neu.</p>" + closed);
    assertThat(item(send("a/b", "?publish=true", update)).path("updateWaits").asBoolean()).isTrue();
    assertThat(editor.get(URI.create(open).getPath()).body())
        .contains("Text zu Auf.")
        .doesNotContain("Text zu Neu.", "Autor X");
  }

  @Test
  void anEmbargoedStoryCameOutWhenItsEmbargoEnded() {
    Instant end = Instant.now().plus(2, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
    Instant later = end.plus(1, ChronoUnit.HOURS);
    send("a/b", "?publish=true", embargoed(1, end));
    assertThat(publishedAt("Gesperrt")).isEqualTo(end);
    send("a/b", "?publish=true", embargoed(2, later));
    assertThat(publishedAt("Gesperrt")).isEqualTo(later);
    send(
        "a/b",
        "?publish=true",
        version("urn:frist", "Gesperrt").replace("\"version\":1,", "\"version\":3,"));
    assertThat(publishedAt("Gesperrt")).isBetween(Instant.now().minusSeconds(60), Instant.now());
    assertThat(editor.get("/").body()).contains("Gesperrt");
  }

  @Test
  void arabicCopyIsReadFromRightToLeft() {
    String arabic = version("urn:ar", "\u0645\u0631\u062D\u0628\u0627").replace("\"de\"", "\"ar\"");
    Element article = page(send("a/b", "?publish=true", arabic));
    assertThat(article.attr("lang") + " " + article.attr("dir")).isEqualTo("ar rtl");
    Element german = page(send("a/b", "?publish=true", version("urn:de", "Hallo")));
    assertThat(german.attr("lang") + " " + german.attr("dir")).isEqualTo("de ltr");
  }

  private Element page(HttpResponse<String> delivered) {
    String url = item(delivered).path("articleUrl").asString();
    String html = editor.get(URI.create(url).getPath()).body();
    return Objects.requireNonNull(Jsoup.parse(html).selectFirst("article.article"));
  }

  private Instant publishedAt(String headline) {
    return db.sql("select published_at from article where headline = ?")
        .param(headline)
        .query(OffsetDateTime.class)
        .single()
        .toInstant();
  }

  private static String embargoed(int version, Instant end) {
    return version("urn:frist", "Gesperrt")
        .replace("\"version\":1,", "\"version\":" + version + ",\"embargoed\":\"" + end + "\",");
  }

  private static String version(String urn, String headline) {
    return new String(OwnWire.version(urn, 1, 0, 0, "usable", headline), StandardCharsets.UTF_8);
  }

  private static String part(String content) {
    return "--xyz\r\nContent-Disposition: form-data; name=\"f\"; filename=\"f.json\"\r\n\r\n"
        + content
        + "\r\n";
  }

  private HttpResponse<String> send(String type, String query, String body) {
    return editor.send(
        editor
            .request("/api/v1/wire" + query)
            .setHeader("Accept", "application/json")
            .header("Sec-Fetch-Site", "same-origin")
            .header("Content-Type", type)
            .POST(BodyPublishers.ofString(body)));
  }

  private static JsonNode item(HttpResponse<String> answer) {
    return json(answer).path("items").path(0);
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return JsonMapper.builder().build().readTree(answer.body());
  }
}
