package org.talblatt.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.talblatt.article.Draft;
import org.talblatt.article.Publishing;
import org.talblatt.article.Section;
import org.talblatt.article.Sections;
import org.talblatt.article.Stories;
import org.talblatt.base.ArticleId;
import org.talblatt.identity.Role;
import org.talblatt.testing.TestArticles;
import org.talblatt.testing.TestBrowser;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;

/** What two agencies tell of one event stands on lists once, with both. */
class SameStoryTest {
  private static final String TEXT =
      "Die Orgel der Pfarrkirche klingt nach zwei Jahren wieder. Handwerker aus dem Tal haben 1.800"
          + " Pfeifen gereinigt und den Blasebalg erneuert, sagte Pfarrer Josef Gruber am Montag."
          + " Das Instrument von 1891 hatte nach einem Wasserschaden geschwiegen.";
  private static final TestPaper paper = TestPaper.start();
  private final TestBrowser anybody = new TestBrowser(paper);
  private final Deliveries deliveries = paper.door(Deliveries.class);

  @BeforeAll
  static void sections() {
    paper.door(Sections.class).put(new Section("kultur", "Kultur", 1, "de"));
  }

  @AfterAll
  static void stop() {
    paper.close();
  }

  @Test
  void theyStandAsOneWithBothAndApartWhereAnEditorSaysSo() {
    deliver("apa", "1", "Orgel der Pfarrkirche klingt wieder", TEXT);
    deliver(
        "ansa",
        "2",
        "Nach Wasserschaden: Orgel in Pfarrkirche wieder spielbar",
        "Zwei Jahre hat sie geschwiegen, jetzt klingt die Orgel der Pfarrkirche wieder. 1.800 Pfeifen"
            + " reinigten Handwerker aus dem Tal, auch der Blasebalg ist erneuert. Das Instrument"
            + " wurde 1891 gebaut; ein Wasserschaden setzte ihm zu, so Pfarrer Josef Gruber.");
    deliver("apa", "3", "Konzert in der Pfarrkirche: Orgel und Chor", OTHER);
    for (String path : new String[] {"/", "/kultur"}) {
      Document page = Jsoup.parse(anybody.get(path).body());
      assertThat(page.select(".story h2").eachText())
          .as(path)
          .containsExactlyInAnyOrder(
              "Nach Wasserschaden: Orgel in Pfarrkirche wieder spielbar",
              "Konzert in der Pfarrkirche: Orgel und Chor");
      Element both = Objects.requireNonNull(page.selectFirst(".story-both"));
      assertThat(both.text()).contains("Von ANSA und APA", "Orgel der Pfarrkirche klingt wieder");
      assertThat(anybody.get(both.select("a").attr("href")).statusCode()).isEqualTo(200);
    }
    TestBrowser editor = TestBrowser.as(paper, TestReaders.create(paper, "Redaktion", Role.EDITOR));
    Element apart =
        Objects.requireNonNull(
            Jsoup.parse(editor.get("/redaktion").body()).selectFirst("form[action$=trennung]"));
    assertThat(editor.post(apart.attr("action")).statusCode()).isEqualTo(303);
    assertThat(Jsoup.parse(anybody.get("/").body()).select(".story h2")).hasSize(3);
    assertThat(anybody.get("/").body()).doesNotContain("story-both");
  }

  @Test
  void aThirdOneIsNamedWhereTheFirstStandsInAnotherSection() {
    ArticleId first = TestArticles.publish(paper, "Der erste");
    ArticleId second = kultur("Der zweite");
    ArticleId third = kultur("Der dritte");
    Stories stories = paper.door(Stories.class);
    stories.join(second, first);
    assertThat(anybody.get("/politik").body()).contains("Der zweite").doesNotContain("Der dritte");
    stories.join(third, second);
    assertThat(anybody.get("/politik").body()).contains("Der zweite", "Der dritte");
    stories.separate(first);
    stories.separate(second);
    stories.separate(third);
    List.of(first, second, third).forEach(paper.door(Publishing.class)::withdraw);
  }

  private static ArticleId kultur(String headline) {
    Draft draft = TestArticles.draft(headline, null);
    Draft there =
        new Draft(
            "kultur",
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
            0,
            null,
            null);
    return paper.door(Publishing.class).publish(there, null, Instant.now().minusSeconds(60));
  }

  private static final String OTHER =
      "Zum Kirchtag spielt am Sonntag die Musikkapelle in der Pfarrkirche, danach singt der Chor."
          + " Karten zu acht Euro gibt es im Gemeindeamt, Kinder zahlen nichts. Der Reinerlös geht"
          + " an die Feuerwehr, die ein neues Fahrzeug braucht.";

  private void deliver(String provider, String number, String headline, String text) {
    String credit = provider.toUpperCase(java.util.Locale.ROOT);
    String file =
        """
        {"format": "digitalwires@0.9.1", "type": "composite", "entry_id": "eigenes",
         "urn": "urn:%s:%s", "version": 1, "pubstatus": "usable", "language": "de",
         "updated": "2026-11-24T10:00:00+01:00", "version_created": "2026-11-24T10:00:00+01:00",
         "headline": "%s", "creditline": "%s", "article_html": "<p>%s</p>",
         "categories": [{"type": "dnltype:desk", "qcode": "dpacat:ku", "name": "Kultur"}]}
        """
            .formatted(provider, number, headline, credit, text);
    Delivered delivered = deliveries.deliver(OwnWire.bytes(file), "x.json", provider, true);
    assertThat(delivered.items().getFirst().path()).as("%s", delivered).isNotNull();
  }
}
