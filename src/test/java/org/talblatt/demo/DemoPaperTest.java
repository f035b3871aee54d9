package org.talblatt.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.talblatt.article.Article;
import org.talblatt.article.Articles;
import org.talblatt.article.Sections;
import org.talblatt.picture.Rendering;
import org.talblatt.testing.TestPaper;

/** The demo is a paper that one can read and talk in, with everything that a paper can show. */
class DemoPaperTest {
  private static final TestPaper paper = TestPaper.start();
  private final JdbcClient db = paper.door(JdbcClient.class);
  private final HttpClient http = HttpClient.newHttpClient();

  /** Filled at the second attempt: the first is cut off at its very end. */
  @BeforeAll
  static void fill() {
    DemoContent content = DemoContent.read();
    Map<String, Rendering> painted = DemoPaper.paint(content);
    DemoFilling filling = paper.door(DemoFilling.class);
    new TransactionTemplate(paper.door(PlatformTransactionManager.class))
        .executeWithoutResult(
            transaction -> {
              filling.fill(content, painted);
              transaction.setRollbackOnly();
            });
    assertThat(paper.door(Articles.class).count(null)).isZero();
    assertThat(filesIn(paper.settings().data().resolve("pictures"))).isZero();
    filling.fill(content, painted);
  }

  @AfterAll
  static void stop() {
    paper.close();
  }

  @Test
  void aFilledPaperStaysAsItIs() {
    String before = counts();
    paper.door(DemoPaper.class).fill();
    assertThat(counts()).isEqualTo(before);
  }

  @Test
  void fiveSectionsHoldAtLeastTwentyStoriesEachWithItsOwnPicture() throws Exception {
    Articles articles = paper.door(Articles.class);
    assertThat(paper.door(Sections.class).all())
        .hasSize(5)
        .allSatisfy(section -> assertThat(articles.count(section.slug())).isGreaterThan(3));
    List<Article> stories = articles.newest(null, null, 100);
    assertThat(stories).hasSizeGreaterThanOrEqualTo(20);
    assertThat(stories).extracting(Article::credit).contains("APA", "dpa", "APA/dpa");
    assertThat(stories).noneMatch(story -> story.body().html().contains("{"));
    for (Article story : stories) {
      var picture = java.util.Objects.requireNonNull(story.picture());
      assertThat(picture.width()).isEqualTo(1920);
      assertThat(List.of(picture.caption(), picture.credit(), picture.alternative()))
          .noneMatch(String::isBlank);
      assertThat(get(picture.address(320)).statusCode()).isEqualTo(200);
    }
    assertThat(number("select count(distinct sha256) from picture"))
        .isEqualTo(number("select count(*) from picture"));
  }

  @Test
  void theForeignStoryIsQuarrelledUnderInExactlyTwelveComments() throws Exception {
    long id = number("select id from article where credit = 'APA/dpa'");
    List<String> texts = texts(id);
    assertThat(texts).hasSize(12);
    assertThat(number("select published_count from thread where article = " + id)).isEqualTo(12);
    assertThat(number("select count(*) from comment where reply_to is null and article = " + id))
        .isBetween(2L, 10L);
    assertThat(texts).anyMatch(text -> text.startsWith("@N.G….. "));
    assertThat(texts).anyMatch(text -> text.contains("\n🕊️\n"));
    assertThat(texts).anyMatch(text -> text.codePointCount(0, text.length()) == 400);
    assertThat(
            number(
                "select count(*) from mention m join account a on a.id = m.account"
                    + " where a.name = 'N.G.' and m.article = "
                    + id))
        .isPositive();
    assertThat(get("/artikel/" + id).headers().firstValue("Location").orElseThrow()).isNotEmpty();
    assertThat(page(id)).contains("Von: APA/dpa", "12 Kommentare auf „Gespräche über Waffenruhe");
  }

  @Test
  void threadsReachFromNothingToThreeHundredCommentsThatReadLikeAForum() {
    assertThat(number("select max(published_count) from thread")).isEqualTo(300);
    assertThat(
            number(
                "select count(*) from public_article a"
                    + " where not exists (select from comment where article = a.id)"))
        .isPositive();
    long longest = number("select article from thread order by published_count desc limit 1");
    assertThat(texts(longest).stream().distinct()).hasSizeGreaterThanOrEqualTo(180);
    assertThat(number("select count(distinct author) from comment where article = " + longest))
        .isGreaterThan(40);
    assertThat(number("select count(*) from comment where created_at > now()")).isZero();
    assertThat(
            number(
                "select count(*) from comment c join comment p"
                    + " on p.article = c.article and p.number = c.reply_to"
                    + " where c.created_at <= p.created_at"))
        .isZero();
  }

  @Test
  void moderatorsFindARingOfVotes() {
    paper.run("rating-rings-of-a-block");
    assertThat(number("select count(*) from vote_ring")).isEqualTo(1);
    assertThat(number("select count(distinct account) from vote_ring_vote")).isEqualTo(6);
  }

  @Test
  void storedCountsAreThoseOfARecount() {
    assertThat(
            number(
                """
                select count(*) from comment c where c.up <> (select count(*) from vote v
                  where v.article = c.article and v.number = c.number and v.value = 1)
                or c.down <> (select count(*) from vote v
                  where v.article = c.article and v.number = c.number and v.value = -1)
                """))
        .isZero();
    assertThat(number("select count(*) from vote")).isGreaterThan(1000);
  }

  @Test
  void everyStateCanBeSeen() throws Exception {
    assertThat(number("select count(*) from comment where state = 'held'")).isPositive();
    assertThat(number("select count(*) from public_comment where state = 'deleted'")).isPositive();
    assertThat(number("select count(*) from comment where edited_at is not null")).isPositive();
    assertThat(number("select count(*) from article where correction_note <> ''")).isPositive();
    assertThat(number("select count(*) from article where discussion_closes_at < now()"))
        .isPositive();
    assertThat(number("select count(*) from article where published_at > now()")).isPositive();
    long withdrawn = number("select id from article where state = 'withdrawn'");
    assertThat(get("/artikel/" + withdrawn).statusCode()).isEqualTo(410);
  }

  @Test
  void machinesAreToldWhoWroteAStoryAndWhatItsPictureIs() throws Exception {
    long id = number("select id from article where headline like 'St. Veit stimmt%'");
    assertThat(page(id))
        .contains("\"author\":{\"@type\":\"Person\",\"name\":\"Marta Kofler\"}")
        .containsPattern(
            "<meta property=\"og:image\" content=\"http://localhost:[0-9]+/bilder/[0-9]+-16x9-1280.jpg\">")
        .containsPattern(
            "<img src=\"/bilder/[0-9]+-640.jpg\" srcset=\"[^\"]+-1920.jpg 1920w\"[^>]*fetchpriority=\"high\"");
  }

  @Test
  void everyLoginHasANameAndRightsAndTheImprintIsTheDemosOwn() throws Exception {
    assertThat(paper.door(DemoPaper.class).logins())
        .extracting(DemoPaper.Login::email)
        .containsExactly(
            "leserin@example.org",
            "leser@example.org",
            "moderation@example.org",
            "redaktion@example.org",
            "verwaltung@example.org");
    assertThat(number("select count(*) from account_role")).isEqualTo(3);
    assertThat(get("/impressum").body()).contains("eine erfundene Zeitung");
  }

  @Test
  void whatTheProgramLogsLiesInTheDataFolderAsOneObjectALine() throws Exception {
    LoggerFactory.getLogger(DemoPaperTest.class).warn("a line for the log");
    List<String> lines = Files.readAllLines(paper.settings().data().resolve("log/talblatt.json"));
    assertThat(lines)
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line).startsWith("{\"@timestamp\""));
  }

  private String page(long id) throws Exception {
    Matcher address = Pattern.compile("/politik/[a-z-]+-" + id).matcher(get("/politik").body());
    assertThat(address.find()).isTrue();
    return get(address.group()).body();
  }

  private List<String> texts(long article) {
    return db.sql("select text from public_comment where article = ? order by number")
        .param(article)
        .query((row, n) -> row.getString(1))
        .list();
  }

  private String counts() {
    return db.sql(
            """
            select concat_ws('/', (select count(*) from article), (select count(*) from comment),
              (select count(*) from vote), (select count(*) from account),
              (select count(*) from picture), (select count(*) from section))
            """)
        .query(String.class)
        .single();
  }

  private long number(String sql) {
    return db.sql(sql).query(Long.class).single();
  }

  private HttpResponse<String> get(String path) throws Exception {
    return http.send(
        HttpRequest.newBuilder(paper.url(path)).build(), HttpResponse.BodyHandlers.ofString());
  }

  private static long filesIn(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).count();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
