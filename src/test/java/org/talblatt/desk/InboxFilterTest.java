package org.talblatt.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.talblatt.article.Section;
import org.talblatt.article.Sections;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Role;
import org.talblatt.testing.TestBrowser;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;
import org.talblatt.wire.WireEntry;

/** An editor finds what they look for in the inbox, sees what matters first, and plans by day. */
class InboxFilterTest {
  private static final TestPaper paper = TestPaper.start();
  private static final Reader EDITOR = TestReaders.create(paper, "Auswahl", Role.EDITOR);
  private static final TestBrowser editor = TestBrowser.as(paper, EDITOR);

  @BeforeAll
  static void inbox() {
    paper.door(Sections.class).put(new Section("politik", "Politik", 1, "de"));
    paper.door(Sections.class).put(new Section("sport", "Sport", 2, "de"));
    editor.post("/redaktion/regeln/orte", "orte", "Brixen, Bressanone");
    deliver(
        "urn:tor", "Tor in letzter Minute", "Der FC siegt.", 4, "de", "medtop:20001065", "Wien");
    deliver(
        "urn:rat",
        "Rat beschließt Budget",
        "Viel Geld für Straßen.",
        3,
        "de",
        "medtop:20000593",
        "Bozen");
    deliver(
        "urn:sindaco",
        "Sindaco in visita",
        "Il sindaco di Bressanone.",
        4,
        "it",
        "medtop:11000000",
        "Roma");
    deliver("urn:eil", "Eilmeldung aus Rom", "Kurz.", 1, "de", "medtop:11000000", "Rom");
    deliver("urn:zuletzt", "Zuletzt gekommen", "Lang.", 4, "de", "medtop:11000000", "Graz");
  }

  @AfterAll
  static void stop() {
    paper.close();
  }

  @Test
  void theWeightiestComeFirstUnlessTheNewestShall() {
    assertThat(headlines(""))
        .containsExactly(
            "Eilmeldung aus Rom",
            "Sindaco in visita",
            "Zuletzt gekommen",
            "Rat beschließt Budget",
            "Tor in letzter Minute");
    assertThat(headlines("&ordnung=neu")).startsWith("Zuletzt gekommen", "Eilmeldung aus Rom");
  }

  @Test
  void anItemIsFoundByEverythingThatItSays() {
    assertThat(headlines("&thema=Fußball")).containsExactly("Tor in letzter Minute");
    assertThat(headlines("&thema=calcio")).containsExactly("Tor in letzter Minute");
    assertThat(headlines("&thema=Sport")).as("the great subject").hasSize(1);
    assertThat(headlines("&thema=medtop:20000593")).containsExactly("Rat beschließt Budget");
    assertThat(headlines("&ort=bozen")).containsExactly("Rat beschließt Budget");
    assertThat(headlines("&ort=Bressanone")).as("in its text").containsExactly("Sindaco in visita");
    assertThat(headlines("&ort=Brixen")).as("by our name").containsExactly("Sindaco in visita");
    assertThat(headlines("&dringlichkeit=3")).hasSize(2);
    assertThat(headlines("&sprache=it")).containsExactly("Sindaco in visita");
    assertThat(headlines("&fach=sport")).containsExactly("Tor in letzter Minute");
    assertThat(headlines("&worte=stra budg")).containsExactly("Rat beschließt Budget");
    assertThat(headlines("&nah=1")).containsExactly("Sindaco in visita");
    assertThat(headlines("&agentur=dpa")).hasSize(5);
    assertThat(headlines("&agentur=apa")).isEmpty();
    assertThat(headlines("&art=picture")).isEmpty();
    assertThat(headlines("&worte=" + "rat & | ! ( ' :* \\"))
        .containsExactly("Rat beschließt Budget");
    assertThat(headlines("&worte=***")).as("no word is no condition").hasSize(5);
  }

  @Test
  void theFilterStaysWhereOneGoesAndSaysWhereNothingFits() {
    Document page = page("/redaktion/eingang?worte=gibtesnicht");
    assertThat(page.text()).contains("Nichts passt zu diesem Filter", "Filter aufheben");
    assertThat(page.select(".desk-filter[open]")).hasSize(1);
    assertThat(page.select("#f-worte").attr("value")).isEqualTo("gibtesnicht");
    assertThat(page.select(".desk-tabs a[href*=worte]")).isNotEmpty();
  }

  @Test
  void whoWatchesLearnsThatSomethingChanged() {
    String before = editor.get("/redaktion/eingang/stand").body();
    assertThat(page("/redaktion/eingang").select("[data-stand]").attr("data-stand"))
        .isEqualTo(before);
    WireEntry entry = deliver("urn:neu", "Ganz neu", "Text", 5, "fr", "medtop:17000000", "Linz");
    String after = editor.get("/redaktion/eingang/stand").body();
    assertThat(after).isNotEqualTo(before);
    editor.post("/redaktion/eingang/" + entry.id() + "/ablage");
    assertThat(editor.get("/redaktion/eingang/stand").body()).isNotEqualTo(after);
    assertThat(new TestBrowser(paper).get("/redaktion/eingang/stand").statusCode())
        .isNotEqualTo(200);
  }

  @Test
  void previewsStandUnderTheDayThatTheyAreAbout() {
    String plan =
        OwnWire.text("digitalwires.json")
            .replace("dpatextgenre:1\"", "dpatextgenre:32\"")
            .replaceFirst(
                "\"headline\"\\s*:\\s*\"[^\"]*\"",
                "\"headline\": \"Tagesvorschau für Samstag, 7. März 2026\"");
    paper.door(Deliveries.class).deliver(OwnWire.bytes(plan), "x", null, false);
    Document day = page("/redaktion/planung?tag=2026-03-07");
    assertThat(day.select("section h2").eachText()).contains("Tagesvorschau");
    assertThat(day.select("article h3").text()).contains("Tagesvorschau für Samstag");
    assertThat(day.select("[aria-current=date]").text()).contains("7.3.", "1");
    assertThat(page("/redaktion/planung?tag=2026-03-08").select("article")).isEmpty();
    assertThat(page("/redaktion/planung?tag=quatsch").text()).contains("niemand etwas angekündigt");
    assertThat(page("/redaktion/planung?tag=+999999999-01-01").select("h1")).hasSize(1);
  }

  private static List<String> headlines(String query) {
    return page("/redaktion/eingang?liste=inbox" + encoded(query))
        .select(".desk-item h2")
        .eachText();
  }

  private static String encoded(String query) {
    int at = query.indexOf('=');
    return at < 0
        ? query
        : query.substring(0, at + 1)
            + URLEncoder.encode(query.substring(at + 1), StandardCharsets.UTF_8);
  }

  private static Document page(String path) {
    HttpResponse<String> answer = editor.get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return Jsoup.parse(answer.body());
  }

  private static WireEntry deliver(
      String urn,
      String headline,
      String text,
      int urgency,
      String language,
      String topic,
      String place) {
    String file =
        new String(OwnWire.version(urn, 1, 0, 0, "usable", headline), StandardCharsets.UTF_8)
            .replace("Text zu " + headline, text)
            .replace("\"urgency\":4", "\"urgency\":" + urgency)
            .replace("\"language\":\"de\"", "\"language\":\"" + language + "\"")
            .replace("Bozen (dpa)", place + " (dpa)")
            .replace(
                "{\"type\":\"dnltype:desk\",\"name\":\"Kultur\",\"qcode\":\"dpacat:ku\"}",
                "{\"type\":\"dnltype:dpasubject\",\"name\":\"\",\"qcode\":\"" + topic + "\"}");
    return paper
        .door(Deliveries.class)
        .deliver(OwnWire.bytes(file), "test", null, false)
        .items()
        .getFirst()
        .entry();
  }
}
