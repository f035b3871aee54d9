package org.talblatt.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.talblatt.article.DiscussionRules;
import org.talblatt.article.Draft;
import org.talblatt.article.Publishing;
import org.talblatt.article.Section;
import org.talblatt.article.Sections;
import org.talblatt.base.ArticleId;
import org.talblatt.discussion.Discussion;
import org.talblatt.identity.Reader;
import org.talblatt.paper.LegalTexts;
import org.talblatt.platform.page.Assets;
import org.talblatt.platform.text.ArticleHtml;
import org.talblatt.platform.text.Messages;
import org.talblatt.testing.Eventually;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;

/** What somebody sees who opens the paper without an account. */
class PublicPagesTest {
  private static final TestPaper paper = TestPaper.start();
  private final Instant now = Clock.systemUTC().instant();
  private final HttpClient http = HttpClient.newHttpClient();
  private final Publishing publishing = paper.door(Publishing.class);

  @BeforeAll
  static void sections() {
    paper.door(Sections.class).put(new Section("politik", "Politik", 1, "de"));
  }

  @AfterAll
  static void stop() {
    paper.close();
  }

  @Test
  void aStoryStandsOnHomeAndSectionAndUnderItsOwnAddress() throws Exception {
    ArticleId id = publishing.publish(draft("Brücke bleibt gesperrt", null), null, now);
    String address = "/politik/bruecke-bleibt-gesperrt-" + id;
    assertThat(get("/").body()).contains(address);
    assertThat(get("/politik").body()).contains(address);
    HttpResponse<String> page = get(address);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("<h1>Brücke bleibt gesperrt</h1>")
        .contains("Von: APA/dpa")
        .contains("lang=\"de\"")
        .contains("application/ld+json");
  }

  @Test
  void otherSpellingsOfAnAddressLeadToTheRightOne() throws Exception {
    ArticleId id = publishing.publish(draft("Neuer Radweg", null), null, now);
    for (String path : List.of("/artikel/" + id, "/politik/alter-titel-" + id)) {
      HttpResponse<String> answer = get(path);
      assertThat(answer.statusCode()).isEqualTo(301);
      assertThat(answer.headers().firstValue("Location")).contains("/politik/neuer-radweg-" + id);
    }
  }

  @Test
  void anEmbargoedStoryIsNowhere() throws Exception {
    ArticleId id =
        publishing.publish(draft("Gesperrt bis morgen", now.plusSeconds(86_400)), null, now);
    assertThat(get("/artikel/" + id).statusCode()).isEqualTo(404);
    assertThat(get("/").body()).doesNotContain("Gesperrt bis morgen");
  }

  @Test
  void aWithdrawnStoryAnswersGoneWithoutItsText() throws Exception {
    ArticleId id = publishing.publish(draft("Falsche Meldung", null), null, now);
    publishing.withdraw(id);
    HttpResponse<String> answer = get("/artikel/" + id);
    assertThat(answer.statusCode()).isEqualTo(410);
    assertThat(answer.body()).doesNotContain("Falsche Meldung");
    assertThat(get("/").body()).doesNotContain("Falsche Meldung");
  }

  @Test
  void anUnknownAddressSaysSoInTheReadersLanguage() throws Exception {
    HttpResponse<String> answer = get("/gibt-es-nicht");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("Diese Seite gibt es nicht.");
  }

  @Test
  void everyAnswerCarriesTheSecurityHeadersAndTheStyleSheetIsThere() throws Exception {
    HttpResponse<String> style = get(Assets.path("talblatt.css"));
    assertThat(style.statusCode()).isEqualTo(200);
    assertThat(style.headers().firstValue("Content-Security-Policy")).isPresent();
    assertThat(get("/").headers().firstValue("Content-Security-Policy").orElseThrow())
        .doesNotContain("unsafe");
    assertThat(get("/").headers().firstValue("Set-Cookie")).isEmpty();
  }

  @Test
  void aSectionOfMoreStoriesThanAPageHoldsGoesOnOnASecondPage() throws Exception {
    paper.door(Sections.class).put(new Section("archivtal", "Archivtal", 9, "de"));
    for (int i = 1; i <= 43; i++) {
      publishing.publish(
          draft("archivtal", "Geschichte " + i + ".", null), null, now.minusSeconds(i));
    }
    String first = get("/archivtal").body();
    assertThat(first).contains("/archivtal?seite=2").contains("Geschichte 40.");
    assertThat(first).doesNotContain("Geschichte 41.");
    String second = get("/archivtal?seite=2").body();
    assertThat(second).contains("Geschichte 41.", "Geschichte 43.", "Seite 2 von 2");
    assertThat(second)
        .contains("<link rel=\"canonical\" href=\"" + paper.url("/archivtal?seite=2"));
    assertThat(get("/archivtal?seite=3").statusCode()).isEqualTo(404);
    assertThat(get("/archivtal?seite=zwei").statusCode()).isEqualTo(404);
    assertThat(get("/archivtal?seite=1").statusCode()).isEqualTo(301);
  }

  @Test
  void aListSaysHowManyHadSomethingToSayAndNamesTheMostDiscussed() throws Exception {
    ArticleId id = publishing.publish(draft("Viel beredet", null), null, now);
    Reader reader = TestReaders.create(paper, "Vielredner");
    Discussion discussion = paper.door(Discussion.class);
    for (int i = 0; i < 3; i++) {
      discussion.post(reader, id, "Beitrag " + i, UUID.randomUUID(), now);
    }
    for (String list : List.of("/", "/politik")) {
      Eventually.until(
          "the count on " + list,
          () -> {
            Document page = Jsoup.parse(get(list).body());
            String story = ":has(a[href$=-" + id + "])";
            return page.select(".story" + story + " .story-comments").text().equals("3 Kommentare")
                && page.select(".most li" + story).text().equals("Viel beredet 3 Kommentare");
          });
    }
    paper.door(Sections.class).put(new Section("ruhig", "Ruhig", 8, "de"));
    publishing.publish(draft("ruhig", "Nichts los", null), null, now);
    assertThat(get("/ruhig").body()).doesNotContain("Viel beredet");
  }

  @Test
  void imprintPrivacyAndHouseRulesSpeakThreeLanguages() throws Exception {
    for (String name : List.of("impressum", "datenschutz", "hausregeln")) {
      assertThat(get("/" + name).body()).contains("lang=\"de\"", "/" + name + "?sprache=it");
      assertThat(get("/" + name + "?sprache=it").body()).contains("lang=\"it\"");
      assertThat(get("/" + name + "?sprache=en").body()).contains("lang=\"en\"");
      assertThat(get("/" + name + "?sprache=xx").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void thePapersOwnImprintStandsInThePlaceOfTheSuppliedOne() throws Exception {
    paper
        .door(LegalTexts.class)
        .change(
            LegalTexts.Name.IMPRESSUM,
            Messages.of("de"),
            "<p>Verlag am Platz</p><script>alert(1)</script>",
            org.talblatt.paper.Actor.program());
    assertThat(get("/impressum").body())
        .contains("<p>Verlag am Platz</p>")
        .doesNotContain("alert(1)", "noch nicht eingetragen");
  }

  @Test
  void aBrowserFindsThePapersMark() throws Exception {
    HttpResponse<String> mark = get("/favicon.svg");
    assertThat(mark.headers().firstValue("Content-Type")).contains("image/svg+xml");
    assertThat(mark.body()).startsWith("<svg");
    assertThat(get("/favicon.ico").headers().firstValue("Location")).contains("/favicon.svg");
  }

  @Test
  void aSharedStoryShowsItsHeadlineAndAddress() throws Exception {
    ArticleId id = publishing.publish(draft("Zum Teilen", null), null, now);
    assertThat(get("/politik/zum-teilen-" + id).body())
        .contains("<meta property=\"og:type\" content=\"article\">")
        .contains("<meta property=\"og:title\" content=\"Zum Teilen\">")
        .contains("content=\"" + paper.url("/politik/zum-teilen-" + id) + "\"");
  }

  private HttpResponse<String> get(String path) throws Exception {
    return http.send(
        HttpRequest.newBuilder(paper.url(path)).build(), HttpResponse.BodyHandlers.ofString());
  }

  private static Draft draft(String headline, @org.jspecify.annotations.Nullable Instant embargo) {
    return draft("politik", headline, embargo);
  }

  private static Draft draft(
      String section, String headline, @org.jspecify.annotations.Nullable Instant embargo) {
    return new Draft(
        section,
        headline,
        "",
        "",
        "",
        "",
        "APA/dpa",
        "Wien",
        ArticleHtml.clean("<p>Text.</p>"),
        "de",
        "",
        null,
        List.of(),
        0,
        DiscussionRules.OPEN,
        embargo);
  }
}
