package org.talblatt.desk.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.talblatt.article.Section;
import org.talblatt.article.Sections;
import org.talblatt.base.ArticleId;
import org.talblatt.desk.Deliveries;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Role;
import org.talblatt.testing.TestBrowser;
import org.talblatt.testing.TestDatabase;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;
import org.talblatt.testing.Wait;

/** An embargo lies under everything, and a plan is met by the clock, on every node. */
class EmbargoTest {
  private static final TestPaper paper = TestPaper.start(TestDatabase.create());
  private static final Reader ANNA = TestReaders.create(paper, "Anna Amort", Role.EDITOR);
  private static final String WORD = "Geheimnisverrat";
  private final TestBrowser anna = TestBrowser.as(paper, ANNA);
  private final TestBrowser outside = new TestBrowser(paper);

  @BeforeAll
  static void sections() {
    paper.door(Sections.class).put(new Section("politik", "Politik", 1, "de"));
  }

  @AfterAll
  static void stop() {
    paper.close();
  }

  @Test
  void beforeItsEndNoAddressKnowsOfIt() {
    String path = begin();
    ArticleId id = id(path);
    String end = local(Instant.now().plus(Duration.ofDays(1)));
    anna.post(path + "/text", "basis", "1", "ueberschrift", WORD, "text", "Text.");
    publish(path, "sperrfrist", end);
    Document editor = Jsoup.parse(anna.get(path).body());
    assertThat(editor.select(".editor-state").text()).isEqualTo("Geplant");
    anna.post(path + "/vorschaulinks");
    String link = Jsoup.parse(anna.get(path).body()).select(".editor-links a").attr("href");
    String preview = link.substring(link.indexOf("/vorschau/"));
    for (String address :
        List.of(
            "/",
            "/politik",
            "/feed",
            "/politik/feed",
            "/sitemap.xml",
            "/sitemap-news.xml",
            "/suche?worte=" + WORD,
            "/artikel/" + id,
            "/politik/geheimnisverrat-" + id,
            "/api/v1/articles",
            "/api/v1/articles/" + id,
            preview)) {
      HttpResponse<String> answer = outside.get(address);
      assertThat(answer.body()).as(address).doesNotContain(WORD).doesNotContain("geheimnisverrat");
    }
    assertThat(outside.get(preview).statusCode()).isEqualTo(404);
    assertThat(outside.get("/api/v1/articles/" + id).statusCode()).isEqualTo(404);
    // the newsroom works on it like on any other
    assertThat(anna.get(path + "/vorschau").body()).contains(WORD);
    publish(path, "/text", "sperrfrist", end, "vorspann", "Noch ein Satz.");
    assertThat(anna.get(path + "/vorschau").body()).contains("Noch ein Satz.");
  }

  @Test
  void aPreviewLinkOpensADraftUntilItIsEnded() {
    String path = begin();
    publish(path, "/text");
    anna.post(path + "/vorschaulinks");
    Document editor = Jsoup.parse(anna.get(path).body());
    String link = editor.select(".editor-links a").attr("href");
    String preview = link.substring(link.indexOf("/vorschau/"));
    HttpResponse<String> seen = outside.get(preview);
    assertThat(seen.body()).contains("Am Markt");
    assertThat(seen.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
    assertThat(seen.headers().firstValue("X-Robots-Tag").orElseThrow()).contains("noindex");
    char last = preview.charAt(preview.length() - 1);
    String guessed = preview.substring(0, preview.length() - 1) + (last == '0' ? '1' : '0');
    assertThat(outside.get(guessed).statusCode()).isEqualTo(404);
    anna.post(editor.select(".editor-links form").attr("action"));
    assertThat(outside.get(preview).statusCode()).isEqualTo(404);
  }

  @Test
  void anAgencysEmbargoIsMadeLongerHereAndNeverShorter() {
    String path = begin();
    publish(path, "/text");
    Instant theirs = Instant.now().plus(Duration.ofDays(2)).truncatedTo(ChronoUnit.MINUTES);
    agency(id(path), theirs);
    assertThat(answer(path, "/veroeffentlichung").statusCode()).isEqualTo(422);
    HttpResponse<String> shorter =
        answer(path, "/veroeffentlichung", "sperrfrist", local(theirs.minusSeconds(3600)));
    assertThat(shorter.statusCode()).isEqualTo(422);
    assertThat(Jsoup.parse(shorter.body()).select("#sperrfrist-problem").text())
        .contains("Die Agentur sperrt");
    publish(path, "sperrfrist", local(theirs.plusSeconds(3600)));
  }

  @Test
  void anEmbargoDoesNotHideWhatIsOut() {
    String path = begin();
    publish(path);
    HttpResponse<String> late =
        answer(path, "/text", "sperrfrist", local(Instant.now().plus(Duration.ofDays(1))));
    assertThat(late.statusCode()).isEqualTo(422);
    assertThat(outside.get("/artikel/" + id(path)).statusCode()).isEqualTo(301);
  }

  @Test
  void neitherMergingNorAnEarlierVersionGoesBelowIt() {
    String path = begin();
    publish(path);
    ArticleId id = id(path);
    String item = "/redaktion/eingang/" + embargoed(Instant.now().plus(Duration.ofDays(1)));
    HttpResponse<String> early =
        anna.post(item + "/zusammenfuehrung", "beitrag", id + ":2", "absatz", "0");
    assertThat(early.statusCode()).isEqualTo(422);
    assertThat(Jsoup.parse(early.body()).text()).contains("Die Agentur sperrt diese Meldung noch");
    assertThat(anna.post(item + "/zusammenfuehrung", "beitrag", id + ":2").statusCode())
        .as("its credit alone tells nothing")
        .isEqualTo(303);
    String planned = begin();
    String end = local(Instant.now().plus(Duration.ofDays(1)));
    publish(planned, "/text", "vorspann", "Ohne Sperrfrist.");
    publish(planned, "sperrfrist", end);
    String stand = Jsoup.parse(anna.get(planned).body()).select("[name=basis]").val();
    HttpResponse<String> back =
        anna.post(planned + "/fassungen/2/wiederherstellung", "stand", stand);
    assertThat(back.statusCode()).isEqualTo(303);
    assertThat(anna.get(planned + "/vorschau").body()).contains("Ohne Sperrfrist.");
    assertThat(outside.get("/artikel/" + id(planned)).statusCode()).isEqualTo(404);
  }

  @Test
  void aPlanIsMetOnAllNodesAtOnceAlsoAfterARestartAndNothingRunsTwice() throws Exception {
    String path = begin();
    try (TestPaper node = TestPaper.start(paper.database())) {
      TestPaper gone = TestPaper.start(paper.database());
      TestBrowser planner = TestBrowser.as(gone, ANNA);
      planner.get(path);
      Instant out = Instant.now().plusSeconds(10).truncatedTo(ChronoUnit.SECONDS);
      planner.post(
          path + "/termin",
          "basis",
          "1",
          "ueberschrift",
          "Nach Plan",
          "text",
          "Text.",
          "erscheint",
          local(out));
      gone.close();
      TestBrowser there = new TestBrowser(node);
      String address = "/politik/nach-plan-" + id(path);
      assertThat(Instant.now()).isBefore(out);
      for (TestBrowser each : List.of(outside, there)) {
        assertThat(each.get(address).statusCode()).isEqualTo(404);
        assertThat(each.get("/politik").body()).doesNotContain(address);
      }
      for (TestBrowser each : List.of(outside, there)) {
        Wait.until(
            Duration.between(Instant.now(), out.plusSeconds(2)),
            () ->
                each.get("/politik").body().contains(address)
                    && each.get(address).statusCode() == 200);
      }
    }
    assertThat(stepsOf(id(path))).isEqualTo(1);
  }

  private static int stepsOf(ArticleId article) {
    return paper
        .door(JdbcClient.class)
        .sql("select count(*) from article_step where article = ? and step <> 'created'")
        .param(article.value())
        .query(Integer.class)
        .single();
  }

  private String begin() {
    return anna.post("/redaktion/artikel", "ressort", "politik")
        .headers()
        .firstValue("Location")
        .orElseThrow();
  }

  private void publish(String path, String... changed) {
    boolean act = changed.length % 2 == 1;
    String[] fields = act ? java.util.Arrays.copyOfRange(changed, 1, changed.length) : changed;
    HttpResponse<String> answer = answer(path, act ? changed[0] : "/veroeffentlichung", fields);
    assertThat(answer.statusCode())
        .as(Jsoup.parse(answer.body()).select("main .desk-problem").text())
        .isEqualTo(303);
  }

  private HttpResponse<String> answer(String path, String act, String... changed) {
    Document editor = Jsoup.parse(anna.get(path).body());
    String headline = editor.select("#ueberschrift").val();
    String[] fields = java.util.Arrays.copyOf(changed, changed.length + 6);
    fields[changed.length] = "basis";
    fields[changed.length + 1] = editor.select("[name=basis]").val();
    fields[changed.length + 2] = "ueberschrift";
    fields[changed.length + 3] = headline.isEmpty() ? "Am Markt" : headline;
    fields[changed.length + 4] = "text";
    fields[changed.length + 5] = "Text.";
    return anna.post(path + act, fields);
  }

  private static ArticleId id(String path) {
    return new ArticleId(Long.parseLong(path.substring(path.lastIndexOf('/') + 1)));
  }

  private static String local(Instant moment) {
    return LocalDateTime.ofInstant(moment, paper.settings().zone())
        .truncatedTo(ChronoUnit.SECONDS)
        .toString();
  }

  /** As if the article had been made of an item that the agency holds back. */
  private static void agency(ArticleId article, Instant embargo) {
    paper
        .door(JdbcClient.class)
        .sql(
            """
            insert into desk_wire_article (wire_item, article, article_version, unread)
            values (?, ?, 1, false)
            """)
        .params(embargoed(embargo), article.value())
        .update();
  }

  /** Another item each time. */
  private static long embargoed(Instant embargo) {
    byte[] file =
        sample()
            .replaceFirst("\"embargoed\"\\s*:\\s*[^,]+,", "\"embargoed\":\"" + embargo + "\",")
            .replaceFirst("\"urn\"\\s*:\\s*\"", "$0" + embargo.toEpochMilli())
            .getBytes(StandardCharsets.UTF_8);
    return paper
        .door(Deliveries.class)
        .deliver(file, "x", null, false)
        .items()
        .getFirst()
        .entry()
        .id()
        .value();
  }

  private static String sample() {
    try (InputStream in = EmbargoTest.class.getResourceAsStream("/wire/digitalwires.json")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
