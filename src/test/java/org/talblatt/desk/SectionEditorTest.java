package org.talblatt.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.talblatt.article.Section;
import org.talblatt.article.Sections;
import org.talblatt.identity.Grant;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Role;
import org.talblatt.identity.Staff;
import org.talblatt.paper.Actor;
import org.talblatt.testing.TestBrowser;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;
import org.talblatt.wire.WireEntry;

/** An editor of one section sees what belongs to it, and changes nothing elsewhere. */
class SectionEditorTest {
  private static final TestPaper paper = TestPaper.start();
  private static final Reader CHIEF = TestReaders.create(paper, "Chefredakteur", Role.EDITOR);
  private static final Reader CULTURE = TestReaders.create(paper, "Kulturredakteur");
  private static final Reader POLITICS = TestReaders.create(paper, "Politikredakteur");
  private final TestBrowser all = TestBrowser.as(paper, CHIEF);
  private final TestBrowser culture = TestBrowser.as(paper, CULTURE);
  private final TestBrowser politics = TestBrowser.as(paper, POLITICS);

  @BeforeAll
  static void newsroom() {
    paper.door(Sections.class).put(new Section("politik", "Politik", 1, "de"));
    paper.door(Sections.class).put(new Section("kultur", "Kultur", 2, "de"));
    Staff staff = paper.door(Staff.class);
    staff.grant(CULTURE.account(), Grant.parse("editor:kultur"), Actor.console());
    staff.grant(POLITICS.account(), Grant.parse("editor:politik"), Actor.console());
  }

  @AfterAll
  static void stop() {
    paper.close();
  }

  @Test
  void theInboxShowsWhatBelongsToThemAndTheRestOnDemand() {
    deliver("urn:teil", "Konzert im Stadel");
    assertThat(page(culture, "").select(".desk-list").text()).contains("Konzert im Stadel");
    Document others = page(politics, "");
    assertThat(others.select(".desk-item").text()).doesNotContain("Konzert im Stadel");
    assertThat(others.select(".desk-part").text()).contains("deinen Ressorts gehört: Politik");
    Document rest = Jsoup.parse(politics.get(others.select(".desk-part a").attr("href")).body());
    assertThat(rest.select(".desk-item").text()).contains("Konzert im Stadel");
    assertThat(rest.select("form[action$=ablage]")).isEmpty();
    assertThat(rest.select("select[name=ressort] option").eachText()).containsOnly("Politik");
    assertThat(page(all, "").select(".desk-part")).isEmpty();
    assertThat(page(all, "").select(".desk-item").text()).contains("Konzert im Stadel");
  }

  @Test
  void anotherSectionsItemIsRefusedInWordsAndStaysWhereItIs() {
    WireEntry entry = deliver("urn:fremdes-ressort", "Orgel");
    String address = "/redaktion/eingang/" + entry.id();
    HttpResponse<String> refused = politics.post(address + "/artikel", "ressort", "kultur");
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("Das Ressort „kultur“ gehört nicht zu deinen.");
    assertThat(politics.post(address + "/artikel", "ressort", "").statusCode()).isEqualTo(403);
    assertThat(politics.post(address + "/ablage", "grund", "weg").statusCode()).isEqualTo(403);
    assertThat(
            politics
                .json("POST", "/api/v1/wire/" + entry.id() + "/publish", "{\"section\":\"kultur\"}")
                .statusCode())
        .isEqualTo(403);
    assertThat(page(culture, "").text()).contains("Orgel");
    assertThat(culture.post(address + "/ablage", "grund", "x").statusCode()).isEqualTo(303);
    assertThat(politics.post(address + "/rueckholung").statusCode()).isEqualTo(403);
    assertThat(culture.post(address + "/rueckholung").statusCode()).isEqualTo(303);
    assertThat(culture.post(address + "/artikel", "ressort", "kultur").statusCode()).isEqualTo(303);
  }

  @Test
  void anItemMayBeTakenIntoOnesOwnSection() {
    WireEntry entry = deliver("urn:geholt", "Geholt");
    HttpResponse<String> done =
        politics.post("/redaktion/eingang/" + entry.id() + "/artikel", "ressort", "politik");
    assertThat(politics.follow(done).body()).contains("/politik/geholt-");
  }

  @Test
  void anUpdateBelongsToTheSectionThatTheArticleStandsIn() {
    WireEntry entry = deliver("urn:nachgereicht", "Erste Fassung");
    String address = "/redaktion/eingang/" + entry.id();
    all.post(address + "/artikel", "ressort", "politik");
    byte[] second = OwnWire.version("urn:nachgereicht", 2, 5, 5, "usable", "Zweite Fassung");
    paper.door(Deliveries.class).deliver(second, "test", null, false);
    assertThat(page(politics, "?liste=published").text()).contains("Zweite Fassung");
    assertThat(page(culture, "?liste=published").select(".desk-item").text())
        .doesNotContain("Zweite Fassung");
    assertThat(culture.post(address + "/ablage").statusCode()).isEqualTo(403);
  }

  @Test
  void publishingWhateverComesNeedsAllSections() {
    byte[] item = OwnWire.version("urn:liefern", 1, 0, 0, "usable", "Geliefert");
    String file = new String(item, UTF_8);
    HttpResponse<String> refused = culture.json("POST", "/api/v1/wire?publish=true", file);
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("Recht für alle Ressorts");
    assertThat(culture.json("POST", "/api/v1/wire", file).statusCode()).isEqualTo(201);
  }

  @Test
  void thePublisherReadsAlongAndFindsNothingToPress() {
    WireEntry entry = deliver("urn:verlag", "Mitgelesen");
    paper.door(Deliveries.class).deliver(OwnWire.bytes("<newsItem>"), "kaputt.xml", null, false);
    TestBrowser publisher =
        TestBrowser.as(paper, TestReaders.create(paper, "Verlegerin", Role.PUBLISHER));
    assertThat(page(publisher, "").select(".desk-item").text()).contains("Mitgelesen");
    for (String path : List.of("", "/" + entry.id(), "/dateien")) {
      assertThat(page(publisher, path).select("main form[method=post]")).as(path).isEmpty();
    }
    assertThat(publisher.post("/redaktion/eingang/" + entry.id() + "/artikel").statusCode())
        .isEqualTo(403);
  }

  private static WireEntry deliver(String urn, String headline) {
    byte[] file = OwnWire.version(urn, 1, 0, 0, "usable", headline);
    return paper
        .door(Deliveries.class)
        .deliver(file, "test", null, false)
        .items()
        .getFirst()
        .entry();
  }

  private static Document page(TestBrowser browser, String further) {
    HttpResponse<String> answer = browser.get("/redaktion/eingang" + further);
    assertThat(answer.statusCode()).as(further).isEqualTo(200);
    return Jsoup.parse(answer.body());
  }
}
