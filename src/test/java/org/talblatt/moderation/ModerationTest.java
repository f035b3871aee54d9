package org.talblatt.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.talblatt.moderation.TestTalk.with;

import java.net.http.HttpResponse;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.talblatt.base.ArticleId;
import org.talblatt.base.CommentId;
import org.talblatt.discussion.Comment;
import org.talblatt.discussion.Discussion;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Rights;
import org.talblatt.identity.Role;
import org.talblatt.identity.Staff;
import org.talblatt.paper.Actor;
import org.talblatt.testing.TestArticles;
import org.talblatt.testing.TestBrowser;
import org.talblatt.testing.TestMails;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;

/** What moderators decide, by form and as JSON. */
class ModerationTest {
  private static final TestPaper paper = TestPaper.start();
  private static final TestTalk talk = new TestTalk(paper);
  private static final Reader anna = TestReaders.create(paper, "Anna");
  private static final Reader ben = TestReaders.create(paper, "Ben");
  private static final Reader moni = TestReaders.create(paper, "Moni Moder", Role.MODERATOR);
  private static final Reader max = TestReaders.create(paper, "Max Moder", Role.MODERATOR);
  private static final ArticleId article = TestArticles.publish(paper, "Zum Entscheiden");
  private static final String DECISIONS = "/moderation/entscheidungen";

  private final TestBrowser moderator = TestBrowser.as(paper, moni);

  @AfterAll
  static void stop() {
    paper.close();
  }

  @Test
  void aReportedCommentIsRemovedWithReasonsAndBothAreTold() {
    CommentId id = reported("Du bist ein Esel");
    assertThat(moderator.get("/moderation").body()).contains("Du bist ein Esel", "Beleidigung");
    HttpResponse<String> done = moderator.post(DECISIONS, removal(id, "0", ""));
    assertThat(done.statusCode()).isEqualTo(303);
    assertThat(moderator.follow(done).body())
        .contains("Entschieden und mitgeteilt")
        .doesNotContain("Du bist ein Esel");
    assertThat(talk.state(id)).isEqualTo(Comment.State.REJECTED);
    assertThat(TestBrowser.as(paper, anna).get("/konto/meldungen").body())
        .contains("Hausregeln, Punkt 2", "Nicht so.", "Widerspruch einlegen", "Esel");
    String told = TestMails.await(paper, TestReaders.email("Anna")).text();
    assertThat(told)
        .contains("Hausregeln, Punkt 2", "Nicht so.", "sechs Monate", "/widerspruch?link=");
    assertThat(TestMails.await(paper, TestReaders.email("Ben")).text())
        .contains("Wir haben ihn entfernt");
    assertThat(TestBrowser.as(paper, ben).get("/konto/meldungen").body())
        .contains("Der Kommentar wurde entfernt.");
  }

  @Test
  void withoutReasonsNothingIsDecidedAndWhatWasTypedStays() {
    CommentId id = reported("Strittig");
    HttpResponse<String> refused =
        moderator.post(
            DECISIONS,
            with(id, "stand", "0", "entscheidung", "reject", "begruendung", "Angefangen"));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("worauf die Entscheidung beruht", "Angefangen");
    HttpResponse<String> noLaw =
        moderator.post(DECISIONS, with(id, "stand", "0", "entscheidung", "reject", "grund", "law"));
    assertThat(noLaw.body()).contains("Bitte nenne das Gesetz", "Bitte begründe");
    assertThat(talk.state(id)).isEqualTo(Comment.State.PUBLISHED);
    HttpResponse<String> ready =
        moderator.post(
            DECISIONS,
            with(
                id,
                "stand",
                "0",
                "entscheidung",
                "reject",
                "grund",
                "law",
                "gesetz",
                "§ 111 öStGB",
                "kategorie",
                "STATEMENT_CATEGORY_ILLEGAL_OR_HARMFUL_SPEECH",
                "vorlage",
                "law"));
    assertThat(ready.statusCode()).isEqualTo(303);
    assertThat(
            talk.count(
                """
                select count(*) from decision
                where ground = 'law:§ 111 öStGB' and statement like 'Dein Kommentar verstößt%'
                  and not automated
                """))
        .isEqualTo(1);
  }

  @Test
  void whoComesSecondIsToldWhoWasFaster() throws Exception {
    CommentId id = reported("Zwei zugleich");
    Set<Integer> answers = new TreeSet<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Integer> one =
          () -> TestBrowser.as(paper, moni).post(DECISIONS, removal(id, "0", "")).statusCode();
      Callable<Integer> other =
          () ->
              TestBrowser.as(paper, max)
                  .post(DECISIONS, with(id, "stand", "0", "entscheidung", "keep"))
                  .statusCode();
      for (var answer : threads.invokeAll(java.util.List.of(one, other))) {
        answers.add(answer.get());
      }
    }
    assertThat(answers).containsExactly(303, 409);
    assertThat(
            talk.count(
                "select count(*) from decision where article = ? and number = ?",
                id.article().value(),
                id.number()))
        .isEqualTo(1);
    assertThat(moderator.post(DECISIONS, removal(id, "0", "")).body())
        .contains("Bereits entschieden von M");
  }

  @Test
  void decisionsAreNeverChanged() {
    CommentId id = reported("Für die Akten");
    moderator.post(DECISIONS, removal(id, "0", ""));
    JdbcClient db = paper.door(JdbcClient.class);
    for (String change :
        java.util.List.of(
            "update decision set kind = 'keep'",
            "update decision set statement = 'anders'",
            "update decision set decided_by = account",
            "delete from decision")) {
      org.assertj.core.api.Assertions.assertThatThrownBy(() -> db.sql(change).update())
          .as(change)
          .hasMessageContaining("decisions are never changed");
    }
  }

  @Test
  void nobodyDecidesOnTheirOwnCommentOrInAForeignSection() {
    CommentId own = talk.comment(moni, article, "Von der Moderation");
    assertThat(moderator.post(DECISIONS, removal(own, "0", "")).statusCode()).isEqualTo(403);
    Reader sport = TestReaders.create(paper, "Sportmoderator", Role.MODERATOR);
    paper
        .door(Staff.class)
        .setRights(
            sport.account(),
            Rights.parse(java.util.List.of("moderator:" + section())),
            Actor.console());
    CommentId id = reported("Im fremden Ressort");
    TestBrowser elsewhere = TestBrowser.as(paper, sport);
    assertThat(elsewhere.get("/moderation").body()).doesNotContain("Im fremden Ressort");
    assertThat(elsewhere.json("GET", "/api/v1/moderation/queue", "").body())
        .contains("\"total\":0");
    assertThat(elsewhere.post(DECISIONS, removal(id, "0", "")).statusCode()).isEqualTo(403);
    assertThat(talk.state(id)).isEqualTo(Comment.State.PUBLISHED);
  }

  @Test
  void whoModeratesOneSectionShutsNobodyOutOfThePaper() {
    Reader politics = TestReaders.create(paper, "Politikmoderator", Role.MODERATOR);
    paper
        .door(Staff.class)
        .setRights(
            politics.account(),
            Rights.parse(java.util.List.of("moderator:politik")),
            Actor.console());
    CommentId id = reported("Nur dieses Ressort");
    TestBrowser there = TestBrowser.as(paper, politics);
    assertThat(there.get("/moderation").body())
        .contains("Nur dieses Ressort")
        .doesNotContain("name=\"sperre\"");
    assertThat(there.post(DECISIONS, removal(id, "0", "7")).statusCode()).isEqualTo(403);
    assertThat(talk.state(id)).isEqualTo(Comment.State.PUBLISHED);
    assertThat(there.post(DECISIONS, removal(id, "0", "")).statusCode()).isEqualTo(303);
  }

  private static String section() {
    paper
        .door(org.talblatt.article.Sections.class)
        .put(new org.talblatt.article.Section("sport", "Sport", 2, "de"));
    return "sport";
  }

  @Test
  void programsReadTheQueueAndDecideOnSeveralOrNone() {
    CommentId one = reported("Erster Fall");
    CommentId two = reported("Zweiter Fall");
    String queue = moderator.json("GET", "/api/v1/moderation/queue?limit=100", "").body();
    assertThat(queue).contains("Erster Fall", "\"reason\":\"insult\"", "\"next\":null");
    String first = moderator.json("GET", "/api/v1/moderation/queue?limit=1", "").body();
    String cursor = first.replaceFirst("(?s).*\"next\":\"([^\"]+)\".*", "$1");
    assertThat(moderator.json("GET", "/api/v1/moderation/queue?cursor=" + cursor, "").body())
        .contains("Zweiter Fall");
    String wrong = decision(one, "reject", "\"ground\":\"rules:x\",\"statement\":\"weil\"");
    assertThat(post(wrong).statusCode()).isEqualTo(422);
    String both =
        """
        {"items":[{"article":%s,"number":%d},{"article":%s,"number":9999}],"decision":"reject",
        "ground":"rules:1","statement":"weil"}"""
            .formatted(one.article(), one.number(), one.article());
    assertThat(post(both).statusCode()).isEqualTo(404);
    assertThat(talk.state(one)).isEqualTo(Comment.State.PUBLISHED);
    assertThat(post(both.replace("9999", "" + two.number())).statusCode()).isEqualTo(200);
    assertThat(talk.state(one)).isEqualTo(Comment.State.REJECTED);
    assertThat(talk.state(two)).isEqualTo(Comment.State.REJECTED);
    assertThat(post(decision(one, "keep", "\"statement\":\"\"")).statusCode()).isEqualTo(409);
    String noEnd = decision(one, "suspend", "\"ground\":\"rules:1\",\"statement\":\"weil\"");
    assertThat(post(noEnd).statusCode()).isEqualTo(422);
  }

  private HttpResponse<String> post(String body) {
    return moderator.json("POST", "/api/v1/moderation/decisions", body);
  }

  private static String decision(CommentId id, String kind, String further) {
    return "{\"items\":[{\"article\":%s,\"number\":%d}],\"decision\":\"%s\",%s}"
        .formatted(id.article(), id.number(), kind, further);
  }

  @Test
  void theFirstCommentsOfAnOddAccountAreReadUntilThreeWereLetThrough() {
    Reader odd = TestReaders.create(paper, "Odo");
    paper
        .door(JdbcClient.class)
        .sql("update account set read_first = true where id = ?")
        .param(odd.account().value())
        .update();
    TestBrowser browser = TestBrowser.as(paper, odd);
    for (int i = 1; i <= 3; i++) {
      CommentId id = written(browser, "Mein Kommentar " + i);
      assertThat(talk.state(id)).isEqualTo(Comment.State.HELD);
      assertThat(moderator.get("/moderation").body())
          .contains("Mein Kommentar " + i, "zuerst gelesen", "Veröffentlichen");
      moderator.post(DECISIONS, with(id, "stand", "0", "entscheidung", "keep"));
      assertThat(talk.state(id)).isEqualTo(Comment.State.PUBLISHED);
    }
    assertThat(talk.state(written(browser, "Der vierte"))).isEqualTo(Comment.State.PUBLISHED);
  }

  private CommentId written(TestBrowser browser, String text) {
    String body =
        browser
            .json(
                "POST", "/api/v1/articles/" + article + "/comments", "{\"text\":\"" + text + "\"}")
            .body();
    int number = Integer.parseInt(body.replaceFirst("(?s).*\"number\":(\\d+).*", "$1"));
    return new CommentId(article, number);
  }

  @Test
  void whatItsAuthorTookBackStaysAwayButItsReportIsAnswered() {
    CommentId id = reported("Schnell gelöscht");
    paper.door(Discussion.class).delete(anna, id);
    moderator.post(DECISIONS, with(id, "stand", "0", "entscheidung", "keep"));
    assertThat(talk.state(id)).isEqualTo(Comment.State.DELETED);
    assertThat(moderator.get("/moderation").body()).doesNotContain("Schnell gelöscht");
  }

  private CommentId reported(String text) {
    CommentId id =
        paper
            .door(Discussion.class)
            .post(anna, article, text, UUID.randomUUID(), talk.now())
            .comment()
            .id();
    TestBrowser.as(paper, ben).post("/melden", with(id, "grund", "insult"));
    return id;
  }

  static String[] removal(CommentId id, String seen, String suspension) {
    return with(
        id,
        "stand",
        seen,
        "entscheidung",
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
}
