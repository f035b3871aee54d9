package org.talblatt.desk.front;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.talblatt.article.FrontPlan;
import org.talblatt.article.FrontPlans;
import org.talblatt.article.Section;
import org.talblatt.article.Sections;
import org.talblatt.base.ArticleId;
import org.talblatt.base.Links;
import org.talblatt.identity.Grant;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Role;
import org.talblatt.identity.Staff;
import org.talblatt.paper.Actor;
import org.talblatt.testing.TestArticles;
import org.talblatt.testing.TestBrowser;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;

/** The newsroom's start page: what waits, and quick hands on what is out. */
class StartTest {
  private static final TestPaper paper = TestPaper.start();
  private static final Reader EDITOR = TestReaders.create(paper, "Nachtdienst", Role.EDITOR);

  private final TestBrowser editor = TestBrowser.as(paper, EDITOR);
  private final TestBrowser anybody = new TestBrowser(paper);
  private final FrontPlans plans = paper.door(FrontPlans.class);
  private final Instant now = Clock.systemUTC().instant();

  @AfterAll
  static void stop() {
    paper.close();
  }

  @Test
  void anArticleIsPinnedAndTakenDownByOneFormEach() {
    ArticleId id = TestArticles.publish(paper, "Nach ganz oben");
    ArticleId other = TestArticles.publish(paper, "In Vorbereitung");
    plans.prepare(EDITOR, plan -> plan.pin(other, null));
    assertThat(press(line(start(editor), "Nach ganz oben"), "/oben/" + id).statusCode())
        .isEqualTo(303);
    assertThat(anybody.get("/").body()).contains("Nach ganz oben");
    assertThat(plans.live().plan().pins()).extracting(FrontPlan.Pin::article).containsExactly(id);
    assertThat(plans.prepared().orElseThrow().plan().articles())
        .as("what is being prepared gets it, too, and keeps its own")
        .contains(id, other);
    Element pinned = line(start(editor), "Nach ganz oben");
    assertThat(pinned.text()).contains("Oben angeheftet");
    press(pinned, "/entzug");
    assertThat(plans.live().plan().pins()).isEmpty();
  }

  @Test
  void anArticleIsWithdrawnFromHereWithAReason() {
    ArticleId id = TestArticles.publish(paper, "Muss sofort weg");
    Element form =
        Objects.requireNonNull(
            line(start(editor), "Muss sofort weg").selectFirst("form[action$=rueckzug]"));
    assertThat(Objects.requireNonNull(form.parent()).normalName())
        .as("behind one more tap")
        .isEqualTo("details");
    assertThat(editor.post(form.attr("action"), "grund", "Irrtum").statusCode()).isEqualTo(303);
    assertThat(anybody.get(Links.article(id)).statusCode()).isEqualTo(410);
    assertThat(start(editor).text()).doesNotContain("Muss sofort weg");
  }

  @Test
  void itLeadsToWhatWaitsAndToTheEditor() {
    ArticleId id = TestArticles.publish(paper, "Hat einen Fehler");
    Document start = start(editor);
    for (Element waiting : start.select(".front-waiting a")) {
      assertThat(editor.get(waiting.attr("href")).statusCode()).isEqualTo(200);
    }
    String correct = line(start, "Hat einen Fehler").select("a.front-button").attr("href");
    assertThat(correct).isEqualTo("/redaktion/artikel/" + id);
    assertThat(editor.get(correct).body()).contains("Hat einen Fehler");
  }

  @Test
  void theBreakingLineIsEndedAtOnce() {
    plans.change(
        EDITOR,
        now,
        plan -> plan.breaking(new FrontPlan.Breaking("Alarm beendet", null, now.plusSeconds(600))));
    assertThat(anybody.get("/").body()).contains("Alarm beendet");
    assertThat(start(editor).text()).contains("Alarm beendet");
    editor.post("/redaktion/eilzeile/ende");
    assertThat(anybody.get("/").body()).doesNotContain("Alarm beendet");
  }

  @Test
  void eachSeesTheirSectionsAndWhoReadsAlongNoButtons() {
    paper.door(Sections.class).put(new Section("kultur", "Kultur", 2, "de"));
    TestArticles.publish(paper, "Nur Politik");
    Reader cultural = TestReaders.create(paper, "Kulturmensch");
    paper
        .door(Staff.class)
        .grant(cultural.account(), Grant.parse("editor:kultur"), Actor.console());
    Document theirs = start(TestBrowser.as(paper, cultural));
    assertThat(theirs.text()).contains("Deine Ressorts: Kultur.").doesNotContain("Nur Politik");
    Document along =
        start(TestBrowser.as(paper, TestReaders.create(paper, "Verlag", Role.PUBLISHER)));
    assertThat(along.text()).contains("Nur Politik");
    assertThat(along.select("main form")).isEmpty();
  }

  private HttpResponse<String> press(Element line, String action) {
    Element form = Objects.requireNonNull(line.selectFirst("form[action$=" + action + "]"));
    return editor.post(form.attr("action"));
  }

  private static Document start(TestBrowser browser) {
    HttpResponse<String> answer = browser.get("/redaktion");
    assertThat(answer.statusCode()).isEqualTo(200);
    return Jsoup.parse(answer.body());
  }

  private static Element line(Document page, String headline) {
    return page.select(".desk-item").stream()
        .filter(item -> item.text().contains(headline))
        .findFirst()
        .orElseThrow();
  }
}
