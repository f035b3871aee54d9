package org.talblatt.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.talblatt.article.Article;
import org.talblatt.article.Articles;
import org.talblatt.article.Section;
import org.talblatt.article.Sections;
import org.talblatt.base.ArticleId;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Role;
import org.talblatt.testing.TestBrowser;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;
import org.talblatt.wire.Wire;
import org.talblatt.wire.WireEntry;

/** An item goes into an article that is out, or into the editor. */
class MergingTest {
  private static final TestPaper paper = TestPaper.start();
  private static final Reader EDITOR = TestReaders.create(paper, "Schlussredaktion", Role.EDITOR);
  private static final TestBrowser editor = TestBrowser.as(paper, EDITOR);

  @BeforeAll
  static void sections() {
    paper.door(Sections.class).put(new Section("kultur", "Kultur", 1, "de"));
  }

  @AfterAll
  static void stop() {
    paper.close();
  }

  @Test
  void chosenTextAndCreditGoIntoTheArticleAndAWithdrawalTakesItOff() {
    ArticleId article = published("urn:erst", "Museum brennt in Bozen");
    WireEntry second = deliver("urn:zweit", 1, "usable", "Museum brennt: zwei Verletzte", "ansa");
    Document form = page(second, "");
    String choice = Objects.requireNonNull(form.selectFirst("input[name=beitrag]")).attr("value");
    assertThat(choice).startsWith(article + ":");
    HttpResponse<String> answer = editor.post(path(second), "beitrag", choice, "absatz", "0");
    assertThat(answer.statusCode()).isEqualTo(303);
    Article merged = paper.door(Articles.class).published(article).orElseThrow();
    assertThat(merged.credit()).isEqualTo("dpa/ansa");
    assertThat(merged.body().html()).contains("Text zu Museum brennt: zwei Verletzte");
    deliver("urn:zweit", 2, "usable", "Museum brennt: drei Verletzte", "ansa");
    assertThat(now(second).updateWaits()).isTrue();
    assertThat(editor.post("/redaktion/eingang/" + second.id() + "/artikel").statusCode())
        .as("no second article of it")
        .isEqualTo(409);
    deliver("urn:zweit", 3, "canceled", "Museum brennt", "ansa");
    assertThat(paper.door(Articles.class).published(article)).isEmpty();
  }

  @Test
  void whereOnlyTheCreditCameInAWithdrawalLeavesTheArticle() {
    ArticleId article = published("urn:bleibt", "Orgelweihe im Dom");
    WireEntry second = deliver("urn:nur", 1, "usable", "Orgelweihe gefeiert", "ansa");
    editor.post(path(second), "beitrag", article + ":1");
    deliver("urn:nur", 2, "canceled", "Orgelweihe", "ansa");
    assertThat(paper.door(Articles.class).published(article)).isPresent();
  }

  @Test
  void whoChoseNothingOrAnOldVersionIsTold() {
    ArticleId article = published("urn:alt", "Chor singt");
    WireEntry second = deliver("urn:dazu", 1, "usable", "Chor singt wieder", "ansa");
    assertThat(editor.post(path(second)).statusCode()).isEqualTo(422);
    HttpResponse<String> stale = editor.post(path(second), "beitrag", article + ":7");
    assertThat(stale.statusCode()).isEqualTo(409);
    assertThat(stale.body()).contains("inzwischen geändert");
    assertThat(now(second).state()).isEqualTo(WireEntry.State.INBOX);
    assertThat(page(second, "?suche=gibtesnicht").text()).contains("Kein Beitrag passt");
  }

  @Test
  void anItemIsTakenIntoTheEditorAndNobodyElseSeesIt() {
    WireEntry entry = deliver("urn:entwurf", 1, "usable", "Erst prüfen", "dpa");
    HttpResponse<String> answer =
        editor.post("/redaktion/eingang/" + entry.id() + "/entwurf", "ressort", "kultur");
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(editor.follow(answer).body()).contains("Erst prüfen");
    String id = answer.headers().firstValue("Location").orElseThrow().replaceFirst(".*/", "");
    ArticleId article = new ArticleId(Long.parseLong(id));
    assertThat(paper.door(Articles.class).published(article)).isEmpty();
    deliver("urn:entwurf", 2, "usable", "Erst prüfen, neu", "dpa");
    assertThat(editor.post("/redaktion/eingang/" + entry.id() + "/artikel").statusCode())
        .as("it is in the editor")
        .isEqualTo(409);
  }

  private static ArticleId published(String urn, String headline) {
    WireEntry entry = deliver(urn, 1, "usable", headline, "dpa");
    return paper.door(Desk.class).publish(entry.id(), "kultur", EDITOR);
  }

  private static String path(WireEntry entry) {
    return "/redaktion/eingang/" + entry.id() + "/zusammenfuehrung";
  }

  private static Document page(WireEntry entry, String query) {
    HttpResponse<String> answer = editor.get(path(entry) + query);
    assertThat(answer.statusCode()).isEqualTo(200);
    return Jsoup.parse(answer.body());
  }

  private static WireEntry now(WireEntry entry) {
    return paper.door(Wire.class).find(entry.id()).orElseThrow();
  }

  private static WireEntry deliver(
      String urn, int version, String status, String headline, String credit) {
    byte[] file = OwnWire.version(urn, version, version, version, status, headline);
    String text = new String(file, java.nio.charset.StandardCharsets.UTF_8);
    byte[] credited =
        OwnWire.bytes(text.replace("\"creditline\":\"dpa\"", "\"creditline\":\"" + credit + "\""));
    return paper
        .door(Deliveries.class)
        .deliver(credited, "test", null, false)
        .items()
        .getFirst()
        .entry();
  }
}
