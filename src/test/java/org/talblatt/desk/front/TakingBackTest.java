package org.talblatt.desk.front;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.talblatt.article.ArticlesOnFile;
import org.talblatt.article.Draft;
import org.talblatt.article.FrontPlans;
import org.talblatt.article.LegalReply;
import org.talblatt.article.Publishing;
import org.talblatt.article.Section;
import org.talblatt.article.Sections;
import org.talblatt.base.ArticleId;
import org.talblatt.base.Links;
import org.talblatt.desk.Deliveries;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Role;
import org.talblatt.platform.text.ArticleHtml;
import org.talblatt.testing.Eventually;
import org.talblatt.testing.TestArticles;
import org.talblatt.testing.TestBrowser;
import org.talblatt.testing.TestDatabase;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;
import org.talblatt.wire.WireEntry;

/** Editors take back what they did some seconds ago. */
class TakingBackTest {
  private static final TestPaper paper =
      TestPaper.start(TestDatabase.create(), Map.of("undo-seconds", "60"));
  private static final Reader EDITOR = TestReaders.create(paper, "Redaktion", Role.EDITOR);

  private final TestBrowser editor = TestBrowser.as(paper, EDITOR);
  private final TestBrowser anybody = new TestBrowser(paper);
  private final Publishing publishing = paper.door(Publishing.class);
  private final ArticlesOnFile onFile = paper.door(ArticlesOnFile.class);
  private final Instant now = Clock.systemUTC().instant();

  @BeforeAll
  static void sections() {
    paper.door(Sections.class).put(new Section("politik", "Politik", 1, "de"));
  }

  @AfterAll
  static void stop() {
    paper.close();
  }

  @Test
  void aPublicationTakenBackWasNeverOutAndItsItemWaitsAgain() throws Exception {
    WireEntry entry = deliver("urn:vorschnell", "Vorschnell");
    String action = "/redaktion/eingang/" + entry.id() + "/artikel";
    Document after = Jsoup.parse(editor.follow(editor.post(action, "ressort", "politik")).body());
    Element bar = bar(after, "Vorschnell");
    assertThat(bar.text()).contains("„Vorschnell“ erscheint um", "Zurücknehmen");
    assertThat(anybody.get("/").body()).doesNotContain("Vorschnell");
    ArticleId article = article("Vorschnell");
    assertThat(anybody.get(Links.article(article)).statusCode()).isEqualTo(404);
    Document back = takeBack(bar);
    assertThat(bar(back, "Vorschnell").text()).contains("Nicht veröffentlicht");
    assertThat(back.select(".desk-list").text()).contains("Vorschnell");
    assertThat(onFile.find(article).orElseThrow().published()).isFalse();
    assertThat(anybody.get("/").body()).doesNotContain("Vorschnell");
    editor.post(action, "ressort", "politik");
    assertThat(article("Vorschnell")).as("no second one is made").isEqualTo(article);
    assertThat(onFile.find(article).orElseThrow().published()).isTrue();
  }

  @Test
  void aCorrectionTakenBackRestoresTheWordingAndTellsReadersNothing() {
    ArticleId id = out("Richtig");
    Draft wrong =
        TestArticles.withHeadline(TestArticles.draft("Richtig", null), "Falsch verbessert");
    publishing.correct(id, 1, wrong, EDITOR.account());
    assertThat(page(id)).contains("Falsch verbessert");
    Document back = takeBack(bar(newsroom(), "Falsch verbessert"));
    assertThat(bar(back, "Richtig").text()).contains("steht wieder wie zuvor");
    assertThat(page(id)).contains("<h1>Richtig</h1>").doesNotContain("Falsch", "Aktualisiert");
    assertThat(anybody.get(Links.wording(id, 2)).body()).doesNotContain("Falsch verbessert");
  }

  @Test
  void aNoteTakenBackIsToldNobodyAndTheOneBeforeStandsOnce() {
    ArticleId id = out("Mit Notizen");
    publishing.correct(id, 1, noted("Mit Notizen", "Notiz X."), null);
    publishing.correct(id, 2, noted("Mit Notizen", "Notiz Y."), EDITOR.account());
    assertThat(corrections()).contains("Notiz X.", "Notiz Y.");
    takeBack(bar(newsroom(), "Mit Notizen"));
    assertThat(corrections()).doesNotContain("Notiz Y.").containsOnlyOnce("Notiz X.");
    assertThat(page(id)).contains("Notiz X.").doesNotContain("Notiz Y.");
  }

  @Test
  void whatIsWithdrawnTwiceIsTakenBackOnceAndStandsEverywhereAgain() {
    ArticleId id = out("Zweimal weg");
    publishing.correct(id, 1, noted("Zweimal weg", "Notiz dazu."), null);
    ArticleId answer =
        publishing.reply(
            onFile.find(id).orElseThrow(),
            new LegalReply(
                LegalReply.Kind.GEGENDARSTELLUNG,
                "Firma Tal",
                LocalDate.of(2026, 11, 20),
                "Anders war es",
                ArticleHtml.clean("<p>Satz.</p>")),
            "Gegendarstellung",
            null,
            now.minusSeconds(30));
    for (int time = 0; time < 2; time++) {
      editor.post("/redaktion/artikel/" + id + "/rueckzug", "grund", "Irrtum");
    }
    assertThat(corrections()).doesNotContain("Notiz dazu.");
    assertThat(page(answer)).doesNotContain("Zweimal weg");
    Document newsroom = newsroom();
    assertThat(newsroom.select(".undo-act:contains(Zweimal weg)")).hasSize(1);
    assertThat(
            Jsoup.parse(editor.get("/redaktion/artikel/" + id).body())
                .select(".editor-steps li:contains(Irrtum)"))
        .hasSize(1);
    takeBack(bar(newsroom, "Zweimal weg"));
    assertThat(page(id)).contains("Zweimal weg");
    assertThat(corrections()).contains("Notiz dazu.");
    assertThat(page(answer)).contains("Zweimal weg");
  }

  private String corrections() {
    return anybody.get("/korrekturen").body();
  }

  private static Draft noted(String headline, String note) {
    Draft draft = TestArticles.draft(headline, null);
    return new Draft(
        draft.section(),
        headline,
        "",
        "",
        "",
        "",
        draft.credit(),
        "",
        draft.body(),
        "de",
        note,
        null,
        List.of(),
        0,
        null,
        null);
  }

  @Test
  void whatSomebodyWorkedOnSinceIsNotTakenBack() {
    ArticleId id = out("Erst");
    Draft second = TestArticles.withHeadline(TestArticles.draft("Erst", null), "Zweite");
    Draft third = TestArticles.withHeadline(TestArticles.draft("Erst", null), "Dritte");
    publishing.correct(id, 1, second, EDITOR.account());
    Element bar = bar(newsroom(), "Zweite");
    publishing.correct(id, 2, third, null);
    HttpResponse<String> answer = press(bar, editor);
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("jemand hat inzwischen weitergearbeitet");
    assertThat(page(id)).contains("Dritte");
  }

  @Test
  void aWithdrawalIsTakenBackButNotAnAgencys() throws Exception {
    WireEntry entry = deliver("urn:weg", "Kurz weg");
    editor.post("/redaktion/eingang/" + entry.id() + "/artikel", "ressort", "politik");
    ArticleId id = article("Kurz weg");
    outAtOnce(id);
    publishing.withdraw(id, EDITOR.account());
    assertThat(anybody.get(Links.article(id)).statusCode()).isEqualTo(410);
    Document back = takeBack(bar(newsroom(), "ist zurückgezogen"));
    assertThat(bar(back, "Kurz weg").text()).contains("steht wieder im Blatt");
    assertThat(page(id)).contains("Kurz weg");
    publishing.withdraw(id, EDITOR.account());
    Element late = bar(newsroom(), "ist zurückgezogen");
    deliver("urn:weg", "canceled", "Kurz weg");
    assertThat(press(late, editor).statusCode()).isEqualTo(409);
    assertThat(anybody.get(Links.article(id)).statusCode()).isEqualTo(410);
    assertThat(remembered(id)).as("copies of a killed article").isZero();
  }

  @Test
  void theFrontPageStaysAsItWas() {
    ArticleId first = out("Eigentlich unten");
    out("Eigentlich oben");
    editor.post("/redaktion/titelseite/oben", "artikel", first.toString());
    Document screen = newsroom();
    editor.post(
        "/redaktion/titelseite/ausgaben", "stand", screen.select("input[name=stand]").val());
    Document after = newsroom();
    assertThat(after.select(".front-state").text()).contains("Erscheint um");
    assertThat(paper.door(FrontPlans.class).live().plan().pinned(first)).isFalse();
    Document back = takeBack(bar(after, "Die Titelseite erscheint"));
    assertThat(back.select(".front-state").text()).contains("noch nicht veröffentlicht");
    assertThat(paper.door(FrontPlans.class).live().plan().pinned(first)).isFalse();
    assertThat(paper.door(FrontPlans.class).published().plan().pinned(first)).isFalse();
  }

  @Test
  void aPinTakenBackIsNotLeftAmongWhatIsPrepared() {
    ArticleId id = out("Aus Versehen angeheftet");
    FrontPlans plans = paper.door(FrontPlans.class);
    plans.discard(EDITOR);
    editor.post("/redaktion/oben/" + id);
    assertThat(plans.published().plan().pinned(id)).isTrue();
    takeBack(bar(newsroom(), "Die Titelseite erscheint"));
    assertThat(plans.published().plan().pinned(id)).isFalse();
    assertThat(plans.prepared()).isEmpty();
  }

  @Test
  void whatWasPreparedBeforeAQuickPinIsTakenBackLikeAnyOther() {
    ArticleId prepared = out("Lange vorbereitet");
    ArticleId quick = out("Dazwischen angeheftet");
    FrontPlans plans = paper.door(FrontPlans.class);
    plans.discard(EDITOR);
    plans.prepare(EDITOR, plan -> plan.pin(prepared, null));
    plans.change(EDITOR, now, plan -> plan.pin(quick, null));
    editor.post(
        "/redaktion/titelseite/ausgaben", "stand", newsroom().select("input[name=stand]").val());
    assertThat(plans.live().replacedAt())
        .as("pages end with it")
        .isEqualTo(plans.published().liveAt());
    takeBack(bar(newsroom(), "Die Titelseite erscheint"));
    assertThat(plans.published().plan().pinned(prepared)).isFalse();
    assertThat(plans.prepared().orElseThrow().plan().pinned(prepared)).isTrue();
    plans.discard(EDITOR);
  }

  @Test
  void onceItIsOutItIsTooLateAndSaidSo() throws Exception {
    Instant soon = Clock.systemUTC().instant().plusSeconds(2);
    ArticleId id =
        publishing.publish(TestArticles.draft("Gleich da", null), EDITOR.account(), soon);
    Element bar = bar(newsroom(), "Gleich da");
    TestBrowser other = TestBrowser.as(paper, TestReaders.create(paper, "Andere", Role.EDITOR));
    assertThat(press(bar, other).statusCode()).as("somebody else's").isEqualTo(409);
    Eventually.until("it is out", () -> anybody.get(Links.article(id)).statusCode() == 301);
    HttpResponse<String> late = press(bar, editor);
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.body()).contains("Es ist zu spät");
    assertThat(page(id)).contains("Gleich da");
  }

  @Test
  void nobodyIsLedOutOfTheNewsroom() {
    ArticleId id = out("Anderswohin");
    publishing.withdraw(id, EDITOR.account());
    Element bar = bar(newsroom(), "Anderswohin");
    HttpResponse<String> answer =
        editor.post(bar.attr("action"), "nach", "//anderswo.example/redaktion");
    assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/redaktion");
  }

  private ArticleId out(String headline) {
    return publishing.publish(TestArticles.draft(headline, null), null, now.minusSeconds(60));
  }

  /** Some seconds later. */
  private static void outAtOnce(ArticleId id) {
    paper
        .door(JdbcClient.class)
        .sql("update article set published_at = now() where id = ?")
        .param(id.value())
        .update();
  }

  private static ArticleId article(String headline) {
    return new ArticleId(
        paper
            .door(JdbcClient.class)
            .sql("select id from article where headline = ?")
            .param(headline)
            .query(Long.class)
            .single());
  }

  private static long remembered(ArticleId id) {
    return paper
        .door(JdbcClient.class)
        .sql("select count(*) from article_act where article = ?")
        .param(id.value())
        .query(Long.class)
        .single();
  }

  private String page(ArticleId id) {
    HttpResponse<String> answer = anybody.follow(anybody.get(Links.article(id)));
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }

  private Document newsroom() {
    return Jsoup.parse(editor.get("/redaktion/titelseite").body());
  }

  private static Element bar(Document page, String words) {
    return Objects.requireNonNull(
        page.select(".undo-act").stream()
            .filter(act -> act.text().contains(words))
            .findFirst()
            .orElse(null),
        () -> "no bar with " + words + " in " + page.select(".undo").text());
  }

  private HttpResponse<String> press(Element bar, TestBrowser browser) {
    return browser.post(bar.attr("action"), "nach", bar.select("input[name=nach]").val());
  }

  private Document takeBack(Element bar) {
    HttpResponse<String> answer = press(bar, editor);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return Jsoup.parse(editor.follow(answer).body());
  }

  private static WireEntry deliver(String urn, String headline) throws Exception {
    return deliver(urn, "usable", headline);
  }

  private static WireEntry deliver(String urn, String status, String headline) throws Exception {
    String file;
    try (java.io.InputStream in =
        Objects.requireNonNull(TakingBackTest.class.getResourceAsStream("/wire/apa.xml"))) {
      file = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    file =
        file.replace("Orgel von Mühlwald klingt wieder", headline)
            .replace("20260302:APA0042", urn.replace(":", ""))
            .replace("stat:usable", "stat:" + status);
    return paper
        .door(Deliveries.class)
        .deliver(file.getBytes(StandardCharsets.UTF_8), "apa.xml", null, false)
        .items()
        .getFirst()
        .entry();
  }
}
