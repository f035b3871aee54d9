package org.talblatt.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.talblatt.article.Article;
import org.talblatt.article.Articles;
import org.talblatt.article.ArticlesOnFile;
import org.talblatt.article.Draft;
import org.talblatt.article.Publishing;
import org.talblatt.article.Section;
import org.talblatt.article.Sections;
import org.talblatt.article.TakingBack;
import org.talblatt.base.ArticleId;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Role;
import org.talblatt.platform.text.ArticleHtml;
import org.talblatt.testing.TestBrowser;
import org.talblatt.testing.TestDatabase;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;
import org.talblatt.wire.Wire;
import org.talblatt.wire.WireEntry;

/** An agency's update and our own work on an article are brought together, and no word is lost. */
class AgencyUpdatesTest {
  private static final TestPaper paper =
      TestPaper.start(TestDatabase.create(), Map.of("undo-seconds", "60"));
  private static final Reader EDITOR = TestReaders.create(paper, "Spätdienst", Role.EDITOR);
  private static final String FIRE = "Ein Feuer hat den Hof zerstört.";
  private static final String DAMAGE = "Der Schaden beträgt 40.000 Euro.";
  private static final String LOCAL = "Der Hof war bewohnt, sagt der Nachbar.";

  private final Deliveries deliveries = paper.door(Deliveries.class);
  private final Articles articles = paper.door(Articles.class);
  private final TestBrowser desk = TestBrowser.as(paper, EDITOR);

  @BeforeAll
  static void sections() {
    paper.door(Sections.class).put(new Section("kultur", "Kultur", 1, "de"));
    paper.door(Sections.class).put(new Section("politik", "Politik", 2, "de"));
  }

  @AfterAll
  static void stop() {
    paper.close();
  }

  @Test
  void aLocalParagraphAndTheAgencysChangeOfAnotherOneStandBothAfterOneClick() {
    ArticleId id = published("urn:beide", FIRE, DAMAGE);
    write(id, "APA/dpa/Talblatt", FIRE, DAMAGE, LOCAL);
    WireEntry waiting = update("urn:beide", 2, "", FIRE, "Der Schaden beträgt 400.000 Euro.");
    assertThat(waiting.updateWaits()).isTrue();
    assertThat(text(id)).contains(DAMAGE);

    Document form = form(waiting);
    assertThat(form.select(".merge-count").text()).startsWith("Keine Stelle");
    assertThat(form.select(".merge-theirs ins").text()).contains("400.000");
    assertThat(form.select(".merge-ours ins").text()).contains("sagt der Nachbar");
    assertThat(submit(waiting, form).statusCode()).isEqualTo(303);
    assertThat(text(id)).isEqualTo(FIRE + " Der Schaden beträgt 400.000 Euro. " + LOCAL);
    assertThat(article(id).credit()).isEqualTo("APA/dpa/Talblatt");
    assertThat(desk.get("/redaktion/eingang/" + waiting.id() + "/abgleich").statusCode())
        .as("nothing waits any more")
        .isEqualTo(409);
  }

  @Test
  void afterAMergeTheNextUpdateStillKnowsWhatIsOurs() {
    ArticleId id = published("urn:danach", FIRE, DAMAGE);
    write(id, "dpa", FIRE, DAMAGE, LOCAL);
    WireEntry second = update("urn:danach", 2, "", FIRE, "Der Schaden beträgt 50.000 Euro.");
    submit(second, form(second));
    WireEntry third = update("urn:danach", 3, "", FIRE, "Der Schaden beträgt 60.000 Euro.");
    assertThat(third.updateWaits()).as("our paragraph is still in it").isTrue();
    assertThat(text(id)).contains("50.000", LOCAL);
  }

  @Test
  void aPlaceThatBothChangedHasToBeChosen() {
    ArticleId id = published("urn:streit", FIRE, DAMAGE);
    String ours = "Der Schaden beträgt laut Gemeinde 45.000 Euro.";
    String theirs = "Der Schaden beträgt 400.000 Euro.";
    write(id, "dpa", FIRE, ours);
    WireEntry waiting = update("urn:streit", 2, "", FIRE, theirs);
    Document form = form(waiting);
    assertThat(form.select(".merge-count").text()).startsWith("Eine Stelle");
    HttpResponse<String> undecided = submit(waiting, form, "notiz", "Getippt und nicht verloren");
    assertThat(undecided.statusCode()).isEqualTo(422);
    assertThat(undecided.body()).contains("Wähle an jeder Stelle", "Getippt und nicht verloren");
    assertThat(text(id)).isEqualTo(FIRE + " " + ours);

    HttpResponse<String> both =
        submit(waiting, form, "wahl-1", "both", "notiz", "Die Summe war zu niedrig.");
    assertThat(both.statusCode()).isEqualTo(303);
    assertThat(text(id)).isEqualTo(FIRE + " " + ours + " " + theirs);
    assertThat(article(id).addenda().corrections())
        .extracting(correction -> correction.note())
        .containsExactly("Die Summe war zu niedrig.");
  }

  @Test
  void acceptAllTakesTheAgencysSideOfEveryConflictAndKeepsWhatOnlyWeWrote() {
    ArticleId id = published("urn:alles", FIRE, DAMAGE);
    write(id, "dpa", FIRE, "Der Schaden beträgt laut Gemeinde 45.000 Euro.", LOCAL);
    WireEntry waiting = update("urn:alles", 2, "", FIRE, "Der Schaden beträgt 400.000 Euro.");
    submit(waiting, form(waiting), "alle", "theirs");
    assertThat(text(id)).isEqualTo(FIRE + " Der Schaden beträgt 400.000 Euro. " + LOCAL);
  }

  @Test
  void aCorrectionThatMeetsNoWordOfOursDoesNotWait() {
    ArticleId id = published("urn:eilig", FIRE, DAMAGE);
    write(id, "dpa", FIRE, DAMAGE, LOCAL);
    WireEntry entry =
        update("urn:eilig", 2, "sig:correction", FIRE, "Der Schaden beträgt 400.000 Euro.");
    assertThat(entry.updateWaits()).isFalse();
    assertThat(text(id)).isEqualTo(FIRE + " Der Schaden beträgt 400.000 Euro. " + LOCAL);
    assertThat(article(id).addenda().corrections()).hasSize(1);
  }

  @Test
  void anUpdateTakenBackWaitsAgainButNotBecauseOfAnOwnCorrection() {
    ArticleId id = published("urn:zurueck", FIRE, DAMAGE);
    write(id, "dpa", FIRE, DAMAGE, LOCAL);
    WireEntry waiting = update("urn:zurueck", 2, "", FIRE, "Der Schaden beträgt 400.000 Euro.");
    submit(waiting, form(waiting));
    write(id, "dpa", "Ein Versehen.");
    takeBack();
    assertThat(now(waiting).updateWaits()).as("only our own word was taken back").isFalse();
    WireEntry next = update("urn:zurueck", 3, "", FIRE, "Der Schaden beträgt 500.000 Euro.");
    submit(next, form(next));
    takeBack();
    assertThat(text(id)).isEqualTo(FIRE + " Der Schaden beträgt 400.000 Euro. " + LOCAL);
    assertThat(now(next).updateWaits()).isTrue();
    Document form = form(next);
    assertThat(form.select(".merge-theirs ins").text()).contains("500.000");
    submit(next, form);
    assertThat(text(id)).isEqualTo(FIRE + " Der Schaden beträgt 500.000 Euro. " + LOCAL);
  }

  private static void takeBack() {
    TakingBack undo = paper.door(TakingBack.class);
    undo.takeBack(undo.open(EDITOR).getFirst().id(), EDITOR);
  }

  private static WireEntry now(WireEntry entry) {
    return paper.door(Wire.class).find(entry.id()).orElseThrow();
  }

  @Test
  void whatChangedMeanwhileIsShownAgainAndNothingIsOverwritten() {
    ArticleId id = published("urn:alt", FIRE, DAMAGE);
    write(id, "dpa", FIRE, DAMAGE, LOCAL);
    WireEntry waiting = update("urn:alt", 2, "", FIRE, "Der Schaden beträgt 400.000 Euro.");
    Document form = form(waiting);
    write(id, "dpa", FIRE, DAMAGE, LOCAL, "Und noch ein Satz.");
    HttpResponse<String> stale = submit(waiting, form);
    assertThat(stale.statusCode()).isEqualTo(409);
    assertThat(stale.body()).contains("haben sich inzwischen geändert", "Und noch ein Satz.");
    assertThat(submit(waiting, Jsoup.parse(stale.body())).statusCode()).isEqualTo(303);
    assertThat(text(id)).contains("400.000", "Und noch ein Satz.");
  }

  private Document form(WireEntry entry) {
    HttpResponse<String> page = desk.get("/redaktion/eingang/" + entry.id() + "/abgleich");
    assertThat(page.statusCode()).isEqualTo(200);
    return Jsoup.parse(page.body());
  }

  private HttpResponse<String> submit(WireEntry entry, Document form, String... further) {
    var fields = new java.util.LinkedHashMap<String, String>();
    form.select("form[action$=abgleich] input[type=hidden], input[checked]")
        .forEach(input -> fields.put(input.attr("name"), input.val()));
    for (int i = 0; i < further.length; i += 2) {
      fields.put(further[i], further[i + 1]);
    }
    String[] flat =
        fields.entrySet().stream()
            .flatMap(field -> java.util.stream.Stream.of(field.getKey(), field.getValue()))
            .toArray(String[]::new);
    return desk.post("/redaktion/eingang/" + entry.id() + "/abgleich", flat);
  }

  private ArticleId published(String urn, String... paragraphs) {
    deliver(urn, 1, "", paragraphs);
    return paper.door(ArticlesOnFile.class).withHeadline("Brand " + urn).getFirst();
  }

  private WireEntry update(String urn, int version, String signal, String... paragraphs) {
    return deliver(urn, version, signal, paragraphs).entry();
  }

  private Delivered.Item deliver(String urn, int version, String signal, String... paragraphs) {
    String file =
        """
        {"format":"digitalwires@0.9.1","entry_id":"e-%s-%d","urn":"%s","version":%d,
         "version_created":"2026-03-02T10:0%d:00+01:00","updated":"2026-03-02T10:0%d:00+01:00",
         "pubstatus":"usable","language":"de","urgency":4,"headline":"Brand %s",
         "creditline":"dpa","dateline":"Bozen (dpa) - ","article_html":"%s","signal":"%s",
         "ednotes":[{"role":"dpaednoterole:correction","ednote":"Summe berichtigt","is_publishable":true}],
         "categories":[{"type":"dnltype:desk","name":"Kultur","qcode":"dpacat:ku"}]}
        """
            .formatted(urn, version, urn, version, version, version, urn, html(paragraphs), signal);
    return deliveries.deliver(OwnWire.bytes(file), "a", null, true).items().getFirst();
  }

  private static String html(String... paragraphs) {
    return "<p>" + String.join("</p><p>", List.of(paragraphs)) + "</p>";
  }

  private void write(ArticleId id, String credit, String... paragraphs) {
    ArticlesOnFile.OnFile file = paper.door(ArticlesOnFile.class).find(id).orElseThrow();
    Draft draft = file.draft();
    paper
        .door(Publishing.class)
        .correct(
            id,
            file.version(),
            new Draft(
                draft.section(),
                draft.headline(),
                draft.kicker(),
                draft.subhead(),
                draft.teaser(),
                draft.byline(),
                credit,
                draft.dateline(),
                ArticleHtml.clean(html(paragraphs)),
                draft.language(),
                draft.correctionNote(),
                draft.picture(),
                draft.topics(),
                draft.weight(),
                draft.discussion(),
                draft.embargoUntil()),
            EDITOR.account());
  }

  private Article article(ArticleId id) {
    return articles.page(id).orElseThrow();
  }

  private String text(ArticleId id) {
    return Jsoup.parse(article(id).body().html()).text();
  }
}
