package org.talblatt.discussion.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.talblatt.article.Articles;
import org.talblatt.article.Section;
import org.talblatt.article.Sections;
import org.talblatt.base.ArticleId;
import org.talblatt.base.CommentId;
import org.talblatt.base.Failure;
import org.talblatt.discussion.Discussion;
import org.talblatt.discussion.TalkRules;
import org.talblatt.discussion.TalkSetting;
import org.talblatt.discussion.TalkSettings;
import org.talblatt.discussion.ThreadOrder;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Role;
import org.talblatt.paper.Actor;
import org.talblatt.testing.Eventually;
import org.talblatt.testing.Statements;
import org.talblatt.testing.TestArticles;
import org.talblatt.testing.TestBrowser;
import org.talblatt.testing.TestDatabase;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;

/** What the administration sets for the talk holds at once, on every page and node. */
class TalkSettingsTest {
  private static final String SCREEN = "/verwaltung/diskussion";
  private static final TestPaper paper = TestPaper.start(TestDatabase.create());
  private static final TestPaper other = TestPaper.start(paper.database());
  private static final Reader anna = TestReaders.create(paper, "Anna");
  private static final Reader ben = TestReaders.create(paper, "Ben");
  private static final TestBrowser publisher =
      TestBrowser.as(paper, TestReaders.create(paper, "Verlegerin", Role.PUBLISHER));

  private final TalkSettings settings = paper.door(TalkSettings.class);
  private final Discussion discussion = paper.door(Discussion.class);
  private final Instant now = Clock.systemUTC().instant();
  private final TalkSetting usual = settings.stored(null);

  @BeforeAll
  static void aSection() {
    paper.door(Sections.class).put(new Section("politik", "Politik", 1, "de"));
  }

  @AfterAll
  static void stop() {
    other.close();
    paper.close();
  }

  @AfterEach
  void asBefore() {
    settings.change(null, usual, Actor.program());
    settings.change("politik", TalkSetting.NONE, Actor.program());
  }

  @Test
  void aSectionHasWhatThePaperHasUntilItSaysOtherwise() {
    assertThat(settings.of("politik")).isEqualTo(settings.paper());
    assertThat(settings.paper().opening().closesAfter()).isEqualTo(Duration.ofDays(14));
    save(Map.of("ressort", "politik", "sortierung", "beste", "zeichen", "500"));
    TalkRules rules = settings.of("politik");
    assertThat(rules.order()).isEqualTo(ThreadOrder.BEST);
    assertThat(rules.textLimit()).isEqualTo(500);
    assertThat(rules.editable()).isEqualTo(settings.paper().editable());
    assertThat(settings.paper().order()).isEqualTo(ThreadOrder.NEWEST);
    save(Map.of("ressort", "politik"));
    assertThat(settings.of("politik")).isEqualTo(settings.paper());
  }

  @Test
  void theOrderOfAPageFollowsAtOnceAndElsewhereWithinMoments() throws Exception {
    ArticleId article = TestArticles.publish(paper, "Reihenfolge");
    post(article, "der erste");
    post(article, "der zweite");
    String path = path(article);
    assertThat(page(paper, path)).containsSubsequence("der zweite", "der erste");
    assertThat(page(other, path)).containsSubsequence("der zweite", "der erste");
    saveWith("sortierung", "aelteste");
    assertThat(page(paper, path)).containsSubsequence("der erste", "der zweite");
    Eventually.until("the other node follows", () -> oldestFirst(page(other, path)));
    assertThat(page(paper, path + "?sortierung=neueste"))
        .containsSubsequence("der zweite", "der erste");
    HttpResponse<String> usualSpelled = new TestBrowser(paper).get(path + "?sortierung=aelteste");
    assertThat(usualSpelled.statusCode()).isEqualTo(301);
    assertThat(usualSpelled.headers().firstValue("Location").orElseThrow()).endsWith(path);
  }

  @Test
  void theLongestTextIsWhatTheFormSaysAndTheDoorTakes() {
    ArticleId article = TestArticles.publish(paper, "Länge");
    saveWith("zeichen", "100");
    assertThat(page(paper, path(article))).contains("data-limit=\"100\"");
    assertThat(post(article, "x".repeat(100)).number()).isEqualTo(1);
    assertThatThrownBy(() -> post(article, "x".repeat(101)))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("discussion.text-too-long");
  }

  @Test
  void howLongAndWhetherAnsweredCommentsCanBeChangedIsSet() {
    ArticleId article = TestArticles.publish(paper, "Ändern");
    CommentId own = post(article, "vorher");
    discussion.reply(ben, own, "Antwort", UUID.randomUUID(), now);
    assertThat(own(article)).contains("\"1\" : false");
    assertThatThrownBy(() -> discussion.edit(anna, own, 1, "nachher", now))
        .isInstanceOf(Failure.class);
    saveWith("beantwortet", "ja");
    assertThat(own(article)).contains("\"1\" : true");
    discussion.edit(anna, own, 1, "nachher", now);
    saveWith("aendern", "0");
    assertThat(own(article)).contains("\"1\" : false");
    assertThatThrownBy(() -> discussion.edit(anna, own, 2, "zu spät", now))
        .isInstanceOf(Failure.class);
  }

  @Test
  void whatIsRefusedStaysTypedAndSaysWhere() {
    HttpResponse<String> refused = save(with("zeichen", "12"));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body())
        .contains("value=\"12\"", "id=\"zeichen-problem\"", "zwischen 100 und 10.000");
    assertThat(save(with("ende", "bald")).body()).contains("„bald“ ist keine ganze Zahl");
    assertThat(save(with("modus", "irgendwer")).statusCode()).isEqualTo(422);
    assertThat(save(with("abstand", "")).statusCode()).isEqualTo(422);
    assertThat(settings.stored(null)).isEqualTo(usual);
  }

  @Test
  void publishersAndAdministratorsSetThemAndTheAuditLogSaysSo() {
    saveWith("ende", "30");
    TestBrowser administrator =
        TestBrowser.as(paper, TestReaders.create(paper, "Verwalter", Role.ADMINISTRATOR));
    assertThat(administrator.get("/verwaltung/protokoll").body())
        .contains("Regeln der Diskussion geändert", "close-days=30", "Verlegerin");
    assertThat(administrator.get(SCREEN).body()).contains("/verwaltung/konten");
    assertThat(publisher.get(SCREEN).body()).doesNotContain("/verwaltung/konten");
    TestBrowser moderator =
        TestBrowser.as(paper, TestReaders.create(paper, "Moderatorin", Role.MODERATOR));
    assertThat(moderator.get(SCREEN).statusCode()).isEqualTo(403);
  }

  @Test
  void askingCostsNoStatementUntilSomethingIsChanged() {
    settings.paper();
    post(TestArticles.publish(paper, "Anderes"), "ändert Seiten, keine Regeln");
    assertThat(Statements.during(paper, settings::paper)).isEmpty();
    saveWith("zeichen", "700");
    assertThat(settings.paper().textLimit()).isEqualTo(700);
  }

  private static boolean oldestFirst(String page) {
    return page.indexOf("der erste") < page.indexOf("der zweite");
  }

  private CommentId post(ArticleId article, String text) {
    return discussion.post(anna, article, text, UUID.randomUUID(), now).comment().id();
  }

  private static String own(ArticleId article) {
    return TestBrowser.as(paper, anna).get("/ich/artikel/" + article).body();
  }

  private static String path(ArticleId article) {
    return paper.door(Articles.class).published(article).orElseThrow().path();
  }

  private static String page(TestPaper node, String path) {
    HttpResponse<String> page = new TestBrowser(node).get(path);
    assertThat(page.statusCode()).isEqualTo(200);
    return page.body();
  }

  private void saveWith(String field, String value) {
    assertThat(save(with(field, value)).statusCode()).isEqualTo(303);
  }

  private Map<String, String> with(String field, String value) {
    Map<String, String> fields = new HashMap<>(SettingForm.of(usual).fields());
    fields.put(field, value);
    return fields;
  }

  private static HttpResponse<String> save(Map<String, String> fields) {
    String[] flat =
        fields.entrySet().stream()
            .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
            .toArray(String[]::new);
    return publisher.post(SCREEN, flat);
  }
}
