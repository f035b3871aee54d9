package org.talblatt.desk.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.talblatt.article.ArticlesOnFile;
import org.talblatt.base.ArticleId;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Role;
import org.talblatt.testing.TestArticles;
import org.talblatt.testing.TestBrowser;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;

/**
 * An editor on a phone puts a word right, looks at what changed, brings it back, prints a reply.
 */
class ChangePagesTest {
  private static final TestPaper paper = TestPaper.start();
  private static final Reader EDITOR = TestReaders.create(paper, "Spätdienst", Role.EDITOR);
  private final TestBrowser desk = TestBrowser.as(paper, EDITOR);
  private final TestBrowser reader = new TestBrowser(paper);

  @AfterAll
  static void stop() {
    paper.close();
  }

  @Test
  void aWrongWordIsPutRightEverywhereWithItsNote() {
    ArticleId id = TestArticles.publish(paper, "Text über Bozen");
    HttpResponse<String> done =
        desk.post(
            path(id, "/korrektur"),
            "falsch",
            "Text",
            "richtig",
            "Bericht & mehr",
            "notiz",
            "Es ist ein Bericht.");
    assertThat(done.statusCode()).isEqualTo(303);
    Document page = Jsoup.parse(reader.get(onFile(id).path()).body());
    assertThat(page.select("h1").text()).isEqualTo("Bericht & mehr über Bozen");
    assertThat(page.select(".article .text").text()).contains("Bericht & mehr.");
    assertThat(page.select(".correction").text()).startsWith("Korrektur: Es ist ein Bericht.");
    assertThat(desk.get(path(id, "/korrektur?fertig=1")).body()).contains("Es ist ein Bericht.");
  }

  @Test
  void whatIsNotFoundOrNotTypedIsSaidAndWhatWasTypedIsKept() {
    ArticleId id = TestArticles.publish(paper, "Nichts zu finden");
    HttpResponse<String> refused =
        desk.post(path(id, "/korrektur"), "falsch", "Wien <b>", "richtig", "Graz", "notiz", "N");
    assertThat(refused.statusCode()).isEqualTo(422);
    Document form = Jsoup.parse(refused.body());
    assertThat(form.select("[role=alert]").text()).contains("„Wien <b>“ kommt");
    assertThat(form.select("#falsch").val()).isEqualTo("Wien <b>");
    assertThat(form.select("#richtig").val()).isEqualTo("Graz");
    assertThat(form.select("#notiz").text()).isEqualTo("N");
    assertThat(desk.post(path(id, "/korrektur")).statusCode()).isEqualTo(422);
    assertThat(desk.post(path(id, "/korrektur"), "falsch", "x".repeat(600)).statusCode())
        .isEqualTo(422);
  }

  @Test
  void theVersionsShowWhatChangedAndAnEarlierOneIsBroughtBack() {
    ArticleId id = TestArticles.publish(paper, "Erste Fassung");
    desk.post(
        path(id, "/korrektur"), "falsch", "Erste", "richtig", "Zweite", "notiz", "Die zweite.");
    Document versions = Jsoup.parse(desk.get(path(id, "/fassungen")).body());
    assertThat(versions.select(".rules-diff ins").text()).contains("Zweite");
    assertThat(versions.select(".rules-diff del").text()).contains("Erste");
    assertThat(versions.select("form[action$=wiederherstellung]")).hasSize(1);
    Element form = Objects.requireNonNull(versions.selectFirst("form[action$=wiederherstellung]"));
    HttpResponse<String> back =
        desk.post(form.attr("action"), "stand", form.select("[name=stand]").val());
    assertThat(back.statusCode()).isEqualTo(303);
    assertThat(onFile(id).draft().headline()).isEqualTo("Erste Fassung");
    assertThat(onFile(id).version()).isEqualTo(3);
    assertThat(Jsoup.parse(reader.get(onFile(id).path()).body()).select(".correction"))
        .as("what was told stays told")
        .hasSize(1);
    assertThat(desk.post(form.attr("action"), "stand", "1").statusCode()).isEqualTo(409);
  }

  @Test
  void aReplyIsPrintedAsItCameAndLinked() {
    ArticleId id = TestArticles.publish(paper, "Vorwurf");
    HttpResponse<String> incomplete =
        desk.post(
            path(id, "/gegendarstellung"),
            "art",
            "gegendarstellung",
            "person",
            "Firma Berg",
            "eingang",
            "gestern",
            "titel",
            "Es war anders",
            "text",
            "Satz eins.\n\nSatz <zwei>.");
    assertThat(incomplete.statusCode()).isEqualTo(422);
    assertThat(Jsoup.parse(incomplete.body()).select("#text").text()).contains("Satz <zwei>.");
    HttpResponse<String> printed =
        desk.post(
            path(id, "/gegendarstellung"),
            "art",
            "gegendarstellung",
            "person",
            "Firma Berg",
            "eingang",
            "2026-11-20",
            "titel",
            "Es war anders",
            "text",
            "Satz eins.\n\nSatz <zwei>.");
    assertThat(printed.statusCode()).isEqualTo(303);
    Document reply = Jsoup.parse(reader.follow(reader.follow(printed)).body());
    assertThat(reply.select(".text p").eachText()).contains("Satz eins.", "Satz <zwei>.");
    assertThat(Jsoup.parse(reader.get(onFile(id).path()).body()).select(".reply").text())
        .contains("Gegendarstellung von Firma Berg");
    assertThat(desk.get("/redaktion/korrekturen").body())
        .contains("Firma Berg", "eingegangen 2026-11-20");
  }

  @Test
  void theNewsroomSaysANoteBetterOrHidesIt() {
    ArticleId id = TestArticles.publish(paper, "Mit Notiz");
    desk.post(path(id, "/korrektur"), "notiz", "Ungeschickt gesagt.");
    Document page = Jsoup.parse(desk.get("/redaktion/korrekturen").body());
    String action =
        Objects.requireNonNull(page.selectFirst(".desk-item:contains(Ungeschickt gesagt.) form"))
            .attr("action");
    assertThat(desk.post(action, "notiz", " ").statusCode()).isEqualTo(422);
    assertThat(desk.post(action, "notiz", "Besser gesagt.").statusCode()).isEqualTo(303);
    assertThat(reader.get("/korrekturen").body()).contains("Besser gesagt.");
    desk.post(action, "notiz", "Besser gesagt.", "verborgen", "1");
    assertThat(reader.get("/korrekturen").body()).doesNotContain("Besser gesagt.");
  }

  private static String path(ArticleId id, String page) {
    return "/redaktion/artikel/" + id + page;
  }

  private static ArticlesOnFile.OnFile onFile(ArticleId id) {
    return paper.door(ArticlesOnFile.class).find(id).orElseThrow();
  }
}
