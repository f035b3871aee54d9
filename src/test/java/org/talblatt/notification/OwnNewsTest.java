package org.talblatt.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.talblatt.article.Publishing;
import org.talblatt.base.ArticleId;
import org.talblatt.base.CommentId;
import org.talblatt.base.Links;
import org.talblatt.discussion.Discussion;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Role;
import org.talblatt.testing.TestArticles;
import org.talblatt.testing.TestBrowser;
import org.talblatt.testing.TestMails;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;

/** What readers hear of their own comments. */
class OwnNewsTest {
  private static final TestPaper paper = TestPaper.start();
  private static final TestBrowser moderator =
      TestBrowser.as(paper, TestReaders.create(paper, "Moni Moder", Role.MODERATOR));
  private static final TestBrowser publisher =
      TestBrowser.as(paper, TestReaders.create(paper, "Paula Presse", Role.PUBLISHER));

  @AfterAll
  static void stop() {
    paper.close();
  }

  @Test
  void whoseCommentIsRemovedFindsTheReasonsFromTheBellAndGetsOneMailOfIt() throws IOException {
    Writer anna = Writer.of("Anna Entfernt");
    anna.browser().post("/konto/mitteilungen", "mail", "at_once");
    anna.remove("");
    Element told = anna.told();
    assertThat(told.select(".notification-title").text())
        .startsWith("Die Moderation hat deinen Kommentar entfernt: zur Begründung");
    assertThat(told.text()).contains("Zur Sache", "Ein Satz mit");
    String link = told.select(".notification-title a").attr("href");
    String[] address = link.split("#", 2);
    Element reasons = Jsoup.parse(anna.browser().get(address[0]).body()).getElementById(address[1]);
    assertThat(Objects.requireNonNull(reasons).text())
        .contains("Nicht so.", "Widerspruch einlegen");
    TestMails.await(paper, TestReaders.email("Anna Entfernt"));
    paper.run("notification-mails");
    assertThat(TestMails.of(paper, TestReaders.email("Anna Entfernt")))
        .as("the statement of reasons and no digest of it")
        .hasSize(1);
  }

  @Test
  void aReasonIsHeardAlsoAfterTheArticleIsGoneAndTheHeadlineIsNot() {
    Writer writer = Writer.of("Weg Und Weg");
    writer.remove("");
    paper.door(Publishing.class).withdraw(writer.comment().article());
    assertThat(writer.told().text())
        .contains("Die Moderation hat deinen Kommentar entfernt")
        .doesNotContain("Zur Sache");
  }

  @Test
  void whatWaitedIsHeardOfOnceItStandsAndOnlyWhereThatIsWanted() {
    Writer writer = Writer.of("Wartet Lange");
    paper.door(Discussion.class).hold(writer.comment(), "discussion.rule-article");
    writer.decide("keep");
    assertThat(writer.told().select(".notification-title a").attr("href"))
        .isEqualTo(Links.comment(writer.comment()));
    assertThat(writer.told().text()).contains("Dein Kommentar ist jetzt zu lesen", "Ein Satz mit");
    writer.browser().post("/konto/mitteilungen", "antwort", "true", "mail", "off");
    paper.door(Discussion.class).hold(writer.comment(), "discussion.rule-article");
    writer.decide("keep");
    assertThat(writer.browser().get("/mitteilungen").body()).contains("Noch nichts.");
  }

  @Test
  void aReportThatIsTurnedDownTellsTheWriterNothing() {
    Writer writer = Writer.of("Zu Unrecht");
    TestBrowser.as(paper, TestReaders.create(paper, "Meldet Gern"))
        .post(
            "/melden",
            "artikel",
            writer.comment().article().toString(),
            "kommentar",
            "1",
            "grund",
            "insult");
    writer.decide("keep");
    assertThat(writer.browser().get("/mitteilungen").body()).contains("Noch nichts.");
  }

  @Test
  void aPinIsHeardOfOnceAndAsLongAsItHolds() {
    Writer writer = Writer.of("Wird Angeheftet");
    TestBrowser editor =
        TestBrowser.as(paper, TestReaders.create(paper, "Edi Redaktion", Role.EDITOR));
    String pin = "/redaktion/artikel/" + writer.comment().article() + "/kommentare/1/hervorhebung";
    editor.post(pin, "wert", "1");
    assertThat(writer.told().text())
        .contains("Die Redaktion hat deinen Kommentar hervorgehoben", "Ein Satz mit");
    assertThat(writer.told().select(".notification-title a").attr("href"))
        .isEqualTo(Links.comment(writer.comment()));
    editor.post(pin, "wert", "0");
    assertThat(writer.browser().get("/mitteilungen").body()).contains("Noch nichts.");
    writer.browser().post("/mitteilungen/gelesen", "bis", Long.toString(Long.MAX_VALUE));
    editor.post(pin, "wert", "1");
    assertThat(writer.told().select(".notification-new")).as("not told once more").isEmpty();
    CommentId own = new CommentId(writer.comment().article(), 2);
    editor.post(Links.comments(own.article()), "text", "Die Redaktion selbst");
    editor.post(pin.replace("/1/", "/2/"), "wert", "1");
    assertThat(editor.get("/mitteilungen").body()).as("one's own act").contains("Noch nichts.");
  }

  @Test
  void anObjectionIsAnsweredInTheBellAndStandsInThePlaceOfTheFirstNews() {
    Writer writer = Writer.of("Widerspricht");
    writer.remove("");
    String path = writer.told().select(".notification-title a").attr("href");
    String decision = path.replaceFirst(".*#fall-([0-9]+)-0", "$1");
    writer
        .browser()
        .post(
            "/konto/meldungen/widersprueche", "entscheidung", decision, "text", "Das war höflich.");
    long complaint =
        paper
            .door(JdbcClient.class)
            .sql("select id from complaint where decision = ?")
            .param(Long.parseLong(decision))
            .query(Long.class)
            .single();
    HttpResponse<String> done =
        publisher.post(
            "/moderation/beschwerden/" + complaint + "/entscheidung",
            "ergebnis",
            "reversed",
            "begruendung",
            "Stimmt, es war höflich.");
    assertThat(done.statusCode()).as(done.body()).isEqualTo(303);
    assertThat(writer.told().text()).contains("Über deinen Widerspruch ist entschieden");
    assertThat(writer.told().select(".notification-title a").attr("href")).isEqualTo(path);
  }

  @Test
  void whoIsSuspendedHearsOfItAndOfItsEnd() {
    Writer writer = Writer.of("Pausiert Kurz");
    writer.remove("7");
    assertThat(writer.told().text()).contains("entfernt: zur Begründung");
    HttpResponse<String> lifted =
        moderator.post(
            "/moderation/sperren/" + writer.reader().account() + "/aufhebung",
            "begruendung",
            "Hat sich entschuldigt.");
    assertThat(lifted.statusCode()).as(lifted.body()).isEqualTo(303);
    assertThat(
            Jsoup.parse(writer.browser().get("/mitteilungen").body())
                .select(".notification-title a")
                .eachText())
        .containsExactly(
            "Deine Sperre ist aufgehoben: zur Entscheidung",
            "Die Moderation hat deinen Kommentar entfernt: zur Begründung");
  }

  /** Somebody who wrote one comment under an article of its own. */
  private record Writer(Reader reader, TestBrowser browser, CommentId comment) {
    static Writer of(String name) {
      ArticleId article = TestArticles.publish(paper, "Zur Sache");
      Reader reader = TestReaders.create(paper, name);
      TestBrowser browser = TestBrowser.as(paper, reader);
      browser.post(Links.comments(article), "text", "Ein Satz mit **Nachdruck**");
      return new Writer(reader, browser, new CommentId(article, 1));
    }

    /** The one notification in the list. */
    Element told() {
      return Jsoup.parse(browser.get("/mitteilungen").body())
          .select(".notifications li")
          .getFirst();
    }

    void remove(String suspension) {
      decide(
          "reject",
          "grund",
          "rules:2",
          "kategorie",
          "STATEMENT_CATEGORY_OTHER_VIOLATION_TC",
          "begruendung",
          "Nicht so.",
          "sperre",
          suspension);
    }

    void decide(String decision, String... further) {
      String last =
          paper
              .door(JdbcClient.class)
              .sql("select coalesce(max(id), 0)::text from decision where article = ?")
              .param(comment.article().value())
              .query(String.class)
              .single();
      String[] fields = java.util.Arrays.copyOf(further, further.length + 8);
      String[] place = {
        "artikel",
        comment.article().toString(),
        "kommentar",
        "1",
        "stand",
        last,
        "entscheidung",
        decision
      };
      System.arraycopy(place, 0, fields, further.length, place.length);
      HttpResponse<String> done = moderator.post("/moderation/entscheidungen", fields);
      assertThat(done.statusCode()).as(done.body()).isEqualTo(303);
    }
  }
}
