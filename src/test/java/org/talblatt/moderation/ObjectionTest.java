package org.talblatt.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.talblatt.moderation.TestTalk.with;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.talblatt.base.ArticleId;
import org.talblatt.base.CommentId;
import org.talblatt.base.Failure;
import org.talblatt.discussion.Comment;
import org.talblatt.identity.ChangeOfMind;
import org.talblatt.identity.Leaver;
import org.talblatt.identity.Leaving;
import org.talblatt.identity.PersonalData;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Role;
import org.talblatt.paper.Actor;
import org.talblatt.testing.TestArticles;
import org.talblatt.testing.TestBrowser;
import org.talblatt.testing.TestMails;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;

/** Suspensions and bans, objections, and what is sealed of erased texts. */
class ObjectionTest {
  private static final TestPaper paper = TestPaper.start();
  private static final TestTalk talk = new TestTalk(paper);
  private static final Reader moni = TestReaders.create(paper, "Moni Moder", Role.MODERATOR);
  private static final Reader both =
      TestReaders.create(paper, "Beides Zugleich", Role.MODERATOR, Role.PUBLISHER);
  private static final Reader paul = TestReaders.create(paper, "Paul Herausgeber", Role.PUBLISHER);
  private static final ArticleId article = TestArticles.publish(paper, "Zum Widersprechen");
  private static final String DECISIONS = "/moderation/entscheidungen";
  private static final String COMPLAINTS = "/moderation/beschwerden/";
  private static final String MINE = "/konto/meldungen/widersprueche";

  private final TestBrowser moderator = TestBrowser.as(paper, moni);
  private final TestBrowser publisher = TestBrowser.as(paper, paul);
  private final JdbcClient db = paper.door(JdbcClient.class);

  @AfterAll
  static void stop() {
    paper.close();
  }

  @Test
  void whoIsSuspendedReadsWhyAndWritesNowhereUntilTheClockSaysSo() {
    Reader sigi = TestReaders.withPassword(paper, "Sigi");
    CommentId other = talk.comment(paul, article, "Etwas zum Bewerten");
    CommentId kept = talk.comment(sigi, article, "Harmlos");
    CommentId bad = talk.comment(sigi, article, "Nicht harmlos");
    decide(moderator, bad, "7");
    TestBrowser browser = new TestBrowser(paper);
    assertThat(browser.login("Sigi").statusCode()).isEqualTo(303);
    String view = browser.get("/ich/artikel/" + article + "/ansicht").body();
    assertThat(view)
        .contains("Dein Konto ist bis", "Nicht so.", "/konto/meldungen")
        .doesNotContain("<form class=\"write", "/bewertung\"");
    assertThat(browser.json("GET", "/ich/artikel/" + article, "").body())
        .contains("\"write\" : false", "Nicht so.");
    assertThat(browser.get("/konto").body()).contains("Dein Konto ist bis");
    assertNoDoorOpens(browser, kept, other);
    db.sql("update account set suspended_until = now() - interval '1 second' where id = ?")
        .param(sigi.account().value())
        .update();
    assertThat(
            browser.post("/artikel/" + article + "/kommentare", "text", "Wieder da").statusCode())
        .isEqualTo(303);
    assertThat(browser.get("/konto/meldungen").body()).doesNotContain("Dein Konto ist bis");
  }

  /** Every way in which a reader writes or rates, by form and as JSON. */
  private void assertNoDoorOpens(TestBrowser browser, CommentId own, CommentId other) {
    String comments = "/artikel/" + article + "/kommentare";
    for (String[] form :
        List.of(
            new String[] {comments, "text", "Nein"},
            new String[] {comments + "/" + other.number() + "/antworten", "text", "Nein"},
            new String[] {comments + "/" + own.number() + "/bearbeiten", "text", "Nein"},
            new String[] {comments + "/" + other.number() + "/bewertung", "wert", "1"})) {
      HttpResponse<String> answer = browser.post(form[0], form[1], form[2]);
      assertThat(answer.statusCode()).as(form[0]).isEqualTo(403);
    }
    String api = "/api/v1/articles/" + article + "/comments";
    String text = "{\"text\":\"Nein\"}";
    assertThat(browser.json("POST", api, text).statusCode()).isEqualTo(403);
    assertThat(browser.json("PATCH", api + "/" + own.number(), text).statusCode()).isEqualTo(403);
    assertThat(
            browser.json("PUT", api + "/" + other.number() + "/vote", "{\"value\":1}").statusCode())
        .isEqualTo(403);
    assertThat(talk.count("select count(*) from comment where text = 'Nein'")).isZero();
  }

  @Test
  void whoIsBannedObjectsByTheMailedLinkAndAPublisherReverses() {
    Reader bert = TestReaders.withPassword(paper, "Bert");
    Reader rita = TestReaders.create(paper, "Rita Meldet");
    CommentId id = talk.comment(bert, article, "Zu Unrecht entfernt");
    TestBrowser.as(paper, rita).post("/melden", with(id, "grund", "hate"));
    TestBrowser old = TestBrowser.as(paper, bert);
    decide(moderator, id, "immer");
    assertThat(old.get("/konto").statusCode()).isEqualTo(303);
    TestBrowser out = new TestBrowser(paper);
    assertThat(out.login("Bert").statusCode()).isNotEqualTo(303);
    String link = TestMails.await(paper, TestReaders.email("Bert")).link();
    assertThat(out.get(link).body()).contains("Zu Unrecht entfernt", "Hausregeln, Punkt 2");
    String secret = link.substring(link.indexOf('=') + 1);
    assertThat(out.post("/widerspruch", "link", secret, "text", " ").statusCode()).isEqualTo(422);
    HttpResponse<String> sent =
        out.post("/widerspruch", "link", secret, "text", "Das war ich nie.");
    assertThat(sent.statusCode()).isEqualTo(303);
    assertThat(out.follow(sent).body()).contains("Dein Widerspruch ist eingegangen");
    assertThat(out.post("/widerspruch", "link", secret, "text", "Nochmals").statusCode())
        .isEqualTo(409);
    assertThat(out.get("/widerspruch?link=erfunden").statusCode()).isEqualTo(404);
    assertThat(publisher.get("/moderation/beschwerden").body())
        .contains("Das war ich nie.", "Moni Moder");
    String address = COMPLAINTS + complaint(id) + "/entscheidung";
    assertThat(publisher.post(address, "ergebnis", "reversed").statusCode()).isEqualTo(422);
    assertThat(
            publisher
                .post(address, "ergebnis", "reversed", "begruendung", "Verwechslung.")
                .statusCode())
        .isEqualTo(303);
    assertThat(publisher.post(address, "ergebnis", "confirmed", "begruendung", "x").statusCode())
        .isEqualTo(409);
    assertThat(talk.state(id)).isEqualTo(Comment.State.PUBLISHED);
    assertThat(new TestBrowser(paper).login("Bert").statusCode()).isEqualTo(303);
    assertTold("Bert", "Verwechslung.");
    assertTold("Rita Meldet", "steht wieder da", "Verwechslung.");
  }

  @Test
  void aReporterObjectsToBeingTurnedDownAndTheCommentGoesWithReasons() {
    Reader hans = TestReaders.create(paper, "Hans Schreibt");
    Reader resi = TestReaders.create(paper, "Resi Meldet");
    CommentId id = talk.comment(hans, article, "Doch nicht in Ordnung");
    TestBrowser reporter = TestBrowser.as(paper, resi);
    reporter.post("/melden", with(id, "grund", "insult"));
    moderator.post(DECISIONS, with(id, "stand", "0", "entscheidung", "keep"));
    assertThat(TestMails.await(paper, TestReaders.email("Resi Meldet")).text())
        .contains("Wir lassen ihn stehen");
    String decision = last(id);
    String report =
        db.sql("select id from report where decision = ?")
            .param(Long.valueOf(decision))
            .query(String.class)
            .single();
    TestBrowser stranger = TestBrowser.as(paper, hans);
    String[] form = {"entscheidung", decision, "meldung", report, "text", "Das ist beleidigend."};
    assertThat(stranger.post(MINE, form).statusCode()).isEqualTo(404);
    assertThat(reporter.post(MINE, form).statusCode()).isEqualTo(303);
    assertThat(reporter.post(MINE, form).statusCode()).isEqualTo(409);
    String address = COMPLAINTS + complaint(id) + "/entscheidung";
    assertThat(
            publisher.post(address, "ergebnis", "removed", "entscheidung", "reject").statusCode())
        .isEqualTo(422);
    HttpResponse<String> removed = publisher.post(address, removedBecause("Resi hat recht."));
    assertThat(removed.statusCode()).isEqualTo(303);
    assertThat(talk.state(id)).isEqualTo(Comment.State.REJECTED);
    assertThat(TestMails.await(paper, TestReaders.email("Hans Schreibt")).text())
        .contains("Resi hat recht.", "Widerspruch");
    assertThat(reporter.get("/konto/meldungen").body()).contains("Dein Widerspruch hatte Erfolg");
  }

  @Test
  void whoDecidedFirstDoesNotDecideTheObjectionAndSixMonthsAreTheEnd() {
    Reader karl = TestReaders.create(paper, "Karl Klagt");
    CommentId id = talk.comment(karl, article, "Strittiges");
    TestBrowser first = TestBrowser.as(paper, both);
    decide(first, id, "");
    TestBrowser browser = TestBrowser.as(paper, karl);
    assertThat(browser.post(MINE, "entscheidung", last(id), "text", "Falsch!").statusCode())
        .isEqualTo(303);
    String address = COMPLAINTS + complaint(id) + "/entscheidung";
    HttpResponse<String> own = first.post(address, "ergebnis", "confirmed", "begruendung", "Nein");
    assertThat(own.statusCode()).isEqualTo(403);
    assertThat(moderator.get("/moderation/beschwerden").statusCode()).isEqualTo(403);
    assertThat(publisher.post(address, "ergebnis", "confirmed", "begruendung", "Doch").statusCode())
        .isEqualTo(303);
    assertThat(talk.state(id)).isEqualTo(Comment.State.REJECTED);
    assertThat(browser.get("/konto/meldungen").body()).contains("Die Entscheidung bleibt", "Doch");
    long old =
        db.sql(
                """
                insert into decision (article, number, account, decided_at, kind, ground, category,
                  statement)
                values (?, ?, ?, now() - interval '6 months 1 day', 'reject', 'rules:1',
                  'STATEMENT_CATEGORY_VIOLENCE', 'Lange her')
                returning id
                """)
            .params(id.article().value(), id.number(), karl.account().value())
            .query(Long.class)
            .single();
    assertThat(browser.post(MINE, "entscheidung", "" + old, "text", "Zu spät").statusCode())
        .isEqualTo(403);
  }

  @Test
  void nobodyOfTheStaffIsSuspendedHere() {
    CommentId id = talk.comment(paul, article, "Vom Herausgeber");
    assertThat(moderator.post(DECISIONS, ModerationTest.removal(id, "0", "7")).statusCode())
        .isEqualTo(403);
    assertThat(talk.state(id)).isEqualTo(Comment.State.PUBLISHED);
  }

  @Test
  void aSuspensionIsLiftedByDecision() {
    Reader lena = TestReaders.create(paper, "Lena Lernt");
    CommentId id = talk.comment(lena, article, "Ausrutscher");
    decide(moderator, id, "30");
    assertThat(moderator.get("/moderation/sperren").body()).contains("Lena Lernt", "Nicht so.");
    String lift = "/moderation/sperren/" + lena.account() + "/aufhebung";
    assertThat(moderator.post(lift, "begruendung", "").statusCode()).isEqualTo(422);
    assertThat(moderator.post(lift, "begruendung", "Hat sich entschuldigt.").statusCode())
        .isEqualTo(303);
    assertThat(moderator.post(lift, "begruendung", "Noch einmal").statusCode()).isEqualTo(409);
    assertThat(
            TestBrowser.as(paper, lena)
                .post("/artikel/" + article + "/kommentare", "text", "Danke")
                .statusCode())
        .isEqualTo(303);
    assertTold("Lena Lernt", "Hat sich entschuldigt.");
  }

  @Test
  void whoIsLeavingFindsTheSanctionOnComingBackAndWhoIsGoneGetsNone() {
    for (String[] held : new String[][] {{"7", "suspended"}, {"immer", "banned"}}) {
      Reader out = TestReaders.create(paper, "Geht " + held[1]);
      CommentId id = talk.comment(out, article, "Zum Abschied");
      leave(out);
      decide(moderator, id, held[0]);
      assertThat(state(out)).isEqualTo("leaving");
      paper.door(ChangeOfMind.class).stay(out.account());
      assertThat(state(out)).isEqualTo(held[1]);
      assertThat(moderator.get("/moderation/sperren").body()).contains(out.name());
      leave(out);
      String lift = "/moderation/sperren/" + out.account() + "/aufhebung";
      assertThat(moderator.post(lift, "begruendung", "Gut.").statusCode()).isEqualTo(303);
      assertThat(moderator.post(lift, "begruendung", "Gut.").statusCode()).isEqualTo(409);
      paper.door(ChangeOfMind.class).stay(out.account());
      assertThat(state(out)).isEqualTo("active");
    }
    Reader gone = TestReaders.create(paper, "Ist weg");
    CommentId id = talk.comment(gone, article, "Bleibt stehen");
    db.sql("update account set state = 'closed' where id = ?")
        .param(gone.account().value())
        .update();
    HttpResponse<String> refused =
        moderator.post(DECISIONS, ModerationTest.removal(id, "0", "immer"));
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(talk.state(id)).isEqualTo(Comment.State.PUBLISHED);
  }

  private void leave(Reader reader) {
    db.sql(
            """
            with gone as (
              insert into leaving (account, way, state_before, erase_at)
              select id, 'keep', state, now() + interval '1 day' from account where id = :id)
            update account set state = 'leaving' where id = :id
            """)
        .param("id", reader.account().value())
        .update();
  }

  private String state(Reader reader) {
    return db.sql("select state from account where id = ?")
        .param(reader.account().value())
        .query(String.class)
        .single();
  }

  @Test
  void nobodyLiftsTheirOwnSuspension() {
    Moderation moderation = paper.door(Moderation.class);
    Actor herself = Actor.of(moni.account(), "192.0.2.0");
    assertThatThrownBy(
            () -> moderation.lift(moni, herself, moni.account(), "Ich darf wieder.", talk.now()))
        .isInstanceOfSatisfying(
            Failure.class,
            refused -> assertThat(refused.key()).isEqualTo("moderation.own-account"));
  }

  @Test
  void whatAnOpenCaseNeedsIsSealedBeforeTheTextIsErasedAndGoesHalfAYearAfter() {
    Reader vera = TestReaders.create(paper, "Vera Verlässt");
    CommentId reported = talk.comment(vera, article, "Ein Satz für die Akten");
    CommentId plain = talk.comment(vera, article, "Ein Satz für niemanden");
    TestBrowser.as(paper, paul).post("/melden", with(reported, "grund", "insult"));
    PersonalData moderation = paper.door(ModerationData.class);
    Leaver leaver = new Leaver(vera.account(), Leaving.DELETE, vera.account());
    moderation.keepFirst(leaver);
    moderation.keepFirst(leaver);
    db.sql("update comment set text = '', html = '', state = 'deleted' where author = ?")
        .param(vera.account().value())
        .update();
    assertThat(talk.count("select count(*) from evidence where number = ?", plain.number()))
        .isZero();
    assertThat(moderator.get("/moderation").body()).contains("Ein Satz für die Akten");
    String list = moderator.get("/moderation/beweise").body();
    assertThat(list).contains("Zum Widersprechen").doesNotContain("für die Akten");
    String look =
        "/moderation/beweise/"
            + talk.count("select id::int from evidence where number = ?", reported.number())
            + "/einsichten";
    assertThat(moderator.post(look, "zweck", "").statusCode()).isEqualTo(422);
    assertThat(moderator.post(look, "zweck", "Anzeige").body()).contains("Ein Satz für die Akten");
    assertThat(publisher.post(look, "zweck", "Neugier").statusCode()).isEqualTo(403);
    assertThat(
            talk.count("select count(*) from audit_entry where what = 'moderation.evidence-read'"))
        .isEqualTo(1);
    assertSealedUntilHalfAYearAfter(reported);
  }

  private void assertSealedUntilHalfAYearAfter(CommentId reported) {
    EvidenceStore store = paper.door(EvidenceStore.class);
    assertThat(store.dropEnded()).as("an open report needs it").isZero();
    db.sql(
            """
            insert into decision (article, number, decided_at, kind, statement)
            values (?, ?, now() - interval '6 months 1 day', 'keep', '')
            """)
        .params(reported.article().value(), reported.number())
        .update();
    db.sql("update report set decision = (select max(id) from decision) where number = ?")
        .param(reported.number())
        .update();
    assertThat(store.dropEnded()).isEqualTo(1);
  }

  private static String[] removedBecause(String statement) {
    return new String[] {
      "ergebnis", "removed",
      "entscheidung", "reject",
      "grund", "rules:2",
      "kategorie", "STATEMENT_CATEGORY_OTHER_VIOLATION_TC",
      "begruendung", statement
    };
  }

  /** Mails are jobs of several threads: which of two comes first is open. */
  private static void assertTold(String name, String... words) {
    assertThat(TestMails.await(paper, TestReaders.email(name), 2))
        .anySatisfy(mail -> assertThat(mail.text()).contains(words));
  }

  private static void decide(TestBrowser by, CommentId id, String suspension) {
    assertThat(by.post(DECISIONS, ModerationTest.removal(id, "0", suspension)).statusCode())
        .isEqualTo(303);
  }

  private String last(CommentId id) {
    return db.sql("select max(id) from decision where article = ? and number = ?")
        .params(id.article().value(), id.number())
        .query(String.class)
        .single();
  }

  private String complaint(CommentId id) {
    return db.sql(
            """
            select max(k.id) from complaint k join decision d on d.id = k.decision
            where d.article = ? and d.number = ?
            """)
        .params(id.article().value(), id.number())
        .query(String.class)
        .single();
  }
}
