package org.talblatt.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.talblatt.moderation.TestTalk.with;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.talblatt.base.ArticleId;
import org.talblatt.base.CommentId;
import org.talblatt.discussion.Discussion;
import org.talblatt.identity.Reader;
import org.talblatt.testing.TestArticles;
import org.talblatt.testing.TestBrowser;
import org.talblatt.testing.TestMails;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;

/** Reports and notices, by form and as JSON. */
class ReportingTest {
  private static final TestPaper paper = TestPaper.start();
  private static final TestTalk talk = new TestTalk(paper);
  private static final Reader anna = TestReaders.create(paper, "Anna");
  private static final Reader ben = TestReaders.withPassword(paper, "Ben");
  private static final ArticleId article = TestArticles.publish(paper, "Gemeldet");

  @AfterAll
  static void stop() {
    paper.close();
  }

  @Test
  void aCommentLeadsToItsReportAndAReaderReportsItOnce() {
    CommentId id = talk.comment(anna, article, "Du Depp");
    TestBrowser browser = TestBrowser.as(paper, ben);
    String page = browser.follow(browser.get("/artikel/" + article)).body();
    String link = "/melden?artikel=" + article + "&amp;kommentar=" + id.number();
    assertThat(page).contains("href=\"" + link);
    assertThat(browser.get(link.replace("&amp;", "&")).body()).contains("Du Depp", "Beleidigung");
    HttpResponse<String> sent = browser.post("/melden", with(id, "grund", "insult", "text", ""));
    assertThat(sent.statusCode()).isEqualTo(303);
    assertThat(browser.follow(sent).body()).contains("Danke für deine Meldung");
    HttpResponse<String> again =
        browser.post("/melden", with(id, "grund", "hate", "text", "Noch einmal, ausführlich"));
    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(again.body()).contains("schon gemeldet", "Noch einmal, ausführlich");
    assertThat(browser.get("/konto/meldungen").body())
        .contains("Beleidigung", "noch nicht entschieden", "Gemeldet");
  }

  @Test
  void whatIsMissingIsSaidAndWhatWasTypedStays() {
    CommentId id = talk.comment(anna, article, "Na ja");
    TestBrowser browser = TestBrowser.as(paper, ben);
    HttpResponse<String> none = browser.post("/melden", with(id, "grund", "", "text", "Getippt"));
    assertThat(none.statusCode()).isEqualTo(422);
    assertThat(none.body()).contains("Bitte wähle einen Grund", "Getippt");
    HttpResponse<String> other = browser.post("/melden", with(id, "grund", "other", "text", " "));
    assertThat(other.body()).contains("was nicht in Ordnung ist");
    String long_ = "x".repeat(2001);
    HttpResponse<String> tooLong =
        browser.post("/melden", with(id, "grund", "spam", "text", long_));
    assertThat(tooLong.statusCode()).isEqualTo(422);
    assertThat(tooLong.body()).contains("2.001 Zeichen", long_);
    HttpResponse<String> notice = browser.post("/melden", with(id, "grund", "illegal", "text", ""));
    assertThat(notice.statusCode()).isEqualTo(422);
    assertThat(notice.body())
        .contains("warum der Inhalt rechtswidrig ist", "dass deine Angaben richtig sind");
    HttpResponse<String> tricks =
        browser.post("/melden", with(id, "grund", "spam", "text", "a\u0000\u202Eb"));
    assertThat(tricks.statusCode()).isEqualTo(303);
    assertThat(talk.count("select count(*) from report where text = 'ab'")).isEqualTo(1);
  }

  @Test
  void whatIsNotThereOrOnesOwnIsNotReported() {
    CommentId own = talk.comment(ben, article, "Mein eigener");
    CommentId gone = talk.comment(anna, article, "Bald weg");
    paper.door(Discussion.class).delete(anna, gone);
    TestBrowser browser = TestBrowser.as(paper, ben);
    assertThat(
            browser.get("/melden?artikel=" + article + "&kommentar=" + own.number()).statusCode())
        .isEqualTo(403);
    assertThat(browser.post("/melden", with(gone, "grund", "spam")).statusCode()).isEqualTo(404);
    for (String address :
        List.of("/melden", "/melden?artikel=x&kommentar=1", "/melden/eingegangen")) {
      assertThat(browser.get(address).statusCode()).as(address).isEqualTo(404);
    }
    String api = "/api/v1/articles/" + article + "/comments/";
    String spam = "{\"reason\":\"spam\"}";
    assertThat(browser.json("POST", api + own.number() + "/reports", spam).statusCode())
        .isEqualTo(403);
    assertThat(browser.json("POST", api + "999/reports", spam).statusCode()).isEqualTo(404);
  }

  @Test
  void theLoginWallKeepsReasonAndText() {
    CommentId id = talk.comment(anna, article, "Über den Nachbarn");
    TestBrowser browser = new TestBrowser(paper);
    HttpResponse<String> wall =
        browser.post("/melden", with(id, "grund", "privacy", "text", "Das ist meine Adresse."));
    assertThat(wall.statusCode()).isEqualTo(401);
    String key = TestBrowser.field(wall, "text");
    HttpResponse<String> in =
        browser.post("/anmelden", "login", "Ben", "password", TestReaders.PASSWORD, "text", key);
    String form = browser.follow(in).body();
    assertThat(form).contains("Das ist meine Adresse.");
    assertThat(form).containsPattern("id=\"grund-privacy\"[^>]* checked");
    assertThat(browser.get("/ich/artikel/" + article + "/ansicht").body())
        .as("no text of a report in the form for a comment")
        .doesNotContain("Das ist meine Adresse.");
    assertThat(browser.post("/melden", with(id, "grund", "privacy", "text", "x")).statusCode())
        .isEqualTo(303);
    assertThat(talk.count("select count(*) from kept_text where reports is not null")).isZero();
  }

  @Test
  void aNoticeNeedsNoAccountAndItsReceiptIsConfirmed() {
    CommentId id = talk.comment(anna, article, "Verleumdung");
    TestBrowser nobody = new TestBrowser(paper);
    HttpResponse<String> incomplete =
        nobody.post(
            "/melden",
            with(id, "grund", "illegal", "text", "§ 111 StGB", "email", "a\r\nBcc: b@example.org"));
    assertThat(incomplete.statusCode()).isEqualTo(422);
    assertThat(incomplete.body()).contains("gültige Mailadresse", "deinen Namen", "§ 111 StGB");
    HttpResponse<String> sent =
        nobody.post(
            "/melden",
            with(
                id,
                "grund",
                "illegal",
                "text",
                "Das ist üble Nachrede.",
                "glaube",
                "ja",
                "name",
                "Frau Huber",
                "email",
                "huber@example.org"));
    assertThat(sent.statusCode()).isEqualTo(303);
    TestMails.Received mail = TestMails.await(paper, "huber@example.org");
    assertThat(mail.subject()).isEqualTo("Deine Meldung ist eingegangen");
    assertThat(mail.text()).contains("Hallo Frau Huber", "Das ist üble Nachrede.");
  }

  @Test
  void programsReportThroughTheSameDoor() {
    CommentId id = talk.comment(anna, article, "Kauft hier");
    String address = "/api/v1/articles/" + article + "/comments/" + id.number() + "/reports";
    assertThat(new TestBrowser(paper).json("POST", address, "{\"reason\":\"spam\"}").statusCode())
        .isEqualTo(401);
    TestBrowser browser = TestBrowser.as(paper, ben);
    assertThat(browser.json("POST", address, "{\"reason\":\"bad\"}").statusCode()).isEqualTo(422);
    HttpResponse<String> sent = browser.json("POST", address, "{\"reason\":\"spam\"}");
    assertThat(sent.statusCode()).isEqualTo(201);
    assertThat(sent.body()).contains("\"state\":\"received\"", "\"reason\":\"spam\"");
    assertThat(browser.json("POST", address, "{\"reason\":\"spam\"}").statusCode()).isEqualTo(409);
    String notice =
        "{\"reason\":\"illegal\",\"text\":\"weil\",\"goodFaith\":true,\"name\":\"X\",\"email\":\"x@example.org\"}";
    assertThat(new TestBrowser(paper).json("POST", address, notice).statusCode()).isEqualTo(201);
    assertThat(new TestBrowser(paper).json("POST", address, notice).statusCode()).isEqualTo(409);
  }
}
