package org.talblatt.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.talblatt.article.Publishing;
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

  @Test
  void aFollowedBranchIsHeardOfAtAnyDepthAndTheRestOfTheTalkIsNot() {
    ArticleId article = TestArticles.publish(paper, "Verzweigt");
    TestBrowser follower = TestBrowser.as(paper, TestReaders.create(paper, "Folgt Zweig"));
    TestBrowser writer = TestBrowser.as(paper, TestReaders.create(paper, "Schreibt Zweig"));
    writer.post(Links.comments(article), "text", "Wurzel");
    writer.post(Links.comments(article) + "/1/antworten", "text", "Ast");
    writer.post(Links.comments(article) + "/1/antworten", "text", "Nachbar");
    String follow = Links.comments(article) + "/2/folgen";
    assertThat(follower.get(Links.personalView(article)).body())
        .contains("Zweig folgen: alle Antworten unter Kommentar 2");
    assertThat(follower.follow(follower.post(follow, "wert", "1")).body())
        .contains("Zweig nicht mehr folgen: Antworten unter Kommentar 2");
    assertThat(follower.get("/ich/artikel/" + article).body()).contains("\"branches\" : [2]");
    writer.post(Links.comments(article) + "/3/antworten", "text", "Anderswo");
    writer.post(Links.comments(article) + "/1/antworten", "text", "Darüber");
    assertThat(unread(follower)).isZero();
    writer.post(Links.comments(article) + "/2/antworten", "text", "Zweig");
    for (int deep = 6; deep < 12; deep++) {
      writer.post(Links.comments(article) + "/" + deep + "/antworten", "text", "Tiefer " + deep);
    }
    assertThat(unread(follower)).isEqualTo(7);
    assertThat(follower.get("/mitteilungen").body())
        .contains("Schreibt Zweig hat in einem Zweig geantwortet, dem du folgst", "Tiefer 11");
    assertThat(follower.get("/konto/mitteilungen").body())
        .contains("Kommentar 2 von Schreibt Zweig zu „Verzweigt“");
    assertThat(follower.follow(follower.post(follow, "wert", "0", "zurueck", "konto")).body())
        .contains("Noch keine. Bei jedem Kommentar steht „Zweig folgen“");
    writer.post(Links.comments(article) + "/2/antworten", "text", "Ungehört");
    assertThat(unread(follower)).isEqualTo(7);
  }

  @Test
  void whoCannotFollowABranchIsToldWhy() {
    ArticleId article = TestArticles.publish(paper, "Unfolgsam");
    TestBrowser reader = TestBrowser.as(paper, TestReaders.create(paper, "Folgt Falsch"));
    reader.post(Links.comments(article), "text", "Wurzel");
    String follow = Links.comments(article) + "/1/folgen";
    assertThat(new TestBrowser(paper).post(follow).headers().firstValue("Location"))
        .hasValue("/anmelden?zurueck=/ich/artikel/" + article + "/ansicht?kommentar=1");
    assertThat(reader.post(Links.comments(article) + "/9/folgen").statusCode()).isEqualTo(404);
    paper.door(Discussion.class).hold(new CommentId(article, 1), "discussion.rule-article");
    assertThat(reader.post(follow).statusCode()).as("out of sight").isEqualTo(404);
    paper.door(Publishing.class).withdraw(article);
    assertThat(reader.post(follow).statusCode()).isEqualTo(410);
    assertThat(reader.post(follow, "wert", "0").statusCode()).as("always").isEqualTo(303);
  }

  @Test
  void ofSeveralReasonsTheStrongestIsToldAlsoWhenAnEditGivesIt() {
    ArticleId article = TestArticles.publish(paper, "Gründe");
    TestBrowser all = TestBrowser.as(paper, TestReaders.create(paper, "Alle Gründe"));
    TestBrowser writer = TestBrowser.as(paper, TestReaders.create(paper, "Schreibt Gründe"));
    all.post("/artikel/" + article + "/folgen", "wert", "1");
    all.post(Links.comments(article), "text", "Wurzel");
    writer.post(Links.comments(article) + "/1/antworten", "text", "Ast");
    all.post(Links.comments(article) + "/2/folgen", "wert", "1");
    assertThat(told(all)).containsExactly("Schreibt Gründe hat dir geantwortet");
    writer.post(Links.comments(article) + "/2/antworten", "text", "Im Zweig");
    assertThat(told(all)).first().asString().contains("in einem Zweig");
    HttpResponse<String> edited =
        writer.post(
            Links.comments(article) + "/3/bearbeiten",
            "text",
            "Im Zweig, @Alle Gründe",
            "fassung",
            "1");
    assertThat(edited.statusCode()).as(edited.body()).isEqualTo(303);
    assertThat(told(all))
        .containsExactly("Schreibt Gründe hat dich erwähnt", "Schreibt Gründe hat dir geantwortet");
    assertThat(unread(all)).isEqualTo(2);
  }

  @Test
  void whoIsIgnoredIsNotHeardOfFromThenOn() {
    ArticleId article = TestArticles.publish(paper, "Ruhe");
    TestBrowser quiet = TestBrowser.as(paper, TestReaders.create(paper, "Will Ruhe"));
    TestBrowser loud = TestBrowser.as(paper, TestReaders.create(paper, "Laut"));
    quiet.post("/artikel/" + article + "/folgen", "wert", "1");
    loud.post(Links.comments(article), "text", "Vorher");
    assertThat(unread(quiet)).isEqualTo(1);
    quiet.post("/leser/Laut/ignoriert");
    assertThat(unread(quiet)).as("what waited is silent too").isZero();
    loud.post(Links.comments(article), "text", "Hallo @Will Ruhe");
    assertThat(unread(quiet)).isZero();
  }

  @Test
  void whoLeavesOrIsShutOutIsToldNothingAndWhatTheyTookAlongIsNotTold() {
    ArticleId article = TestArticles.publish(paper, "Abschiede");
    Reader leaving = TestReaders.create(paper, "Geht Bald");
    Reader banned = TestReaders.create(paper, "Ausgesperrt");
    Reader stays = TestReaders.create(paper, "Bleibt Da");
    TestBrowser asLeaving = TestBrowser.as(paper, leaving);
    for (Reader each : List.of(leaving, banned, stays)) {
      TestBrowser.as(paper, each).post("/artikel/" + article + "/folgen", "wert", "1");
    }
    asLeaving.post(Links.comments(article), "text", "Letzte Worte");
    TestBrowser asStays = TestBrowser.as(paper, stays);
    assertThat(unread(asStays)).isEqualTo(1);
    JdbcClient db = paper.door(JdbcClient.class);
    db.sql("update account set state = 'banned' where id = ?")
        .param(banned.account().value())
        .update();
    db.sql("update account set state = 'leaving' where id = ?")
        .param(leaving.account().value())
        .update();
    db.sql(
            """
            insert into leaving (account, way, state_before, erase_at)
            values (?, 'delete', 'active', now() + interval '30 days')
            """)
        .param(leaving.account().value())
        .update();
    assertThat(unread(asStays)).as("out of sight with the leaving itself").isZero();
    asStays.post(Links.comments(article), "text", "Wer hört das?");
    assertThat(
            db.sql("select account from notification where article = ? and number = 2")
                .param(article.value())
                .query(Long.class)
                .list())
        .isEmpty();
  }

  private static List<String> told(TestBrowser browser) {
    return Jsoup.parse(browser.get("/mitteilungen").body())
        .select(".notification-title a")
        .eachText();
  }

  private static int unread(TestBrowser browser) {
    String json = browser.get("/mitteilungen/anzahl").body();
    return Integer.parseInt(json.replaceAll("\\D", ""));
  }
}
