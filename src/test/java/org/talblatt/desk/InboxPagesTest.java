package org.talblatt.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.talblatt.article.Section;
import org.talblatt.article.Sections;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Role;
import org.talblatt.testing.Statements;
import org.talblatt.testing.TestBrowser;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;
import org.talblatt.wire.WireEntry;
import org.talblatt.wire.WireList;

/** The inbox by links and forms alone. */
class InboxPagesTest {
  private static final TestPaper paper = TestPaper.start();
  private static final Reader EDITOR = TestReaders.create(paper, "Redaktion", Role.EDITOR);
  private final TestBrowser editor = TestBrowser.as(paper, EDITOR);
  private final Deliveries deliveries = paper.door(Deliveries.class);

  @BeforeAll
  static void sections() {
    paper.door(Sections.class).put(new Section("politik", "Politik", 1, "de"));
    paper.door(Sections.class).put(new Section("kultur", "Kultur", 2, "de"));
  }

  @AfterAll
  static void stop() {
    paper.close();
  }

  @Test
  void oneClickPublishesIntoTheProposedSection() {
    WireEntry entry = deliver("urn:klick", "Ein Klick genügt");
    Element form = form(page("/redaktion/eingang"), entry, "artikel");
    assertThat(Objects.requireNonNull(form.selectFirst("option[selected]")).val())
        .isEqualTo("kultur");
    HttpResponse<String> answer = editor.post(form.attr("action"), "ressort", "kultur");
    assertThat(answer.statusCode()).isEqualTo(303);
    Document after = Jsoup.parse(editor.follow(answer).body());
    Element link = Objects.requireNonNull(after.selectFirst(".desk-done a"));
    assertThat(link.attr("href")).startsWith("/kultur/ein-klick-genuegt-");
    assertThat(new TestBrowser(paper).get(link.attr("href")).body()).contains("Von: dpa");
    assertThat(after.select(".desk-list").text()).doesNotContain("Ein Klick genügt");
    assertThat(page("/redaktion/eingang?liste=published").text()).contains("Ein Klick genügt");
  }

  @Test
  void neitherAListNorAnArrivalReadsTheWholeTextOfItsItems() {
    List<String> asked = new ArrayList<>();
    asked.addAll(Statements.during(paper, () -> deliver("urn:spalten", "Spalten")));
    for (String page : List.of("", "?liste=ticker", "?ordnung=neu", "?agentur=dpa")) {
      asked.addAll(Statements.during(paper, () -> page("/redaktion/eingang" + page)));
    }
    asked.addAll(Statements.during(paper, () -> editor.get("/api/v1/wire?list=inbox")));
    List<String> read =
        asked.stream()
            .filter(sql -> sql.contains("wire_item") && sql.strip().startsWith("select"))
            .toList();
    assertThat(read).anyMatch(sql -> sql.contains("for update"));
    assertThat(read).anyMatch(sql -> sql.contains("order by"));
    assertThat(read)
        .allSatisfy(sql -> assertThat(sql.replace("count(*)", "")).doesNotContain("*", "plain"));
  }

  @Test
  void theEditorMayChooseAnotherSection() {
    WireEntry entry = deliver("urn:anders", "Anderswo");
    HttpResponse<String> answer =
        editor.post("/redaktion/eingang/" + entry.id() + "/artikel", "ressort", "politik");
    assertThat(editor.follow(answer).body()).contains("/politik/anderswo-");
  }

  @Test
  void whatCantBeDoneIsSaidBesideTheItemAndTheChoiceIsKept() {
    WireEntry entry = deliver("urn:falsch", "Ohne Ressort");
    String address = "/redaktion/eingang/" + entry.id() + "/artikel";
    HttpResponse<String> answer = editor.post(address, "ressort", "gibtesnicht");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("Das Ressort „gibtesnicht“ gibt es nicht.", "Ohne Ressort");
    assertThat(editor.post(address, "ressort", "politik").statusCode()).isEqualTo(303);
    HttpResponse<String> again = editor.post(address, "ressort", "politik");
    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(again.body()).contains("Diese Meldung wartet nicht (mehr)");
  }

  @Test
  void anItemIsPutAwayWithAReasonAndTakenBack() {
    WireEntry entry = deliver("urn:ablage", "Nichts für uns");
    HttpResponse<String> answer =
        editor.post("/redaktion/eingang/" + entry.id() + "/ablage", "grund", "schon berichtet");
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(page("/redaktion/eingang").select(".desk-list").text())
        .doesNotContain("Nichts für uns");
    Document away = page("/redaktion/eingang?liste=discarded");
    assertThat(away.text()).contains("Nichts für uns", "schon berichtet");
    editor.post(form(away, entry, "rueckholung").attr("action"));
    assertThat(page("/redaktion/eingang").text()).contains("Nichts für uns");
  }

  @Test
  void anItemsPageShowsTheArticleAndTheNotesApart() {
    byte[] file = OwnWire.bytes(OwnWire.text("dpa.xml"));
    WireEntry entry = deliveries.deliver(file, "x", null, false).items().getFirst().entry();
    Document page = page("/redaktion/eingang/" + entry.id());
    assertThat(page.select(".desk-preview").text())
        .contains("Bach tritt über die Ufer", "Von: dpa", "Nach zwei Tagen Regen")
        .doesNotContain("000 111");
    assertThat(page.select(".desk-closed").text())
        .contains("000 111", "nicht zur Veröffentlichung");
    assertThat(editor.get("/redaktion/eingang/" + entry.id() + "/datei").body())
        .isEqualTo(OwnWire.text("dpa.xml"));
  }

  @Test
  void theTickerStandsApart() {
    String preview =
        OwnWire.text("digitalwires.json").replace("dpatextgenre:1\"", "dpatextgenre:32\"");
    deliveries.deliver(OwnWire.bytes(preview), "x", null, true);
    assertThat(page("/redaktion/eingang?liste=ticker").text()).contains("Hütte am Joch");
    assertThat(page("/redaktion/eingang").select(".desk-list").text())
        .doesNotContain("Hütte am Joch");
    assertThat(page("/redaktion/eingang?liste=ticker").select("form[action$=artikel]")).isEmpty();
  }

  @Test
  void aRefusedFileIsShownWithItsReasonAndTriedAgain() {
    deliveries.deliver(OwnWire.bytes("<newsItem>\n<oh"), "kaputt.xml", null, false);
    Document page = page("/redaktion/eingang/dateien");
    assertThat(page.text()).contains("kaputt.xml", "Zeile 2, Spalte", "Noch einmal versuchen");
    Element form = Objects.requireNonNull(page.selectFirst("form[action$=versuche]"));
    HttpResponse<String> answer = editor.post(form.attr("action"));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("Noch immer abgelehnt: Zeile 2");
  }

  @Test
  void whoIsNoEditorSeesNothingOfIt() {
    WireEntry entry = deliver("urn:fremd", "Geheim");
    TestBrowser reader = TestBrowser.as(paper, TestReaders.create(paper, "Leserin"));
    assertThat(editor.get("/konto").body()).contains("/redaktion/eingang");
    assertThat(reader.get("/konto").body()).doesNotContain("/redaktion/eingang");
    for (String path : java.util.List.of("", "/dateien", "/" + entry.id(), "/1/datei")) {
      assertThat(reader.get("/redaktion/eingang" + path).statusCode()).isEqualTo(403);
    }
    assertThat(reader.post("/redaktion/eingang/" + entry.id() + "/artikel").statusCode())
        .isEqualTo(403);
    assertThat(paper.door(org.talblatt.wire.Wire.class).list(WireList.INBOX, null, 100))
        .anyMatch(waiting -> waiting.guid().equals("urn:fremd"));
  }

  @Test
  void anUnknownItemOrListIsNotFound() {
    assertThat(editor.get("/redaktion/eingang/99999").statusCode()).isEqualTo(404);
    assertThat(editor.get("/redaktion/eingang?liste=quatsch").statusCode()).isEqualTo(404);
    assertThat(editor.get("/redaktion/eingang?nach=quatsch").statusCode()).isEqualTo(200);
  }

  private WireEntry deliver(String urn, String headline) {
    byte[] file = OwnWire.version(urn, 1, 0, 0, "usable", headline);
    return deliveries.deliver(file, "test", null, false).items().getFirst().entry();
  }

  private Document page(String path) {
    HttpResponse<String> answer = editor.get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return Jsoup.parse(answer.body());
  }

  private static Element form(Document page, WireEntry entry, String action) {
    return Objects.requireNonNull(
        page.selectFirst("form[action=/redaktion/eingang/" + entry.id() + "/" + action + "]"));
  }
}
