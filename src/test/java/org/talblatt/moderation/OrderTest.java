package org.talblatt.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.talblatt.base.ArticleId;
import org.talblatt.base.CommentId;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Role;
import org.talblatt.testing.TestArticles;
import org.talblatt.testing.TestBrowser;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;

/** What a court wants of a comment is registered, keeps its text, and is answered. */
class OrderTest {
  private static final TestPaper paper = TestPaper.start();
  private static final TestTalk talk = new TestTalk(paper);
  private static final String PATH = "/moderation/anordnungen";
  private static final ArticleId article = TestArticles.publish(paper, "Vor Gericht");
  private static final TestBrowser publisher =
      TestBrowser.as(paper, TestReaders.create(paper, "Paula Herausgeberin", Role.PUBLISHER));
  private static final TestBrowser moderator =
      TestBrowser.as(paper, TestReaders.create(paper, "Mo Moder", Role.MODERATOR));
  private final JdbcClient db = paper.door(JdbcClient.class);

  @AfterAll
  static void stop() {
    paper.close();
  }

  @Test
  void aTextThatAnOrderNamesIsKeptUntilHalfAYearAfterItsEnd() {
    Reader author = TestReaders.create(paper, "Angezeigt");
    CommentId named = talk.comment(author, article, "Der Satz, um den es geht");
    HttpResponse<String> registered =
        publisher.post(
            PATH,
            "comment",
            "https://laitauer.example/artikel/" + article + "/kommentare/" + named.number(),
            "authority",
            "Landesgericht Bozen",
            "reference",
            "R.G. 12/2026",
            "received",
            "2026-01-15");
    assertThat(registered.statusCode()).isEqualTo(303);
    String list = moderator.get(PATH).body();
    assertThat(Jsoup.parse(list).text())
        .contains("Landesgericht Bozen, R.G. 12/2026", "offen", "Vor Gericht #" + named.number());
    EvidenceStore store = paper.door(EvidenceStore.class);
    store.seal(author.account());
    assertThat(store.dropEnded()).as("the order is open").isZero();
    String end = PATH + "/" + talk.count("select max(id)::int from legal_order") + "/ende";
    assertThat(moderator.post(end, "outcome", " ").body()).contains("Bitte schreib, was getan");
    assertThat(moderator.post(end, "outcome", "Kommentar entfernt").statusCode()).isEqualTo(303);
    assertThat(moderator.post(end, "outcome", "noch einmal").statusCode()).isEqualTo(409);
    assertThat(moderator.get(PATH).body()).contains("Kommentar entfernt");
    assertThat(store.dropEnded()).as("half a year is not over").isZero();
    db.sql("update legal_order set ended_at = now() - interval '6 months 1 day'").update();
    assertThat(store.dropEnded()).isEqualTo(1);
    assertThat(paper.door(LegalOrders.class).dropEnded()).isEqualTo(1);
    assertThat(talk.count("select count(*) from audit_entry where what like 'moderation.order-%'"))
        .isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "'','','','',4",
    "/artikel/999999/kommentare/1,Gericht,'',2026-01-15,1",
    "https://a.example/x/y-%1$s#kommentar-999,Gericht,'',2026-01-15,1",
    "irgendwas,Gericht,'',2999-01-01,2",
    "irgendwas,Gericht,'',gestern,2"
  })
  void whatMakesNoSenseIsSaidAndStays(
      String comment, String authority, String reference, String received, int problems) {
    HttpResponse<String> refused =
        publisher.post(
            PATH,
            "comment",
            comment.formatted(article),
            "authority",
            authority.isEmpty() && problems == 4 ? "x".repeat(10_000) : authority,
            "reference",
            problems == 4 ? "y".repeat(10_000) : reference,
            "received",
            received);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(Jsoup.parse(refused.body()).select(".field-problem")).hasSize(problems);
    assertThat(Jsoup.parse(refused.body()).select("#comment").val())
        .isEqualTo(comment.formatted(article));
    assertThat(talk.count("select count(*) from legal_order where authority = 'Gericht'")).isZero();
  }

  @Test
  void aPageAddressWithTheCommentsAnchorNamesItToo() {
    CommentId named =
        talk.comment(TestReaders.create(paper, "Auch genannt"), article, "Noch ein Satz");
    HttpResponse<String> registered =
        moderator.post(
            PATH,
            "comment",
            "https://x.example/politik/vor-gericht-"
                + article
                + "?seite=2#kommentar-"
                + named.number(),
            "authority",
            "Polizei",
            "received",
            "2026-02-01");
    assertThat(registered.statusCode()).isEqualTo(303);
    db.sql("delete from legal_order where authority = 'Polizei'").update();
  }
}
