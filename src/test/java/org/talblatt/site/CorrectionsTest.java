package org.talblatt.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.talblatt.article.ArticlesOnFile;
import org.talblatt.article.Corrections;
import org.talblatt.article.Draft;
import org.talblatt.article.LegalReply;
import org.talblatt.article.Publishing;
import org.talblatt.base.ArticleId;
import org.talblatt.platform.text.ArticleHtml;
import org.talblatt.testing.TestArticles;
import org.talblatt.testing.TestBrowser;
import org.talblatt.testing.TestPaper;

/** Readers see what was corrected and when, and what the law has those answer it reports on. */
class CorrectionsTest {
  private static final TestPaper paper = TestPaper.start();
  private final Publishing publishing = paper.door(Publishing.class);
  private final TestBrowser reader = new TestBrowser(paper);

  @AfterAll
  static void stop() {
    paper.close();
  }

  @Test
  void eachCorrectionStandsUnderTheArticleWithItsTimeAndOnThePageOfAll() {
    ArticleId id = TestArticles.publish(paper, "Brücke gesperrt");
    correct(id, "Die Brücke liegt in Olang.");
    correct(id, "Die Brücke liegt in Olang.");
    correct(id, "");
    correct(id, "Sie bleibt bis Freitag gesperrt.");

    Document page = page(onFile(id).path());
    assertThat(page.select(".article .correction").eachText())
        .hasSize(2)
        .allMatch(text -> text.matches("Korrektur: .* \\d\\d?\\. \\p{L}+ \\d{4}, \\d\\d:\\d\\d.*"));
    assertThat(page.select(".correction time").eachAttr("datetime"))
        .allMatch(time -> !time.isEmpty());
    assertThat(page.select("script[type=application/ld+json]").html())
        .contains("CorrectionComment", "Sie bleibt bis Freitag gesperrt.");
    Document all = page("/korrekturen");
    assertThat(all.select(".corrections-list li p").eachText())
        .anyMatch(text -> text.startsWith("Die Brücke liegt in Olang."))
        .anyMatch(text -> text.startsWith("Sie bleibt bis Freitag gesperrt."));
    assertThat(all.select("footer a[href=/korrekturen]")).hasSize(1);
  }

  @Test
  void aCorrectionOfWhatIsWithdrawnOrNotOutStandsNowhere() {
    ArticleId gone = TestArticles.publish(paper, "Falschmeldung");
    correct(gone, "Nichts davon stimmt.");
    assertThat(page("/korrekturen").text()).contains("Nichts davon stimmt.");
    publishing.withdraw(gone);
    assertThat(page("/korrekturen").text()).doesNotContain("Nichts davon stimmt.", "Falschmeldung");

    ArticleId later =
        publishing.publish(
            TestArticles.draft("Erst morgen", null), null, now().plus(Duration.ofDays(1)));
    correct(later, "Vorab berichtigt.");
    assertThat(page("/korrekturen").text()).doesNotContain("Vorab berichtigt.");
  }

  @Test
  void aNoteThatIsSaidBetterOrHiddenChangesAtOnceEverywhere() {
    ArticleId id = TestArticles.publish(paper, "Notiz");
    correct(id, "Erst so.");
    Corrections corrections = paper.door(Corrections.class);
    long number = corrections.newest(1).getFirst().id();
    corrections.change(number, "Dann so.", false);
    assertThat(page("/korrekturen").text()).contains("Dann so.").doesNotContain("Erst so.");
    corrections.change(number, "Dann so.", true);
    assertThat(page("/korrekturen").text()).doesNotContain("Dann so.");
    assertThat(page(onFile(id).path()).select(".correction")).isEmpty();
  }

  @Test
  void aReplyAndItsArticleLeadToEachOtherAndGoWithEachOther() {
    ArticleId id = TestArticles.publish(paper, "Vorwürfe gegen Verein");
    ArticlesOnFile.OnFile original = onFile(id);
    ArticleId reply =
        publishing.reply(
            original,
            new LegalReply(
                LegalReply.Kind.GEGENDARSTELLUNG,
                "Verein Talfreunde",
                LocalDate.parse("2026-11-20"),
                "Der Verein hat kein Geld genommen",
                ArticleHtml.clean("<p>Es ist nichts davon wahr.</p>")),
            "Gegendarstellung",
            null,
            now());
    Element note = Objects.requireNonNull(page(original.path()).selectFirst(".reply"));
    assertThat(note.text()).startsWith("Gegendarstellung von Verein Talfreunde, ");
    assertThat(note.select("a").attr("href")).isEqualTo(onFile(reply).path());
    Document answer = page(onFile(reply).path());
    assertThat(answer.select(".kicker").text()).isEqualTo("Gegendarstellung");
    assertThat(answer.select(".reply-to a").attr("href")).isEqualTo(original.path());
    assertThat(onFile(reply).draft().section()).isEqualTo("politik");

    publishing.withdraw(reply);
    assertThat(page(original.path()).select(".reply")).isEmpty();
  }

  @Test
  void anAddressBehindTheEndIsNotFoundAndTheFirstPageHasOneAddress() {
    assertThat(reader.get("/korrekturen?seite=99").statusCode()).isEqualTo(404);
    assertThat(reader.get("/korrekturen?seite=1").statusCode()).isEqualTo(301);
  }

  private void correct(ArticleId id, String note) {
    ArticlesOnFile.OnFile file = onFile(id);
    Draft draft = file.draft();
    publishing.correct(
        id,
        file.version(),
        new Draft(
            draft.section(),
            draft.headline(),
            draft.kicker(),
            draft.subhead(),
            draft.teaser() + ".",
            draft.byline(),
            draft.credit(),
            draft.dateline(),
            draft.body(),
            draft.language(),
            note,
            draft.picture(),
            draft.topics(),
            draft.weight(),
            draft.discussion(),
            draft.embargoUntil()),
        null);
  }

  private ArticlesOnFile.OnFile onFile(ArticleId id) {
    return paper.door(ArticlesOnFile.class).find(id).orElseThrow();
  }

  private Document page(String path) {
    var answer = reader.get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return Jsoup.parse(answer.body());
  }

  private static Instant now() {
    return Clock.systemUTC().instant();
  }
}
