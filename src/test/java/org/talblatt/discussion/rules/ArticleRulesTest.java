package org.talblatt.discussion.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.talblatt.article.Article;
import org.talblatt.article.Articles;
import org.talblatt.article.DiscussionRules;
import org.talblatt.article.DiscussionRules.Mode;
import org.talblatt.article.Publishing;
import org.talblatt.article.Section;
import org.talblatt.article.Sections;
import org.talblatt.base.ArticleId;
import org.talblatt.base.Failure;
import org.talblatt.base.Links;
import org.talblatt.discussion.Discussion;
import org.talblatt.identity.Grant;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Role;
import org.talblatt.identity.Staff;
import org.talblatt.paper.Actor;
import org.talblatt.testing.Statements;
import org.talblatt.testing.TestArticles;
import org.talblatt.testing.TestBrowser;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;

/** Who may talk under one article, until when and how fast; and that readers are told before. */
class ArticleRulesTest {
  private static final TestPaper paper = TestPaper.start();
  private static final Reader anna = TestReaders.create(paper, "Anna");
  private static final Reader editor = TestReaders.create(paper, "Redakteurin", Role.EDITOR);
  private static final TestBrowser reader = TestBrowser.as(paper, anna);
  private static final TestBrowser newsroom = TestBrowser.as(paper, editor);

  private final Discussion discussion = paper.door(Discussion.class);
  private final Instant now = Clock.systemUTC().instant();

  @AfterAll
  static void stop() {
    paper.close();
  }

  @Test
  void aNewArticleBeginsAsItsSectionSays() {
    ArticleId article = publish(null);
    DiscussionRules rules = article(article).discussion();
    assertThat(rules.mode()).isEqualTo(Mode.OPEN);
    assertThat(rules.closesAt())
        .isEqualTo(article(article).publishedAt().plus(Duration.ofDays(14)));
    assertThat(page(article)).contains("Schreiben kann man hier bis ");
  }

  @Test
  void aCorrectionChangesNothingOfTheTalk() {
    ArticleId article = publish(new DiscussionRules(Mode.HELD, null, Duration.ZERO));
    paper
        .door(Publishing.class)
        .correct(article, 1, TestArticles.draft("Korrigiert", DiscussionRules.OPEN), null);
    assertThat(article(article).discussion().mode()).isEqualTo(Mode.HELD);
  }

  @Test
  void whatIsOverIsReadAndKeptInMemory() {
    Instant end = Instant.parse("2026-01-05T13:00:00Z");
    ArticleId article = publish(new DiscussionRules(Mode.OPEN, end, Duration.ZERO));
    String path = article(article).path();
    assertThat(page(article)).contains("ist seit 5. Januar 2026, 14:00 Uhr geschlossen");
    assertThat(Statements.during(paper, () -> new TestBrowser(paper).get(path))).isEmpty();
    HttpResponse<String> refused = write(article, "Zu spät");
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("problems/discussion-closed");
  }

  @Test
  void membersOfSomeDaysWriteOthersAreToldFromWhenOn() {
    ArticleId article = publish(new DiscussionRules(Mode.MEMBERS, null, Duration.ZERO, 3));
    assertThat(page(article)).contains("mindestens 3 Tagen bestehen");
    assertThat(view(article))
        .contains("Dein Konto darf hier ab ")
        .doesNotContain("form class=\"write");
    assertThat(reader.get("/ich/artikel/" + article).body()).contains("\"from\" : \"20");
    HttpResponse<String> refused = write(article, "Ich bin neu");
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("problems/members-only", "in 3 Tagen");
    HttpResponse<String> form = reader.post(Links.comments(article), "text", "Mein langer Text");
    assertThat(form.statusCode()).isEqualTo(403);
    assertThat(form.body()).contains("Mein langer Text", "in 3 Tagen");
    newsroom.post(Links.comments(article), "text", "Wir schreiben immer");
    older(anna, 4);
    assertThat(write(article, "Jetzt schon").statusCode()).isEqualTo(201);
    assertThat(view(article)).contains("form class=\"write");
  }

  @Test
  void aSlowTalkSaysInHowManyMinutesAndKeepsTheText() {
    ArticleId article = publish(new DiscussionRules(Mode.OPEN, null, Duration.ofMinutes(5)));
    assertThat(page(article)).contains("ein Kommentar alle 5 Minuten");
    assertThat(reader.get("/ich/artikel/" + article).body()).contains("\"next\" : null");
    assertThat(write(article, "Erster").statusCode()).isEqualTo(201);
    assertThat(reader.get("/ich/artikel/" + article).body()).contains("\"next\" : \"20");
    assertThat(view(article))
        .contains("in 5 Minuten wieder schreiben")
        .contains("form class=\"write");
    HttpResponse<String> refused = reader.post(Links.comments(article), "text", "Zweiter Text");
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Retry-After")).isPresent();
    assertThat(refused.body()).contains("Zweiter Text", "In 5 Minuten kannst du wieder schreiben");
    assertThat(write(article, "x").body()).contains("problems/slow-mode");
  }

  @Test
  void whereEverythingIsReadFirstReadersKnowBefore() {
    ArticleId article = publish(new DiscussionRules(Mode.HELD, null, Duration.ZERO));
    assertThat(page(article)).contains("zuerst gelesen, bevor er erscheint");
    assertThat(write(article, "Wartet").body()).contains("\"state\":\"held\"");
  }

  @Test
  void anEditorSetsThemFromTheArticleAndThePageFollows() {
    ArticleId article = publish(DiscussionRules.OPEN);
    assertThat(page(article)).doesNotContain("ein Kommentar alle");
    assertThat(viewOf(newsroom, article))
        .contains("Diskussion einstellen", Links.talkRules(article));
    assertThat(viewOf(reader, article)).doesNotContain("/redaktion/");
    assertThat(newsroom.get("/ich/artikel/" + article).body()).contains("\"newsroom\" : true");
    assertThat(reader.get("/ich/artikel/" + article).body()).contains("\"newsroom\" : false");
    HttpResponse<String> saved =
        set(newsroom, article, "members", "30", "2026-12-08T14:00", "2", "");
    assertThat(saved.statusCode()).isEqualTo(303);
    DiscussionRules rules = article(article).discussion();
    assertThat(rules)
        .isEqualTo(
            new DiscussionRules(
                Mode.MEMBERS, Instant.parse("2026-12-08T13:00:00Z"), Duration.ofMinutes(2), 30));
    assertThat(page(article)).contains("alle 2 Minuten", "mindestens 30 Tagen");
    String api = new TestBrowser(paper).json("GET", "/api/v1/articles/" + article, "").body();
    assertThat(api).contains("\"mode\":\"members\"", "\"closesAt\":\"2026-12-08T14:00:00+01:00\"");
    assertThat(newsroom.get(Links.talkRules(article)).body())
        .contains("value=\"2026-12-08T14:00\"", "value=\"30\"");
  }

  @Test
  void aModeratorGivesAReasonAndTheAuditLogKeepsIt() {
    ArticleId article = publish(DiscussionRules.OPEN);
    TestBrowser moderator =
        TestBrowser.as(paper, TestReaders.create(paper, "Moderator", Role.MODERATOR));
    HttpResponse<String> refused = set(moderator, article, "closed", "", "", "7", "");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("Bitte begründe", "value=\"7\"");
    assertThat(set(moderator, article, "closed", "", "", "0", "Todesfall").statusCode())
        .isEqualTo(303);
    assertThat(article(article).discussion().mode()).isEqualTo(Mode.CLOSED);
    assertThat(
            paper
                .door(JdbcClient.class)
                .sql("select details from audit_entry where subject = ?")
                .param("article " + article)
                .query(String.class)
                .list())
        .containsExactly("mode=closed member-days=0 closes=never slow-minutes=0 Todesfall");
  }

  @Test
  void whatCantBeReadStaysTyped() {
    ArticleId article = publish(DiscussionRules.OPEN);
    assertThat(set(newsroom, article, "members", "viele", "", "0", "").body())
        .contains("„viele“ ist keine ganze Zahl", "value=\"viele\"");
    assertThat(set(newsroom, article, "open", "", "bald", "0", "").body())
        .contains("„bald“ ist kein Zeitpunkt", "value=\"bald\"");
    assertThat(set(newsroom, article, "open", "", "+99999-01-01T00:00", "0", "").statusCode())
        .isEqualTo(422);
    assertThat(set(newsroom, article, "quer", "", "", "0", "").statusCode()).isEqualTo(422);
    assertThat(set(newsroom, article, "open", "", "", "0", "x".repeat(600)).statusCode())
        .isEqualTo(422);
    assertThat(article(article).discussion()).isEqualTo(DiscussionRules.OPEN);
  }

  @Test
  void anEditorOfAnotherSectionHasNoSayHere() {
    paper.door(Sections.class).put(new Section("sport", "Sport", 2, "de"));
    Reader sports = TestReaders.create(paper, "Sportreporter");
    paper
        .door(Staff.class)
        .setRights(
            sports.account(),
            org.talblatt.identity.Rights.NONE.with(new Grant(Role.EDITOR, "sport")),
            Actor.program());
    TestBrowser elsewhere = TestBrowser.as(paper, sports);
    ArticleId article = publish(DiscussionRules.OPEN);
    assertThat(elsewhere.get(Links.talkRules(article)).statusCode()).isEqualTo(403);
    assertThat(set(elsewhere, article, "closed", "", "", "0", "").statusCode()).isEqualTo(403);
    assertThat(elsewhere.get("/ich/artikel/" + article).body()).contains("\"newsroom\" : false");
    assertThatThrownBy(
            () -> discussion.post(anna, new ArticleId(999_999), "x", UUID.randomUUID(), now))
        .isInstanceOf(Failure.class);
  }

  private static HttpResponse<String> set(
      TestBrowser browser,
      ArticleId article,
      String mode,
      String days,
      String until,
      String minutes,
      String reason) {
    return browser.post(
        Links.talkRules(article),
        "modus",
        mode,
        "tage",
        days,
        "bis",
        until,
        "abstand",
        minutes,
        "grund",
        reason);
  }

  private static ArticleId publish(@Nullable DiscussionRules rules) {
    paper.door(Sections.class).put(new Section("politik", "Politik", 1, "de"));
    return paper
        .door(Publishing.class)
        .publish(TestArticles.draft("Regeln", rules), null, Clock.systemUTC().instant());
  }

  private static void older(Reader who, int days) {
    paper
        .door(JdbcClient.class)
        .sql("update account set created_at = created_at - make_interval(days => ?) where id = ?")
        .params(days, who.account().value())
        .update();
  }

  private static HttpResponse<String> write(ArticleId article, String text) {
    return reader.json(
        "POST", "/api/v1/articles/" + article + "/comments", "{\"text\":\"" + text + "\"}");
  }

  private static Article article(ArticleId id) {
    return paper.door(Articles.class).published(id).orElseThrow();
  }

  private static String page(ArticleId id) {
    return new TestBrowser(paper).get(article(id).path()).body();
  }

  private static String view(ArticleId id) {
    return viewOf(reader, id);
  }

  private static String viewOf(TestBrowser browser, ArticleId id) {
    return browser.get(Links.personalView(id)).body();
  }
}
