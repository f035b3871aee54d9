package org.talblatt.desk.front;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.talblatt.article.Draft;
import org.talblatt.article.FrontPlan;
import org.talblatt.article.FrontPlans;
import org.talblatt.article.Publishing;
import org.talblatt.article.Section;
import org.talblatt.article.Sections;
import org.talblatt.base.ArticleId;
import org.talblatt.identity.Grant;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Role;
import org.talblatt.identity.Staff;
import org.talblatt.paper.Actor;
import org.talblatt.testing.Eventually;
import org.talblatt.testing.TestArticles;
import org.talblatt.testing.TestBrowser;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;

/** The front page is arranged, looked at, published and taken back, by forms alone. */
class FrontPageTest {
  private static final String PATH = "/redaktion/titelseite";
  private static final TestPaper paper = TestPaper.start();
  private static final Reader EDITOR = TestReaders.create(paper, "Redaktion", Role.EDITOR);

  private final TestBrowser editor = TestBrowser.as(paper, EDITOR);
  private final TestBrowser anybody = new TestBrowser(paper);
  private final FrontPlans plans = paper.door(FrontPlans.class);
  private final Publishing publishing = paper.door(Publishing.class);
  private final Instant now = Clock.systemUTC().instant();

  @BeforeAll
  static void sections() {
    Sections sections = paper.door(Sections.class);
    sections.put(new Section("politik", "Politik", 1, "de"));
    sections.put(new Section("kultur", "Kultur", 2, "de"));
  }

  @AfterAll
  static void stop() {
    paper.close();
  }

  @BeforeEach
  void nothingArranged() {
    plans.change(EDITOR, now, plan -> FrontPlan.NONE);
    plans.discard(EDITOR);
  }

  @Test
  void whatIsPinnedStandsOnTopOnceItIsPublishedAndNotBefore() {
    ArticleId old = article("Alt, aber wichtig", 3 * 86_400);
    ArticleId fresh = article("Ganz frisch", 0);
    editor.post(PATH + "/oben", "artikel", old.toString(), "stunden", "2");
    assertThat(stories("/").getFirst()).isNotEqualTo("Alt, aber wichtig");
    assertThat(stories(PATH + "/vorschau", editor).getFirst()).isEqualTo("Alt, aber wichtig");
    Document screen = page(PATH);
    assertThat(screen.select(".front-state").text())
        .contains("noch nicht veröffentlicht", "Redaktion");
    assertThat(screen.select(".front-pins").text()).contains("Alt, aber wichtig", "bis ");
    publish(screen);
    assertThat(stories("/").getFirst()).isEqualTo("Alt, aber wichtig");
    assertThat(stories("/").stream().filter("Alt, aber wichtig"::equals)).hasSize(1);
    editor.post(PATH + "/oben", "artikel", fresh.toString());
    editor.post(PATH + "/oben/" + old + "/platz", "richtung", "hoch");
    publish(page(PATH));
    assertThat(stories("/").subList(0, 2)).containsExactly("Alt, aber wichtig", "Ganz frisch");
    editor.post(PATH + "/oben/" + old + "/entzug");
    publish(page(PATH));
    assertThat(stories("/").getFirst()).isEqualTo("Ganz frisch");
  }

  @Test
  void aPinEndsByTheClockWithoutAnybodyDoingAnything() throws Exception {
    ArticleId old = article("Nur noch kurz oben", 4 * 86_400);
    article("Danach vorn", 0);
    Instant end = now.plusSeconds(3).truncatedTo(ChronoUnit.SECONDS);
    plans.change(EDITOR, now, plan -> plan.pin(old, end));
    assertThat(stories("/").getFirst()).isEqualTo("Nur noch kurz oben");
    Eventually.until(
        "it is no longer on top", () -> !stories("/").getFirst().equals("Nur noch kurz oben"));
  }

  @Test
  void aBreakingLineStandsOnHomeAndSectionsUntilItEndsOrItsArticleGoes() {
    ArticleId article = article("Brücke gesperrt", 60);
    line("Brücke über den Bach gesperrt", article.toString(), in(2));
    assertThat(anybody.get("/").body()).doesNotContain("class=\"breaking\"");
    publish(page(PATH));
    for (String path : List.of("/", "/politik")) {
      Element line =
          Objects.requireNonNull(Jsoup.parse(anybody.get(path).body()).selectFirst(".breaking"));
      assertThat(line.text()).isEqualTo("Eil Brücke über den Bach gesperrt");
      assertThat(line.select("a").attr("href")).endsWith("-" + article);
    }
    publishing.withdraw(article);
    assertThat(anybody.get("/").body()).doesNotContain("über den Bach");
    assertThat(anybody.get("/politik").body()).doesNotContain("über den Bach");
    assertThat(editor.post(PATH + "/oben", "artikel", article("Weiter", 0).toString()).statusCode())
        .as("what is gone from the paper is no obstacle")
        .isEqualTo(303);
  }

  @Test
  void aLineThatCantStandIsRefusedWithItsTextKept() {
    assertThat(line("", "", in(2)).body()).contains("Schreib, was die Eilzeile sagen soll.");
    HttpResponse<String> past = line("Hochwasser in M\u0000ölten", "", in(-1));
    assertThat(past.statusCode()).isEqualTo(422);
    Document form = Jsoup.parse(past.body());
    assertThat(form.select("#text").val()).contains("Hochwasser in M");
    assertThat(form.select("#bis-problem").text()).contains("in der Zukunft");
    assertThat(line("x", "", "morgen").body()).contains("Gib Tag und Uhrzeit an");
    assertThat(line("x", "", in(24 * 8)).body()).contains("höchstens 7 Tage");
    assertThat(line("x".repeat(161), "", in(1)).body()).contains("höchstens 160 Zeichen");
    assertThat(line("x", "keine Nummer", in(1)).body()).contains("weder die Nummer");
    assertThat(line("x", "999999", in(1)).statusCode()).isEqualTo(422);
    assertThat(plans.prepared()).isEmpty();
  }

  @Test
  void nobodyPublishesWhatTheyHaveNotSeen() {
    ArticleId first = article("Zuerst", 0);
    editor.post(PATH + "/oben", "artikel", first.toString());
    Document seen = page(PATH);
    editor.post(PATH + "/oben", "artikel", article("Inzwischen", 0).toString());
    HttpResponse<String> late = press(seen);
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.body()).contains("Inzwischen hat jemand die Titelseite geändert");
    plans.discard(EDITOR);
    assertThat(press(seen).body()).contains("Es ist nichts vorbereitet");
  }

  @Test
  void whatWasPreparedBeforeAQuickPinIsWhatStandsOnceItIsPublished() {
    ArticleId prepared = article("Vorbereitet", 3 * 86_400);
    ArticleId quick = article("Schnell angeheftet", 2 * 86_400);
    editor.post(PATH + "/oben", "artikel", prepared.toString());
    plans.change(EDITOR, now, plan -> plan.pin(quick, null));
    publish(page(PATH));
    assertThat(plans.published()).isEqualTo(plans.live());
    assertThat(stories("/").subList(0, 2))
        .containsExactlyInAnyOrder("Vorbereitet", "Schnell angeheftet");
    editor.post(PATH + "/oben/" + quick + "/entzug");
    assertThat(stories(PATH + "/vorschau", editor).getFirst())
        .as("what is prepared next starts from it")
        .isEqualTo("Vorbereitet");
  }

  @Test
  void aSeventhStoryDoesNotFitOnTop() {
    for (int i = 0; i < FrontPlan.MOST_PINS; i++) {
      editor.post(PATH + "/oben", "artikel", article("Oben " + i, i).toString());
    }
    HttpResponse<String> one =
        editor.post(PATH + "/oben", "artikel", article("Zu viel", 0).toString());
    assertThat(one.statusCode()).isEqualTo(422);
    assertThat(one.body()).contains("höchstens 6 Beiträge");
  }

  @Test
  void sectionsStandAsInTheMastheadOrByTheirNews() {
    article("Politik am Rand", 90_000);
    article("Alte Kultur", 3_600, "kultur", 0);
    for (int i = 0; i < 15; i++) {
      article("Wichtige Kultur " + i, 7_200 + i, "kultur", 2);
    }
    assertThat(stories("/kultur").getFirst()).as("by weight").isEqualTo("Wichtige Kultur 0");
    assertThat(ribbons("/")).containsExactly("Politik", "Kultur");
    editor.post(PATH + "/reihenfolge", "nach", "zeit");
    publish(page(PATH));
    assertThat(ribbons("/")).containsExactly("Kultur", "Politik");
    assertThat(page(PATH).select("button[aria-pressed=true]").text()).contains("Zeit und Gewicht");
  }

  @Test
  void whoEditsOneSectionOrReadsAlongSeesItAndChangesNothing() {
    Reader cultural = TestReaders.create(paper, "Kulturmensch");
    paper
        .door(Staff.class)
        .grant(cultural.account(), Grant.parse("editor:kultur"), Actor.console());
    HttpResponse<String> refused =
        TestBrowser.as(paper, cultural).post(PATH + "/reihenfolge", "nach", "zeit");
    assertThat(refused.statusCode()).isEqualTo(403);
    TestBrowser publisher =
        TestBrowser.as(paper, TestReaders.create(paper, "Verlag", Role.PUBLISHER));
    Document screen = Jsoup.parse(publisher.get(PATH).body());
    assertThat(screen.select("main form[method=post]")).isEmpty();
    assertThat(publisher.get(PATH + "/vorschau").statusCode()).isEqualTo(200);
    assertThat(publisher.post(PATH + "/oben", "artikel", "1").statusCode()).isEqualTo(403);
    assertThat(editor.get(PATH + "/vorschau").headers().firstValue("Cache-Control"))
        .contains("private, no-store");
  }

  @Test
  void candidatesAreFoundByWords() {
    article("Seltenes Wort Murmeltier", 0);
    assertThat(page(PATH + "?suche=murmelTIER").select(".desk-list h3").text())
        .contains("Seltenes Wort Murmeltier");
    assertThat(page(PATH + "?suche=100%25").text()).contains("Kein Beitrag mit „100%“ im Titel.");
  }

  private ArticleId article(String headline, long age) {
    return article(headline, age, "politik", 0);
  }

  private ArticleId article(String headline, long age, String section, int weight) {
    Draft draft = TestArticles.draft(headline, null);
    Draft placed =
        new Draft(
            section,
            headline,
            "",
            "",
            "",
            "",
            draft.credit(),
            "",
            draft.body(),
            "de",
            "",
            null,
            List.of(),
            weight,
            null,
            null);
    return publishing.publish(placed, null, now.minusSeconds(age));
  }

  private HttpResponse<String> line(String text, String article, String until) {
    return editor.post(PATH + "/eilzeile", "text", text, "artikel", article, "bis", until);
  }

  private static String in(long hours) {
    return LocalDateTime.now(paper.settings().zone())
        .plusHours(hours)
        .truncatedTo(ChronoUnit.MINUTES)
        .toString();
  }

  private void publish(Document screen) {
    assertThat(press(screen).statusCode()).isEqualTo(303);
  }

  private HttpResponse<String> press(Document screen) {
    Element form = Objects.requireNonNull(screen.selectFirst("form[action$=ausgaben]"));
    return editor.post(form.attr("action"), "stand", form.select("input[name=stand]").val());
  }

  private Document page(String path) {
    HttpResponse<String> answer = editor.get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return Jsoup.parse(answer.body());
  }

  private List<String> stories(String path) {
    return stories(path, anybody);
  }

  private static List<String> stories(String path, TestBrowser browser) {
    return Jsoup.parse(browser.get(path).body()).select(".story h2").eachText();
  }

  private List<String> ribbons(String path) {
    return Jsoup.parse(anybody.get(path).body()).select(".ribbon > h2").eachText();
  }
}
