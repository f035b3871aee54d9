package org.talblatt.identity.leaving;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.talblatt.base.ArticleId;
import org.talblatt.base.CommentId;
import org.talblatt.base.Failure;
import org.talblatt.discussion.Discussion;
import org.talblatt.discussion.Vote;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Role;
import org.talblatt.testing.TestArticles;
import org.talblatt.testing.TestBrowser;
import org.talblatt.testing.TestMails;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;

/** The three ways out, over HTTP: what is hidden at once, what is gone a day later, what stays. */
class LeavingTest {
  private static final TestPaper paper = TestPaper.start();
  private static final JdbcClient db = paper.door(JdbcClient.class);
  private static int next;

  private Reader leaver;
  private Reader friend;
  private ArticleId article;
  private TestBrowser browser;

  @AfterAll
  static void stop() {
    paper.close();
  }

  /** 1 leaver, 2 friend to 1, 3 leaver to 2, 4 friend to 3, 5 leaver, 6 leaver to 5. */
  @BeforeEach
  void talk() {
    next++;
    leaver = TestReaders.withPassword(paper, "Leonie Geht " + next);
    friend = TestReaders.create(paper, "Frieda Bleibt " + next);
    article = TestArticles.publish(paper, "Abschied " + next);
    browser = TestBrowser.as(paper, leaver);
    post(leaver, null, "eins von mir");
    post(friend, 1, "zwei an @" + leaver.name() + ", recht hast du");
    post(leaver, 2, "drei von mir");
    post(friend, 3, "vier von anderen");
    post(leaver, null, "fünf von mir");
    post(leaver, 5, "sechs von mir");
  }

  private void post(Reader by, @Nullable Integer parent, String text) {
    Discussion talk = paper.door(Discussion.class);
    UUID once = UUID.randomUUID();
    if (parent == null) {
      talk.post(by, article, text, once, Clock.systemUTC().instant());
    } else {
      talk.reply(by, new CommentId(article, parent), text, once, Clock.systemUTC().instant());
    }
  }

  private HttpResponse<String> leave(String way) {
    return browser.post("/konto/daten/abschied", "weg", way, "name", leaver.name());
  }

  private static Document page(ArticleId article) {
    TestBrowser anybody = new TestBrowser(paper);
    return Jsoup.parse(anybody.follow(anybody.get("/artikel/" + article)).body());
  }

  private void dayIsOver() {
    db.sql("update leaving set erase_at = now() where account = ?")
        .param(leaver.account().value())
        .update();
    paper.door(Erasing.class).eraseDue();
  }

  private static void await(String sql, Object... parameters) {
    Awaitility.await().until(() -> db.sql(sql).params(parameters).query(Boolean.class).single());
  }

  private void awaitTakenDown() {
    await(
        "select not exists (select from comment where author = ? and state = 'published')",
        leaver.account().value());
  }

  private void awaitNumbered() {
    await(
        "select not exists (select from comment where author = ? and former is null)",
        leaver.account().value());
  }

  private static int count(String sql, Object... parameters) {
    return db.sql(sql).params(parameters).query(Integer.class).single();
  }

  @Test
  void theFormExplainsTheThreeWaysAndRefusesWhatIsNotConfirmed() {
    String form = browser.get("/konto/daten/abschied").body();
    assertThat(form).contains("Alles löschen", "ohne Namen", "unter meinem Namen");
    HttpResponse<String> wrong =
        browser.post("/konto/daten/abschied", "weg", "keep", "name", "Leonie");
    assertThat(wrong.statusCode()).isEqualTo(422);
    Document page = Jsoup.parse(wrong.body());
    assertThat(page.select("#weg-keep[checked]")).hasSize(1);
    assertThat(page.select("#name").val()).isEqualTo("Leonie");
    for (String way : List.of("", "KEEP", "x".repeat(10_000), "\0")) {
      assertThat(leave(way).statusCode()).as(way).isEqualTo(422);
    }
    for (String name : List.of("", "x".repeat(10_000), "a\r\nBcc: x@example.org")) {
      assertThat(browser.post("/konto/daten/abschied", "weg", "keep", "name", name).statusCode())
          .isEqualTo(422);
    }
    assertThat(browser.get("/konto").statusCode()).isEqualTo(200);
  }

  @Test
  void anOldProofIsNotEnoughToLeaveOrToFetchTheData() {
    db.sql("update session set proved_at = now() - interval '16 minutes' where account = ?")
        .param(leaver.account().value())
        .update();
    for (HttpResponse<String> answer :
        List.of(
            browser.get("/konto/daten/abschied"),
            leave("delete"),
            browser.post("/konto/daten/auszug"),
            browser.get("/konto/daten/auszug"))) {
      assertThat(answer.statusCode()).isEqualTo(303);
      assertThat(answer.headers().firstValue("Location").orElseThrow())
          .startsWith("/konto/bestaetigen");
    }
    assertThat(
            count("select count(*)::int from leaving where account = ?", leaver.account().value()))
        .isZero();
  }

  @Test
  void whoTakesAllTextsAlongIsGoneAtOnceAndTheThreadStaysWhole() {
    assertThat(leave("delete").headers().firstValue("Location")).contains("/abschied");
    assertThat(browser.get("/abschied").body()).contains("Auf Wiedersehen");
    assertThat(browser.get("/konto").statusCode()).isEqualTo(303);
    Document page = page(article);
    assertThat(page.text()).doesNotContain("von mir").contains("recht hast du", "vier von anderen");
    assertThat(page.select(".comment-author").eachText()).doesNotContain(leaver.name());
    awaitTakenDown();
    wholeThread();
    dayIsOver();
    wholeThread();
    assertThat(count("select count(*)::int from account where id = ?", leaver.account().value()))
        .isZero();
    assertThat(
            count(
                "select count(*)::int from comment where text like '%von mir%'"
                    + " and article = ?",
                article.value()))
        .isZero();
    TestBrowser anybody = new TestBrowser(paper);
    assertThat(anybody.get("/artikel/" + article + "/kommentare/3").statusCode()).isEqualTo(302);
    assertThat(anybody.get("/artikel/" + article + "/kommentare/6").statusCode())
        .isIn(302, 404, 410);
    assertThat(TestReaders.create(paper, leaver.name()).name()).isEqualTo(leaver.name());
  }

  /** 1 and 3 are lines that hold 2 and 4, 5 and 6 are nowhere. */
  private void wholeThread() {
    Document page = page(article);
    assertThat(page.select(".comment").eachAttr("id"))
        .containsExactly("kommentar-1", "kommentar-2", "kommentar-3", "kommentar-4");
    assertThat(page.select(".comment-removed").eachAttr("id"))
        .containsExactly("kommentar-1", "kommentar-3");
    countsAreTrue();
    assertThat(count("select published_count from thread where article = ?", article.value()))
        .isEqualTo(2);
  }

  private void countsAreTrue() {
    assertThat(
            count(
                """
                select count(*)::int from thread t where t.article = ? and t.published_count <>
                  (select count(*) from comment c where c.article = t.article and state = 'published')
                """,
                article.value()))
        .isZero();
    assertThat(
            count(
                """
                select count(*)::int from comment c where c.article = ? and c.visible_replies <>
                  (select count(*) from public_comment r
                   where r.article = c.article and r.reply_to = c.number)
                """,
                article.value()))
        .isZero();
    assertThat(
            count(
                """
                select count(*)::int from comment c where c.article = ? and (c.up, c.down) <> (
                  select count(*) filter (where value = 1), count(*) filter (where value = -1)
                  from vote v where v.article = c.article and v.number = c.number)
                """,
                article.value()))
        .isZero();
  }

  @Test
  void whoLeavesTheTextsWithoutNameIsTheSameNumberThroughoutTheThread() {
    leave("anonymous");
    assertThat(page(article).text()).doesNotContain("Geht " + next + " 2").contains("von mir");
    assertThat(page(article).select(".comment-author").eachText()).doesNotContain(leaver.name());
    awaitNumbered();
    Reader second = friend;
    TestBrowser seconds = TestBrowser.as(paper, second);
    seconds.post("/konto/daten/abschied", "weg", "anonymous", "name", second.name());
    await(
        "select not exists (select from comment where author = ? and former is null)",
        second.account().value());
    numbered();
    dayIsOver();
    numbered();
    assertThat(count("select count(*)::int from account where id = ?", leaver.account().value()))
        .isZero();
    assertThat(
            count(
                "select count(distinct author)::int from comment where article = ?",
                article.value()))
        .isEqualTo(2);
  }

  private void numbered() {
    assertThat(page(article).select(".comment").stream().map(LeavingTest::author))
        .containsExactly(
            "5 ehemaliges Mitglied 1",
            "6 ehemaliges Mitglied 1",
            "1 ehemaliges Mitglied 1",
            "2 ehemaliges Mitglied 2",
            "3 ehemaliges Mitglied 1",
            "4 ehemaliges Mitglied 2");
    String json =
        new TestBrowser(paper)
            .json("GET", "/api/v1/articles/" + article + "/comments?sort=oldest", "")
            .body();
    assertThat(json)
        .contains("{\"name\":\"ehemaliges Mitglied 1\",", "{\"name\":\"ehemaliges Mitglied 2\",")
        .doesNotContain("\"name\":\"" + leaver.name() + "\"");
  }

  private static String author(Element comment) {
    return comment.attr("data-number") + " " + comment.select(".comment-author").text();
  }

  @Test
  void aFormerMemberIsNamedInTheArticlesLanguage() {
    db.sql("update article set language = 'it' where id = ?").param(article.value()).update();
    leave("anonymous");
    awaitNumbered();
    assertThat(page(article).select(".comment-author").eachText()).contains("ex membro 1");
    db.sql("update article set language = 'en' where id = ?").param(article.value()).update();
    assertThat(
            new TestBrowser(paper)
                .json("GET", "/api/v1/articles/" + article + "/comments", "")
                .body())
        .contains("former member 1");
  }

  @Test
  void whoKeepsTheNameKeepsTheTextsAndNobodyElseGetsTheName() {
    leave("keep");
    assertThat(page(article).select(".comment-author").eachText()).contains(leaver.name());
    db.sql("update account set suspended_for = 'Streit' where id = ?")
        .param(leaver.account().value())
        .update();
    dayIsOver();
    assertThat(page(article).select(".comment-author").eachText()).contains(leaver.name());
    assertThat(page(article).text()).contains("eins von mir", "sechs von mir");
    assertThat(
            db.sql(
                    "select state || email || password_hash || suspended_for from account where id = ?")
                .param(leaver.account().value())
                .query(String.class)
                .single())
        .isEqualTo("closed{none}");
    assertThat(
            org.assertj.core.api.Assertions.catchThrowable(
                () -> TestReaders.create(paper, leaver.name())))
        .isInstanceOf(Failure.class);
    assertThat(browser.login(leaver.name()).statusCode()).isEqualTo(422);
    HttpResponse<String> profile =
        new TestBrowser(paper).get("/leser/" + leaver.name().replace(" ", "%20"));
    assertThat(profile.statusCode()).isEqualTo(404);
    assertThat(profile.body()).contains("ist nicht mehr dabei").doesNotContain("von mir");
    countsAreTrue();
  }

  @Test
  void theMailedLinkBringsEverythingBackAndLogsIn() {
    leave("delete");
    TestMails.Received mail = TestMails.await(paper, TestReaders.email(leaver.name()));
    awaitTakenDown();
    TestBrowser elsewhere = new TestBrowser(paper);
    assertThat(elsewhere.get(mail.link()).body()).contains("Ja, ich bleibe");
    assertThat(page(article).text())
        .as("opening the link changes nothing")
        .doesNotContain("von mir");
    HttpResponse<String> stays = elsewhere.post("/abschied", "link", mail.secret());
    assertThat(stays.statusCode()).isEqualTo(303);
    assertThat(elsewhere.follow(stays).body()).contains("Schön, dass du bleibst");
    await(
        "select count(*) = 4 from comment where author = ? and state = 'published'",
        leaver.account().value());
    Document page = page(article);
    assertThat(page.select(".comment")).hasSize(6);
    assertThat(page.text()).contains("eins von mir", "sechs von mir");
    countsAreTrue();
    assertThat(elsewhere.post("/abschied", "link", mail.secret()).statusCode()).isEqualTo(404);
    dayIsOver();
    assertThat(page(article).text()).contains("eins von mir");
  }

  @Test
  void whoLogsInIsAskedWhetherToStay() {
    leave("anonymous");
    awaitNumbered();
    TestBrowser again = new TestBrowser(paper);
    HttpResponse<String> login = again.login(leaver.name());
    HttpResponse<String> offer = again.follow(login);
    assertThat(offer.body()).contains("/anmelden/bleiben");
    assertThat(again.get("/konto").statusCode()).isEqualTo(303);
    HttpResponse<String> stays = again.post("/anmelden/bleiben");
    assertThat(again.follow(stays).statusCode()).isEqualTo(200);
    await(
        "select not exists (select from comment where author = ? and former is not null)",
        leaver.account().value());
    assertThat(page(article).select(".comment-author").eachText()).contains(leaver.name());
  }

  @Test
  void afterTheDayNoLinkHelps() {
    leave("delete");
    String link = TestMails.await(paper, TestReaders.email(leaver.name())).link();
    dayIsOver();
    HttpResponse<String> late = new TestBrowser(paper).get(link);
    assertThat(late.statusCode()).isEqualTo(404);
    assertThat(late.body()).contains("gilt nicht mehr");
    assertThat(new TestBrowser(paper).get("/abschied?link=" + "x".repeat(2_000)).statusCode())
        .isEqualTo(404);
  }

  @Test
  void votesAreRecountedVersionsGoAndTheNameIsButAWord() {
    Discussion talk = paper.door(Discussion.class);
    CommentId four = new CommentId(article, 4);
    talk.vote(leaver, four, Vote.UP, Clock.systemUTC().instant());
    talk.vote(leaver, new CommentId(article, 2), Vote.DOWN, Clock.systemUTC().instant());
    talk.edit(
        leaver, new CommentId(article, 6), null, "sechs, geändert", Clock.systemUTC().instant());
    assertThat(page(article).select(".mention").text()).contains(leaver.name());
    leave("anonymous");
    dayIsOver();
    countsAreTrue();
    assertThat(count("select up from comment where article = ? and number = 4", article.value()))
        .isZero();
    assertThat(
            count("select count(*)::int from comment_version where article = ?", article.value()))
        .isZero();
    Document page = page(article);
    assertThat(page.select(".mention")).isEmpty();
    assertThat(page.text()).contains("zwei an @" + leaver.name() + ", recht hast du");
  }

  @Test
  void theLastAdministratorStays() {
    Reader chief = TestReaders.create(paper, "Einzige Chefin " + next, Role.ADMINISTRATOR);
    HttpResponse<String> answer =
        TestBrowser.as(paper, chief)
            .post("/konto/daten/abschied", "weg", "delete", "name", chief.name());
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("role=\"alert\"");
    db.sql("delete from account_role where account = ?").param(chief.account().value()).update();
  }
}
