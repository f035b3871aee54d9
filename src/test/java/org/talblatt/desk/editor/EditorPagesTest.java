package org.talblatt.desk.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
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
import org.talblatt.testing.TestBrowser;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;

/** The editor by its form alone: from an empty draft to the paper and out of it again. */
class EditorPagesTest {
  private static final TestPaper paper = TestPaper.start();
  private static final Reader ANNA = TestReaders.create(paper, "Anna Amort", Role.EDITOR);
  private static final Reader BERTA = TestReaders.create(paper, "Berta Bacher", Role.EDITOR);
  private final TestBrowser anna = TestBrowser.as(paper, ANNA);
  private final TestBrowser berta = TestBrowser.as(paper, BERTA);
  private final TestBrowser public_ = new TestBrowser(paper);

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
  void anArticleGoesFromAnEmptyDraftOverReviewIntoThePaper() {
    String path = begin();
    assertThat(anna.get("/redaktion/artikel").body()).contains("Ohne Titel");
    send(anna, path, "/text", "ueberschrift", "Brücke gesperrt", "text", "Erster.\n\nZweiter.");
    assertThat(page(anna, path).select(".editor-state").text()).isEqualTo("Entwurf");
    send(anna, path, "/durchsicht", "notiz", "Bitte die Zahlen prüfen");
    Document review = page(berta, path);
    assertThat(review.select(".editor-state").text()).isEqualTo("In Durchsicht");
    assertThat(review.select(".editor-steps").text())
        .contains("Anna Amort", "Bitte die Zahlen prüfen");
    assertThat(public_.get("/politik/bruecke-gesperrt-" + id(path)).statusCode()).isEqualTo(404);
    send(berta, path, "/veroeffentlichung", "ueberschrift", "Brücke bis Mai gesperrt");
    HttpResponse<String> out = public_.get("/politik/bruecke-bis-mai-gesperrt-" + id(path));
    assertThat(out.statusCode()).isEqualTo(200);
    assertThat(out.body()).contains("<p>Erster.</p><p>Zweiter.</p>");
    assertThat(public_.get("/politik").body()).contains("Brücke bis Mai gesperrt");
  }

  @Test
  void whatIsRefusedStaysInItsFormWithAWordBesideTheField() {
    String path = begin();
    HttpResponse<String> answer =
        post(anna, path, "/veroeffentlichung", "text", "Der Text bleibt.", "notiz", "x");
    assertThat(answer.statusCode()).isEqualTo(422);
    Document page = Jsoup.parse(answer.body());
    assertThat(page.select("#ueberschrift-problem").text()).isNotEmpty();
    assertThat(page.select("#text").text()).contains("Der Text bleibt.");
    HttpResponse<String> past =
        post(
            anna,
            path,
            "/termin",
            "ueberschrift",
            "Gestern",
            "erscheint",
            "2020-01-01T08:00",
            "text",
            "Bleibt auch.");
    assertThat(past.statusCode()).isEqualTo(422);
    assertThat(past.body()).contains("Dieser Zeitpunkt ist vorbei", "Bleibt auch.");
    HttpResponse<String> skipped =
        post(anna, path, "/termin", "ueberschrift", "Nie", "erscheint", "2027-03-28T02:30");
    assertThat(skipped.statusCode()).isEqualTo(422);
    assertThat(skipped.body()).contains("werden die Uhren vorgestellt");
    for (String field : List.of("sprache", "gewicht", "diskussion", "bild", "verwandt")) {
      HttpResponse<String> odd = post(anna, path, "/text", field, "'<quatsch>'");
      assertThat(odd.statusCode()).as(field).isEqualTo(422);
      assertThat(Jsoup.parse(odd.body()).select("#" + field + "-problem")).as(field).isNotEmpty();
    }
  }

  @Test
  void twoEditorsLoseNothingAndChooseOnlyWhereBothChangedTheSame() {
    String path = begin();
    send(anna, path, "/text", "ueberschrift", "Schnee", "text", "Eins.\n\nZwei.\n\nDrei.");
    List<String> hers = form(page(anna, path));
    List<String> berthas = form(page(berta, path));
    assertThat(berta.post(path + "/text", with(berthas, "text", "Eins.\n\nZwei, neu.\n\nDrei.")))
        .returns(303, HttpResponse::statusCode);
    HttpResponse<String> merged =
        anna.post(
            path + "/text",
            with(hers, "ueberschrift", "Schnee im Tal", "text", "Eins.\n\nZwei.\n\nDrei, neu."));
    assertThat(anna.follow(merged).body()).contains("zusammengeführt");
    Document both = page(anna, path);
    assertThat(both.select("#text").text()).contains("Zwei, neu.", "Drei, neu.");
    assertThat(both.select("#ueberschrift").val()).isEqualTo("Schnee im Tal");

    List<String> again = form(page(anna, path));
    berta.post(path + "/text", with(form(page(berta, path)), "ueberschrift", "Viel Schnee"));
    HttpResponse<String> conflict =
        anna.post(
            path + "/text", with(again, "ueberschrift", "Neuschnee", "text", "Eins, anders."));
    assertThat(conflict.statusCode()).isEqualTo(409);
    Document choice = Jsoup.parse(conflict.body());
    assertThat(choice.select("fieldset").text()).contains("Neuschnee", "Viel Schnee", "Berta");
    // whoever walks away now still has their text
    assertThat(page(anna, path).select("#text").text()).contains("Eins, anders.");
    HttpResponse<String> chosen =
        anna.post(
            path + "/auswahl",
            "gesehen",
            choice.select("[name=gesehen]").val(),
            "wahl-ueberschrift",
            "theirs");
    Document result = Jsoup.parse(anna.follow(chosen).body());
    assertThat(result.select("#ueberschrift").val()).isEqualTo("Viel Schnee");
    assertThat(result.select("#text").text()).contains("Eins, anders.");
    assertThat(anna.post(path + "/text", fields(result)).statusCode()).isEqualTo(303);
    assertThat(page(berta, path).select("#text").text()).contains("Eins, anders.");
  }

  @Test
  void aWorkingCopyIsOnesOwnUntilItIsStored() {
    String path = begin();
    send(anna, path, "/text", "ueberschrift", "Wahl");
    send(anna, path, "/arbeitsstand", "ueberschrift", "Wahl im Mai", "sperrfrist", "halb");
    assertThat(page(anna, path).select("#ueberschrift").val()).isEqualTo("Wahl im Mai");
    Document hers = page(berta, path);
    assertThat(hers.select("#ueberschrift").val()).isEqualTo("Wahl");
    assertThat(hers.select("#editor-notice").text()).contains("Anna Amort hat Ungespeichertes");
    assertThat(anna.get("/redaktion/artikel").body()).contains("In Arbeit: Anna Amort");
    anna.post(path + "/arbeitsstand/ruecknahme");
    assertThat(page(anna, path).select("#ueberschrift").val()).isEqualTo("Wahl");
  }

  @Test
  void twoWindowsOfOnePersonKeepWhatBothWrote() {
    String path = begin();
    send(anna, path, "/text", "ueberschrift", "Markt", "text", "Eins.\n\nZwei.");
    List<String> window = form(page(anna, path));
    anna.post(path + "/arbeitsstand", with(window, "text", "Eins, am Telefon.\n\nZwei."));
    anna.post(path + "/arbeitsstand", with(window, "text", "Eins.\n\nZwei, am Tisch."));
    assertThat(page(anna, path).select("#text").text())
        .contains("Eins, am Telefon.", "Zwei, am Tisch.");
  }

  @Test
  void aWindowLeftOpenOnAnOlderVersionTakesNothingFromTheNewerOne() {
    String path = begin();
    send(anna, path, "/text", "ueberschrift", "Markt", "text", "Eins.\n\nZwei.\n\nDrei.");
    List<String> old = form(page(anna, path));
    send(anna, path, "/text", "text", "Eins, gespeichert.\n\nZwei.\n\nDrei.");
    List<String> fresh = form(page(anna, path));
    anna.post(
        path + "/arbeitsstand",
        with(fresh, "text", "Eins, gespeichert.\n\nZwei, getippt.\n\nDrei."));
    anna.post(
        path + "/arbeitsstand", with(old, "text", "Eins.\n\nZwei.\n\nDrei, liegen geblieben."));
    String[] all = {"Eins, gespeichert.", "Zwei, getippt.", "Drei, liegen geblieben."};
    assertThat(page(anna, path).select("#text").text()).contains(all);
    anna.post(path + "/text", with(old, "text", "Eins.\n\nZwei.\n\nDrei."));
    assertThat(page(berta, path).select("#text").text()).contains(all);
  }

  @Test
  void anEditorOfOtherSectionsReadsAlong() {
    String path = begin();
    TestBrowser reader = TestBrowser.as(paper, TestReaders.create(paper, "Niemand"));
    assertThat(reader.get(path).statusCode()).isEqualTo(403);
    assertThat(reader.post(path + "/text", "ueberschrift", "Fremd").statusCode()).isEqualTo(403);
    TestBrowser publisher =
        TestBrowser.as(paper, TestReaders.create(paper, "Verlegerin", Role.PUBLISHER));
    assertThat(publisher.get(path).statusCode()).isEqualTo(200);
    assertThat(publisher.get(path).body()).doesNotContain("id=\"ueberschrift\"");
    assertThat(publisher.post(path + "/text", "ueberschrift", "Fremd").statusCode()).isEqualTo(403);
  }

  @Test
  void whatIsPlannedComesOutByTheClockAloneAndIsTakenBackBefore() throws Exception {
    String path = begin();
    LocalDateTime at =
        LocalDateTime.ofInstant(
            Instant.now().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.MINUTES),
            paper.settings().zone());
    send(
        anna,
        path,
        "/termin",
        "ueberschrift",
        "Morgen früh",
        "text",
        "Text.",
        "erscheint",
        at.toString());
    assertThat(page(anna, path).select(".editor-state").text()).isEqualTo("Geplant");
    assertThat(anna.get("/redaktion/artikel?stand=scheduled").body()).contains("Morgen früh");
    assertThat(public_.get("/artikel/" + id(path)).statusCode()).isEqualTo(404);
    anna.post(path + "/termin/ruecknahme");
    assertThat(page(anna, path).select(".editor-state").text()).isEqualTo("Entwurf");
    Instant soon = Instant.now().plusSeconds(2);
    LocalDateTime then = LocalDateTime.ofInstant(soon, paper.settings().zone());
    send(anna, path, "/termin", "erscheint", then.truncatedTo(ChronoUnit.MILLIS).toString());
    String address = "/politik/morgen-frueh-" + id(path);
    assertThat(public_.get(address).statusCode()).isEqualTo(404);
    assertThat(public_.get("/politik").body()).doesNotContain("Morgen früh");
    org.talblatt.testing.Wait.until(
        Duration.between(Instant.now(), soon.plusSeconds(2)),
        () -> public_.get("/politik").body().contains("Morgen früh"));
    assertThat(Instant.now()).isAfterOrEqualTo(soon);
    assertThat(public_.get(address).statusCode()).isEqualTo(200);
  }

  @Test
  void anArticleIsWithdrawnAndTakenUpAgain() {
    String path = begin();
    send(anna, path, "/veroeffentlichung", "ueberschrift", "Irrtum", "text", "Falsch.");
    String address = "/politik/irrtum-" + id(path);
    assertThat(public_.get(address).statusCode()).isEqualTo(200);
    anna.post(path + "/rueckzug", "grund", "stimmt nicht");
    assertThat(public_.get(address).statusCode()).isEqualTo(410);
    assertThat(page(anna, path).select(".editor-steps").text()).contains("stimmt nicht");
    anna.post(path + "/wiederaufnahme");
    assertThat(public_.get(address).statusCode()).isEqualTo(404);
    send(anna, path, "/veroeffentlichung", "text", "Richtig.");
    assertThat(public_.get(address).body()).contains("Richtig.");
  }

  @Test
  void whatElseThereIsToReadStandsUnderAnArticleAndGoesWithIt() {
    String other = begin();
    send(anna, other, "/veroeffentlichung", "ueberschrift", "Vorgeschichte", "text", "Text.");
    String draft = begin();
    String path = begin();
    String address = paper.url("/politik/vorgeschichte-" + id(other)).toString();
    send(
        anna,
        path,
        "/veroeffentlichung",
        "ueberschrift",
        "Fortsetzung",
        "text",
        "Text.",
        "verwandt",
        address + "\n" + id(draft));
    String page = "/politik/fortsetzung-" + id(path);
    assertThat(Jsoup.parse(public_.get(page).body()).select(".related li").eachText())
        .containsExactly("Vorgeschichte");
    send(anna, draft, "/veroeffentlichung", "ueberschrift", "Nachtrag", "text", "Text.");
    assertThat(Jsoup.parse(public_.get(page).body()).select(".related li").eachText())
        .containsExactly("Vorgeschichte", "Nachtrag");
    anna.post(other + "/rueckzug");
    assertThat(public_.get(page).body()).doesNotContain("Vorgeschichte");
  }

  private String begin() {
    HttpResponse<String> answer = anna.post("/redaktion/artikel", "ressort", "politik");
    assertThat(answer.statusCode()).isEqualTo(303);
    return answer.headers().firstValue("Location").orElseThrow();
  }

  private static String id(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static Document page(TestBrowser browser, String path) {
    HttpResponse<String> answer = browser.get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return Jsoup.parse(answer.body());
  }

  /** Sends the form as it stands with these fields changed; it has to be taken. */
  private static void send(TestBrowser browser, String path, String act, String... changed) {
    HttpResponse<String> answer = post(browser, path, act, changed);
    assertThat(answer.statusCode())
        .as(Jsoup.parse(answer.body()).select("main .desk-problem").text())
        .isEqualTo(303);
  }

  private static HttpResponse<String> post(
      TestBrowser browser, String path, String act, String... changed) {
    return browser.post(path + act, with(form(page(browser, path)), changed));
  }

  private static String[] with(List<String> form, String... changed) {
    List<String> fields = new ArrayList<>(form);
    for (int i = 0; i < changed.length; i += 2) {
      int at = 0;
      while (at < fields.size() && !fields.get(at).equals(changed[i])) {
        at += 2;
      }
      if (at == fields.size()) {
        fields.addAll(List.of(changed[i], changed[i + 1]));
      } else {
        fields.set(at + 1, changed[i + 1]);
      }
    }
    return fields.toArray(String[]::new);
  }

  private static String[] fields(Document page) {
    return form(page).toArray(String[]::new);
  }

  /** What a browser would send. */
  private static List<String> form(Document page) {
    List<String> fields = new ArrayList<>();
    Element form = Objects.requireNonNull(page.selectFirst("form#editor"));
    for (org.jsoup.Connection.KeyVal field : ((org.jsoup.nodes.FormElement) form).formData()) {
      fields.add(field.key());
      fields.add(field.value());
    }
    return fields;
  }
}
