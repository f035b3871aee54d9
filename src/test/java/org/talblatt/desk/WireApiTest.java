package org.talblatt.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Role;
import org.talblatt.testing.Samples;
import org.talblatt.testing.TestBrowser;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;
import org.talblatt.wire.RefusedFile;
import org.talblatt.wire.Wire;
import org.talblatt.wire.WireReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Agency files over HTTP, to the page that readers see. */
class WireApiTest {
  private static final TestPaper paper = TestPaper.start();
  private static final Reader EDITOR = TestReaders.create(paper, "Nachrichten", Role.EDITOR);
  private final TestBrowser editor = TestBrowser.as(paper, EDITOR);

  @AfterAll
  static void stop() {
    paper.close();
  }

  @Test
  void onlyEditorsDeliver() throws Exception {
    byte[] file = OwnWire.bytes(OwnWire.text("apa.xml"));
    assertThat(new TestBrowser(paper).json("POST", "/api/v1/wire", text(file)).statusCode())
        .isEqualTo(401);
    TestBrowser reader = TestBrowser.as(paper, TestReaders.create(paper, "Leser"));
    assertThat(reader.json("POST", "/api/v1/wire", text(file)).statusCode()).isEqualTo(403);
    assertThat(reader.get("/api/v1/wire").statusCode()).isEqualTo(403);
    assertThat(reader.get("/redaktion/eingang").statusCode()).isEqualTo(403);
  }

  @Test
  void aDeliveredTextWaitsAndOneCallMakesItAnArticle() throws Exception {
    byte[] file = OwnWire.version("urn:api", 1, 0, 0, "usable", "Über die Brücke");
    HttpResponse<String> answer = editor.json("POST", "/api/v1/wire", text(file));
    assertThat(answer.statusCode()).isEqualTo(201);
    JsonNode item = json(answer).path("items").path(0);
    assertThat(item.path("outcome").asString()).isEqualTo("new");
    assertThat(item.path("state").asString()).isEqualTo("inbox");
    assertThat(item.path("articleUrl").isNull()).isTrue();
    assertThat(editor.json("POST", "/api/v1/wire", text(file)).statusCode()).isEqualTo(200);
    JsonNode list = json(editor.get("/api/v1/wire?limit=1"));
    assertThat(list.path("items")).hasSize(1);
    assertThat(list.path("total").asInt()).isPositive();
    HttpResponse<String> published =
        editor.json("POST", "/api/v1/wire/" + item.path("id").asLong() + "/publish", "");
    assertThat(published.statusCode()).isEqualTo(200);
    String url = json(published).path("articleUrl").asString();
    assertThat(editor.get(path(url)).body()).contains("Über die Brücke", "Von: dpa");
    assertThat(
            editor
                .json("POST", "/api/v1/wire/" + item.path("id").asLong() + "/publish", "")
                .statusCode())
        .isEqualTo(409);
  }

  @Test
  void aMessageOfApaBecomesAPageWithItsCredit() throws Exception {
    Document page = publishedPage(OwnWire.bytes(OwnWire.text("apa.xml")));
    assertThat(page.selectFirst("h1")).isNotNull();
    assertThat(page.text())
        .contains(
            "Orgel von Mühlwald klingt wieder",
            "Nach sechs Jahren Stille ein Konzert für alle",
            "Von: APA/dpa",
            "Die Orgel der Pfarrkirche spielt wieder.",
            "Zum ersten Konzert (mit Chor)",
            "heißt der Orgelbauer richtig Kofler")
        .doesNotContain("(APA/dpa)", "KORREKTUR-HINWEIS", "S E R V I C E", "Rückfragen", "0043");
  }

  @Test
  void theRealMessageOfApaBecomesAPageWithItsCredit() throws Exception {
    byte[] file =
        Files.readAllBytes(
            Samples.folder("wire").resolve("apa-it-wordpress-newsml-g2").resolve("apa1.xml"));
    Document page = publishedPage(file);
    assertThat(Objects.requireNonNull(page.selectFirst("h1")).text())
        .isEqualTo("Emmanuelle Bercot eröffnet das Filmfestival von Cannes");
    assertThat(page.text())
        .contains("\"La tete haute\" der französischen Regisseurin", "Von: APA/dpa")
        .doesNotContain("(APA/dpa)", "KORREKTUR-HINWEIS");
    assertThat(page.select("article p").eachText())
        .anyMatch(text -> text.startsWith("Das Filmfest Cannes startet in diesem Jahr mit einem"));
  }

  @Test
  void aCancelLeavesNoPageBehindNotEvenInMemory() throws Exception {
    TestBrowser reader = new TestBrowser(paper);
    byte[] first = OwnWire.version("urn:tot", 1, 0, 0, "usable", "Gesperrter Steg");
    HttpResponse<String> sent = editor.json("POST", "/api/v1/wire?publish=true", text(first));
    String path = path(json(sent).path("items").path(0).path("articleUrl").asString());
    for (String address : List.of(path, "/", "/aktuell")) {
      assertThat(reader.get(address).body()).as(address).contains("Gesperrter Steg");
    }
    byte[] cancel = OwnWire.version("urn:tot", 2, 5, 5, "canceled", "Gesperrter Steg");
    assertThat(editor.json("POST", "/api/v1/wire", text(cancel)).statusCode()).isEqualTo(200);
    assertThat(reader.get(path).statusCode()).isEqualTo(410);
    for (String address : List.of(path, "/", "/aktuell", "/api/v1/articles")) {
      assertThat(reader.get(address).body()).as(address).doesNotContain("Gesperrter Steg");
    }
  }

  @Test
  void aFileThatCantBeReadIsAnsweredWithItsPlace() throws Exception {
    HttpResponse<String> answer = editor.json("POST", "/api/v1/wire", "<newsItem>\n<itemMeta>");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/problem+json");
    assertThat(json(answer).path("detail").asString()).startsWith("Zeile 2, Spalte ");
  }

  @Test
  void aCancelBesideABadItemActsAndTheBadOneIsNamed() throws Exception {
    Wire wire = paper.door(Wire.class);
    String first = text(OwnWire.version("urn:nachbar", 1, 0, 0, "usable", "Falscher Nachbar"));
    HttpResponse<String> sent = editor.json("POST", "/api/v1/wire?publish=true", first);
    assertThat(json(sent).path("problem").isNull()).isTrue();
    String path = path(json(sent).path("items").path(0).path("articleUrl").asString());
    String cancel = text(OwnWire.version("urn:nachbar", 2, 5, 5, "canceled", "Falscher Nachbar"));
    String bad = text(OwnWire.version("urn:schlecht", 1, 0, 0, "usable", "Zu früh"));
    String early = bad.replace("\"urgency\":4", "\"embargoed\":\"bald\"");
    HttpResponse<String> answer =
        editor.json("POST", "/api/v1/wire?publish=true", "[%s,%s]".formatted(early, cancel));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(json(answer).path("items")).hasSize(1);
    assertThat(json(answer).path("problem").asString())
        .contains("Nummer 1 („urn:schlecht“)", "„embargoed“", "„bald“");
    assertThat(new TestBrowser(paper).get(path).statusCode()).isEqualTo(410);
    RefusedFile kept = wire.refused(1).getFirst();
    assertThat(kept.refusal().key()).isEqualTo("wire.refused.items");
    assertThat(editor.get("/redaktion/eingang/dateien").body()).contains("urn:schlecht");
    assertThat(editor.post("/redaktion/eingang/dateien/" + kept.id() + "/versuche").statusCode())
        .isEqualTo(422);
  }

  @Test
  void anItemWithoutIdentifierIsNamedAndItsNeighbourIsTaken() throws Exception {
    String good = text(OwnWire.version("urn:mitname", 1, 0, 0, "usable", "Mit Namen"));
    String nameless = text(OwnWire.version("", 1, 0, 0, "usable", "Namenlos"));
    JsonNode answer =
        json(editor.json("POST", "/api/v1/wire", "[%s,%s]".formatted(good, nameless)));
    assertThat(answer.path("items")).hasSize(1);
    assertThat(answer.path("problem").asString()).contains("„Namenlos“", "Kennung");
  }

  @Test
  void aFileThatIsTooLargeIsRefusedUnkept() throws Exception {
    int before = paper.door(Wire.class).countRefused();
    String large = "x".repeat(WireReader.MOST_BYTES + 1);
    assertThat(editor.json("POST", "/api/v1/wire", large).statusCode()).isEqualTo(413);
    assertThat(paper.door(Wire.class).countRefused()).isEqualTo(before);
  }

  @Test
  void anUnknownItemOrListSaysSo() throws Exception {
    assertThat(editor.json("POST", "/api/v1/wire/999999/publish", "").statusCode()).isEqualTo(404);
    assertThat(editor.get("/api/v1/wire?list=alles").statusCode()).isEqualTo(422);
  }

  private Document publishedPage(byte[] file) throws Exception {
    HttpResponse<String> answer = editor.json("POST", "/api/v1/wire?publish=true", text(file));
    assertThat(answer.statusCode()).isEqualTo(201);
    String url = json(answer).path("items").path(0).path("articleUrl").asString();
    return Jsoup.parse(new TestBrowser(paper).get(path(url)).body());
  }

  private static String path(String url) {
    return java.net.URI.create(url).getPath();
  }

  private static String text(byte[] file) {
    return new String(file, java.nio.charset.StandardCharsets.UTF_8);
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return JsonMapper.builder().build().readTree(answer.body());
  }
}
