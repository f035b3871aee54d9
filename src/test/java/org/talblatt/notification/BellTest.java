package org.talblatt.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.talblatt.base.ArticleId;
import org.talblatt.base.CommentId;
import org.talblatt.base.Links;
import org.talblatt.discussion.Discussion;
import org.talblatt.identity.Reader;
import org.talblatt.testing.Statements;
import org.talblatt.testing.TestArticles;
import org.talblatt.testing.TestBrowser;
import org.talblatt.testing.TestMails;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;

/** Who is told of what, on the site and by mail. */
class BellTest {
  private static final TestPaper paper = TestPaper.start();

  @AfterAll
  static void stop() {
    paper.close();
  }

  @Test
  void whoIsAnsweredOrNamedIsToldOncePerCommentAndNobodyOfOwnActs() {
    ArticleId article = TestArticles.publish(paper, "Wer erfährt was");
    Reader anna = TestReaders.create(paper, "Anna Glocke");
    Reader ben = TestReaders.create(paper, "Ben Glocke");
    TestBrowser asAnna = TestBrowser.as(paper, anna);
    TestBrowser asBen = TestBrowser.as(paper, ben);
    asAnna.post(Links.comments(article), "text", "Erster Gedanke");
    asAnna.post(Links.comments(article) + "/1/antworten", "text", "Ich antworte mir");
    asBen.post(
        Links.comments(article) + "/1/antworten", "text", "Meinst du, @Anna Glocke? @Anna Glocke!");
    asBen.post(Links.comments(article), "text", "Ohne Namen");
    assertThat(unread(asAnna)).isEqualTo(1);
    assertThat(unread(asBen)).isZero();
    HttpResponse<String> list = asAnna.get("/mitteilungen");
    assertThat(list.body())
        .contains("Ben Glocke hat dich erwähnt", "Wer erfährt was", "Meinst du, @Anna Glocke?")
        .contains("Eine ungelesene Mitteilung.")
        .doesNotContain("hat dir geantwortet");
    assertThat(list.headers().firstValue("Cache-Control")).hasValue("private, no-store");
    String newest = TestBrowser.field(list, "bis");
    assertThat(asAnna.post("/mitteilungen/gelesen", "bis", newest).statusCode()).isEqualTo(303);
    assertThat(unread(asAnna)).isZero();
    assertThat(asAnna.get("/mitteilungen").body()).contains("Alles gelesen.", "Ben Glocke");
  }

  @Test
  void aFollowedTalkIsHeardOfUntilItIsLeft() {
    ArticleId article = TestArticles.publish(paper, "Gefolgt");
    TestBrowser follower = TestBrowser.as(paper, TestReaders.create(paper, "Folgt Gern"));
    TestBrowser writer = TestBrowser.as(paper, TestReaders.create(paper, "Schreibt Gern"));
    String follow = "/artikel/" + article + "/folgen";
    assertThat(follower.follow(follower.post(follow, "wert", "1")).body())
        .contains("Nicht mehr folgen");
    writer.post(Links.comments(article), "text", "Neues aus dem Tal");
    assertThat(follower.get("/mitteilungen").body())
        .contains("Schreibt Gern hat unter einem Artikel geschrieben, dem du folgst");
    assertThat(follower.get("/ich/artikel/" + article).body()).contains("\"follows\" : true");
    assertThat(follower.get("/konto/mitteilungen").body()).contains("Gefolgt", "Nicht mehr folgen");
    follower.post(follow, "wert", "0", "zurueck", "konto");
    writer.post(Links.comments(article), "text", "Noch etwas");
    assertThat(unread(follower)).isEqualTo(1);
    assertThat(new TestBrowser(paper).post(follow, "wert", "1").headers().firstValue("Location"))
        .get()
        .asString()
        .startsWith("/anmelden");
    assertThat(follower.post("/artikel/999999/folgen", "wert", "1").statusCode()).isEqualTo(404);
  }

  @Test
  void whatNobodySeesIsNotTold() {
    ArticleId article = TestArticles.publish(paper, "Unsichtbar");
    Reader anna = TestReaders.create(paper, "Anna Sieht");
    TestBrowser asAnna = TestBrowser.as(paper, anna);
    TestBrowser asBen = TestBrowser.as(paper, TestReaders.create(paper, "Ben Verbirgt"));
    asAnna.post(Links.comments(article), "text", "Wurzel");
    asBen.post(Links.comments(article) + "/1/antworten", "text", "Geht gleich wieder");
    assertThat(unread(asAnna)).isEqualTo(1);
    Discussion discussion = paper.door(Discussion.class);
    discussion.hold(new CommentId(article, 2), "discussion.rule-article");
    assertThat(unread(asAnna)).as("held").isZero();
    assertThat(asAnna.get("/mitteilungen").body()).doesNotContain("Geht gleich wieder");
    discussion.publish(new CommentId(article, 2));
    assertThat(unread(asAnna)).as("back, and not told twice").isEqualTo(1);
  }

  @Test
  void theChoiceIsKeptAndOnlyWhatIsWantedComes() {
    ArticleId article = TestArticles.publish(paper, "Gewählt");
    Reader anna = TestReaders.create(paper, "Anna Waehlt");
    TestBrowser asAnna = TestBrowser.as(paper, anna);
    TestBrowser asBen = TestBrowser.as(paper, TestReaders.create(paper, "Ben Antwortet"));
    assertThat(
            asAnna.post("/konto/mitteilungen", "erwaehnung", "true", "mail", "daily").statusCode())
        .isEqualTo(303);
    assertThat(asAnna.get("/konto/mitteilungen?hinweis=gespeichert").body())
        .contains("Gespeichert.")
        .containsPattern("id=\"erwaehnung\"[^>]* checked")
        .containsPattern("id=\"mail-daily\"[^>]* checked")
        .doesNotContainPattern("id=\"antwort\"[^>]* checked");
    asAnna.post(Links.comments(article), "text", "Wurzel");
    asBen.post(Links.comments(article) + "/1/antworten", "text", "Antwort");
    assertThat(unread(asAnna)).isZero();
    asBen.post(Links.comments(article), "text", "Hallo @Anna Waehlt");
    assertThat(unread(asAnna)).isEqualTo(1);
    assertThat(asAnna.post("/konto/mitteilungen", "mail", "jede Minute").statusCode())
        .isEqualTo(422);
  }

  @Test
  void aMailComesAtOnceWhereWantedAndIsSwitchedOffInOneClick() {
    ArticleId article = TestArticles.publish(paper, "Per Mail");
    Reader anna = TestReaders.create(paper, "Anna Post");
    TestBrowser asAnna = TestBrowser.as(paper, anna);
    TestBrowser asBen = TestBrowser.as(paper, TestReaders.create(paper, "Ben Post"));
    asAnna.post("/konto/mitteilungen", "antwort", "true", "mail", "at_once");
    asAnna.post(Links.comments(article), "text", "Wurzel");
    asBen.post(Links.comments(article) + "/1/antworten", "text", "Mit **Nachdruck**");
    TestMails.Received mail = TestMails.await(paper, TestReaders.email("Anna Post"));
    assertThat(mail.subject()).isEqualTo("Talblatt: Neues in der Diskussion");
    assertThat(mail.text())
        .contains("Hallo Anna Post,", "Ben Post hat dir geantwortet – Per Mail")
        .contains("> Mit Nachdruck")
        .contains("/artikel/" + article + "/kommentare/2");
    String unsubscribe = mail.path("/mitteilungen/abbestellen");
    assertThat(mail.header("List-Unsubscribe")).contains(unsubscribe);
    assertThat(mail.header("List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
    TestBrowser program = new TestBrowser(paper);
    assertThat(program.get(unsubscribe).body()).contains("Keine Mails mehr");
    assertThat(asAnna.get("/konto/mitteilungen").body())
        .as("looking at the link changes nothing")
        .containsPattern("id=\"mail-at_once\"[^>]* checked");
    assertThat(program.post(unsubscribe, "List-Unsubscribe", "One-Click").statusCode())
        .isEqualTo(200);
    assertThat(asAnna.get("/konto/mitteilungen").body())
        .containsPattern("id=\"mail-off\"[^>]* checked");
    assertThat(program.post("/mitteilungen/abbestellen?schluessel=unsinn").statusCode())
        .isEqualTo(404);
  }

  @Test
  void whatCameIsTakenIntoOneMailWhenItsHourOrMorningHasCome() {
    ArticleId article = TestArticles.publish(paper, "Gesammelt");
    Reader hourly = TestReaders.create(paper, "Stuendlich");
    Reader daily = TestReaders.create(paper, "Taeglich");
    TestBrowser.as(paper, hourly)
        .post("/konto/mitteilungen", "erwaehnung", "true", "mail", "hourly");
    TestBrowser.as(paper, daily).post("/konto/mitteilungen", "erwaehnung", "true", "mail", "daily");
    TestBrowser.as(paper, TestReaders.create(paper, "Ruft Beide"))
        .post(Links.comments(article), "text", "Hallo @Stuendlich und @Taeglich");
    Notifications notifications = paper.door(Notifications.class);
    Instant now = paper.door(Clock.class).instant();
    Instant past = now.minusSeconds(3600);
    Instant future = now.plusSeconds(3600);
    assertThat(notifications.take(now, past, past)).isEmpty();
    assertThat(notifications.take(now, future, past)).containsExactly(hourly.account());
    assertThat(notifications.take(now, future, future)).containsExactly(daily.account());
    assertThat(notifications.take(now, future, future)).as("never twice").isEmpty();
  }

  @Test
  void aCommentThatConcernsNobodyCostsOneStatementMore() {
    ArticleId article = TestArticles.publish(paper, "Gezählt");
    Reader anna = TestReaders.create(paper, "Anna Zaehlt");
    Discussion discussion = paper.door(Discussion.class);
    List<String> statements =
        Statements.during(
            paper,
            () ->
                discussion.post(
                    anna,
                    article,
                    "Ein Gedanke",
                    java.util.UUID.randomUUID(),
                    java.time.Instant.EPOCH));
    assertThat(statements).filteredOn(sql -> sql.contains("insert into notification")).hasSize(1);
  }

  private static int unread(TestBrowser browser) {
    String json = browser.get("/mitteilungen/anzahl").body();
    return Integer.parseInt(json.replaceAll("\\D", ""));
  }
}
