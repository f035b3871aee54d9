package org.talblatt.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.talblatt.base.ArticleId;
import org.talblatt.base.CommentId;
import org.talblatt.base.Links;
import org.talblatt.discussion.Discussion;
import org.talblatt.discussion.ThreadOrder;
import org.talblatt.identity.Reader;
import org.talblatt.testing.GreatThread;
import org.talblatt.testing.Statements;
import org.talblatt.testing.TestArticles;
import org.talblatt.testing.TestBrowser;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;
import org.talblatt.transfer.CommentImport;

/**
 * A discussion of 15,000 comments, 106 deep: a page of it costs what a page of any other costs.
 * {@code bench/great-thread} says how long that is; here is what it depends on.
 */
class GreatThreadTest {
  private static final TestPaper paper = TestPaper.start();
  private static final Reader anna = TestReaders.create(paper, "Anna");
  private static final List<GreatThread.Said> SAID = GreatThread.make(GreatThread.COMMENTS);
  private static final ArticleId great = TestArticles.publish(paper, "Der große Streit");
  private static final ArticleId small = TestArticles.publish(paper, "Der kleine Streit");

  private final TestBrowser anybody = new TestBrowser(paper);

  @BeforeAll
  static void argue() throws IOException {
    StringBuilder file = new StringBuilder();
    GreatThread.print("Der große Streit", line -> file.append(line).append('\n'));
    List<String> refused = new ArrayList<>();
    paper
        .door(CommentImport.class)
        .run(
            new ByteArrayInputStream(file.toString().getBytes(StandardCharsets.UTF_8)),
            "great",
            false,
            new CommentImport.Listener() {
              @Override
              public void refused(
                  long line,
                  @org.jspecify.annotations.Nullable String id,
                  org.talblatt.base.Failure why) {
                refused.add(line + " " + why);
              }

              @Override
              public void renamed(long line, String before, String now) {
                refused.add(line + " " + before + " " + now);
              }

              @Override
              public void done(long bytes, long lines) {
                // nobody watches
              }
            });
    assertThat(refused).isEmpty();
    for (int i = 0; i < 130; i++) {
      post(small, "Nummer " + i);
    }
    paper.door(JdbcClient.class).sql("analyze").update();
  }

  @AfterAll
  static void stop() {
    paper.close();
  }

  @Test
  void itIsAsBigAndAsDeepAsItIsSaidToBe() {
    assertThat(SAID).hasSize(15_000);
    assertThat(SAID.stream().mapToInt(GreatThread.Said::depth).max()).hasValue(106);
    assertThat(SAID.stream().filter(said -> said.parent() == 0).count()).isBetween(9_000L, 10_500L);
    assertThat(
            paper
                .door(JdbcClient.class)
                .sql("select max(depth) from comment where article = ?")
                .param(great.value())
                .query(Integer.class)
                .single())
        .isEqualTo(106);
  }

  @Test
  void aPageTakesTheSameFewStatementsAsThatOfASmallThread() {
    for (String query : List.of("", "?sortierung=aelteste")) {
      anybody.get(path(great) + query);
      anybody.get(path(small) + query);
    }
    List<String> last =
        Statements.during(paper, () -> anybody.get(path(great) + "?seite=250&sortierung=aelteste"));
    List<String> ofSmall =
        Statements.during(paper, () -> anybody.get(path(small) + "?seite=2&sortierung=aelteste"));
    assertThat(ofSmall).hasSizeLessThanOrEqualTo(7);
    assertThat(last).as("the shape of a long thread is remembered").hasSizeLessThan(ofSmall.size());
    List<String> permalink =
        Statements.during(paper, () -> anybody.get(Links.comment(new CommentId(great, deepest()))));
    assertThat(permalink).hasSizeLessThanOrEqualTo(4);
    post(great, "Auch noch etwas");
    assertThat(Statements.during(paper, () -> anybody.get(path(great))))
        .as("after a new comment the shape of the thread is read once more")
        .hasSizeLessThanOrEqualTo(8);
  }

  @Test
  void noStatementReadsAnotherArticlesComments() throws SQLException {
    List<String> heard = new ArrayList<>();
    post(great, "Neues");
    for (ThreadOrder order : ThreadOrder.values()) {
      String query = order == ThreadOrder.NEWEST ? "" : "?sortierung=" + order.slug();
      heard.addAll(Statements.during(paper, () -> anybody.get(path(great) + query)));
    }
    heard.addAll(
        Statements.during(
            paper, () -> anybody.get(Links.comment(new CommentId(great, deepest())))));
    TestBrowser asAnna = TestBrowser.as(paper, anna);
    heard.addAll(Statements.during(paper, () -> asAnna.get("/ich/artikel/" + great)));
    List<String> reading =
        heard.stream().distinct().filter(sql -> sql.matches("(?is)\\s*(select|with).*")).toList();
    assertThat(reading).hasSizeGreaterThan(5);
    for (String sql : reading) {
      assertThat(plan(sql))
          .as(sql)
          .doesNotContainPattern("Seq Scan on (comment|vote|mention|thread)");
    }
  }

  /** Whatever the values, and whatever is said of them: as for a thread among very many. */
  private static String plan(String sql) throws SQLException {
    int[] parameter = {0};
    String numbered =
        sql.chars()
            .mapToObj(c -> c == '?' ? "$" + ++parameter[0] : Character.toString(c))
            .collect(Collectors.joining());
    String nulls =
        IntStream.range(0, parameter[0]).mapToObj(i -> "null").collect(Collectors.joining(", "));
    try (Connection connection =
            DriverManager.getConnection(
                paper.database().jdbcUrl(), paper.database().user(), paper.database().password());
        Statement statement = connection.createStatement()) {
      statement.execute("set plan_cache_mode = force_generic_plan");
      statement.execute("set enable_seqscan = off");
      statement.execute("prepare heard as " + numbered);
      List<String> lines = new ArrayList<>();
      try (ResultSet plan =
          statement.executeQuery(
              "explain execute heard" + (nulls.isEmpty() ? "" : "(" + nulls + ")"))) {
        while (plan.next()) {
          lines.add(plan.getString(1));
        }
      }
      return String.join("\n", lines);
    }
  }

  @Test
  void aPageHasAtMostFiftyCommentsAnd120KilobytesOfThem() {
    int frame = bytes(anybody.get(path(TestArticles.publish(paper, "Ohne Streit"))).body());
    for (ThreadOrder order : ThreadOrder.values()) {
      String query = "?sortierung=" + order.slug();
      int pages = Integer.parseInt(lastPage(order == ThreadOrder.NEWEST ? "" : query));
      assertThat(pages).isGreaterThanOrEqualTo(300);
      for (int number : new int[] {1, 2, 17, 100, 200, pages - 1, pages}) {
        HttpResponse<String> answer = follow(path(great) + query + "&seite=" + number);
        Document page = Jsoup.parse(answer.body());
        assertThat(page.select("article.comment")).hasSizeBetween(1, 50);
        assertThat(bytes(answer.body()))
            .as("bytes of page %s %s", number, order)
            .isLessThanOrEqualTo(120_000 + frame);
      }
    }
  }

  @Test
  void thePermalinkOfTheDeepestCommentOpensItsPageAtItsPlace() {
    HttpResponse<String> link = anybody.get(Links.comment(new CommentId(great, deepest())));
    assertThat(link.statusCode()).isEqualTo(302);
    assertThat(link.headers().firstValue("Location").orElseThrow())
        .endsWith("#kommentar-" + deepest());
    Document page = Jsoup.parse(anybody.follow(link).body());
    var comment = page.selectFirst("#kommentar-" + deepest());
    assertThat(comment).isNotNull();
    assertThat(page.select("#kommentar-" + deepest()).hasClass("depth-4")).as("flat").isTrue();
    assertThat(page.select("#kommentar-" + deepest() + " .comment-parent").text())
        .contains("#" + SAID.get(deepest() - 1).parent());
  }

  private static int deepest() {
    return SAID.stream()
        .max(Comparator.comparingInt(GreatThread.Said::depth))
        .orElseThrow()
        .number();
  }

  private String lastPage(String query) {
    Document page = Jsoup.parse(follow(path(great) + query).body());
    String of = page.select(".talk-pages span").text();
    return of.replaceFirst(".*?([0-9]+)[^0-9]*$", "$1");
  }

  private HttpResponse<String> follow(String address) {
    HttpResponse<String> answer = anybody.get(address);
    while (answer.statusCode() / 100 == 3) {
      answer = anybody.follow(answer);
    }
    assertThat(answer.statusCode()).as(address).isEqualTo(200);
    return answer;
  }

  private String path(ArticleId article) {
    return anybody
        .get(Links.article(article))
        .headers()
        .firstValue("Location")
        .orElseThrow()
        .replaceFirst("^https?://[^/]+", "");
  }

  private static int bytes(String page) {
    return page.getBytes(StandardCharsets.UTF_8).length;
  }

  private static void post(ArticleId article, String text) {
    paper
        .door(Discussion.class)
        .post(anna, article, text, UUID.randomUUID(), Clock.systemUTC().instant());
  }
}
