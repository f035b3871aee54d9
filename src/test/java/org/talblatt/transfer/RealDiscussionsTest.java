package org.talblatt.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.talblatt.base.ArticleId;
import org.talblatt.base.CommentId;
import org.talblatt.base.Failure;
import org.talblatt.base.Links;
import org.talblatt.discussion.Discussion;
import org.talblatt.discussion.ThreadOrder;
import org.talblatt.discussion.Vote;
import org.talblatt.identity.Reader;
import org.talblatt.testing.Samples;
import org.talblatt.testing.TestArticles;
import org.talblatt.testing.TestBrowser;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The 24 real discussions that the One Million Posts corpus has in full, taken over by the importer
 * and read back page by page: every comment exactly once, where it belongs.
 */
class RealDiscussionsTest {
  private static final List<Vote> VOTES = List.of(Vote.UP, Vote.DOWN, Vote.NONE);
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Map<ArticleId, ExpectedOrder> EXPECTED = new HashMap<>();
  private static final Map<ArticleId, String> PATHS = new HashMap<>();

  private static @Nullable TestPaper paper;

  @BeforeAll
  static void takeOver() throws Exception {
    Path folder = Samples.folder("data/omp");
    Map<Long, List<Omp.Post>> discussions = Omp.discussions(folder);
    paper = TestPaper.start();
    List<String> lines = new ArrayList<>();
    Map<Long, ArticleId> articles = new TreeMap<>();
    discussions.forEach(
        (key, posts) -> {
          String headline = "Aus dem Korpus " + key;
          articles.put(key, TestArticles.publish(paper(), headline));
          posts.forEach(post -> lines.add(post.line(headline)));
        });
    Imports.Heard heard = Imports.take(paper(), "omp", lines);
    assertThat(heard.said()).isEmpty();
    assertThat(heard.sum().taken()).isEqualTo(lines.size()).isEqualTo(8457);
    assertThat(articles).hasSize(24);
    articles.forEach(
        (key, article) ->
            EXPECTED.put(article, new ExpectedOrder(Objects.requireNonNull(discussions.get(key)))));
    TestBrowser anybody = new TestBrowser(paper());
    EXPECTED
        .keySet()
        .forEach(
            article -> {
              String location =
                  anybody
                      .get(Links.article(article))
                      .headers()
                      .firstValue("Location")
                      .orElseThrow();
              PATHS.put(article, location.replaceFirst("^https?://[^/]+", ""));
            });
  }

  @AfterAll
  static void stop() {
    if (paper != null) {
      paper.close();
    }
  }

  @Test
  void countsEqualARecountAndEachCommentIsWhatItWas() throws Exception {
    EXPECTED.forEach(
        (article, expected) -> {
          assertThat(Imports.miscounted(paper(), article)).isEmpty();
          Map<String, String> names = new HashMap<>();
          for (JsonNode item : items(article, ThreadOrder.OLDEST, 100)) {
            Omp.Post post = expected.post(item.path("number").asInt());
            assertThat(item.path("votes").isNull())
                .as("a line has no votes")
                .isEqualTo(post.removed());
            assertThat(OffsetDateTime.parse(item.path("createdAt").asString()).toInstant())
                .isEqualTo(post.at().truncatedTo(ChronoUnit.SECONDS));
            if (!post.removed()) {
              assertThat(item.path("votes").path("up").asInt()).isEqualTo(post.up());
              assertThat(item.path("votes").path("down").asInt()).isEqualTo(post.down());
              assertThat(item.path("text").asString()).isNotBlank();
              String name = item.path("author").path("name").asString();
              assertThat(names.computeIfAbsent(post.user(), user -> name)).isEqualTo(name);
            }
          }
          assertThat(names.values()).doesNotHaveDuplicates();
        });
  }

  @Test
  void pageByPageEveryCommentIsReadOnceAndInItsPlaceInEachOrder() throws Exception {
    each(
        (article, expected) -> {
          assertThat(pages(article, ThreadOrder.NEWEST)).isEqualTo(expected.newest());
          assertThat(pages(article, ThreadOrder.OLDEST)).isEqualTo(expected.oldest());
          assertThat(pages(article, ThreadOrder.BEST)).isEqualTo(expected.best());
          assertThat(pages(article, ThreadOrder.DISCUSSED)).isEqualTo(expected.discussed());
        });
  }

  @Test
  void soItIsByTheApiWhateverThePagesSize() throws Exception {
    int[] limit = {7};
    for (ArticleId article : EXPECTED.keySet()) {
      ExpectedOrder expected = expected(article);
      limit[0] = 20 + (limit[0] + 13) % 80;
      assertThat(api(article, ThreadOrder.NEWEST, limit[0])).isEqualTo(expected.newest());
      assertThat(api(article, ThreadOrder.OLDEST, limit[0])).isEqualTo(expected.oldest());
      assertThat(api(article, ThreadOrder.BEST, limit[0])).isEqualTo(expected.best());
      assertThat(api(article, ThreadOrder.DISCUSSED, limit[0])).isEqualTo(expected.discussed());
    }
  }

  @Test
  void whileOthersVoteNothingIsReadTwiceOrNeverAndBranchesStayTogether() throws Exception {
    List<ArticleId> busiest =
        EXPECTED.keySet().stream()
            .sorted(
                (a, b) -> Integer.compare(expected(b).newest().size(), expected(a).newest().size()))
            .limit(3)
            .toList();
    for (ArticleId article : busiest) {
      whileVoting(
          article,
          () -> {
            ExpectedOrder expected = expected(article);
            assertThat(pages(article, ThreadOrder.NEWEST)).isEqualTo(expected.newest());
            assertThat(api(article, ThreadOrder.OLDEST, 40)).isEqualTo(expected.oldest());
            for (ThreadOrder order : List.of(ThreadOrder.BEST, ThreadOrder.DISCUSSED)) {
              assertWhole(expected, pages(article, order));
              assertWhole(expected, api(article, order, 40));
            }
          });
      assertThat(Imports.miscounted(paper(), article)).isEmpty();
    }
  }

  /** Whatever the order of the roots: all of it, each once, and each branch as it always is. */
  private static void assertWhole(ExpectedOrder expected, List<Integer> read) {
    assertThat(read).doesNotHaveDuplicates().hasSameElementsAs(expected.oldest());
    assertThat(branches(expected, read)).hasSameElementsAs(branches(expected, expected.oldest()));
  }

  private static List<List<Integer>> branches(ExpectedOrder expected, List<Integer> read) {
    List<List<Integer>> branches = new ArrayList<>();
    for (int number : read) {
      if (expected.post(number).parent() == null) {
        branches.add(new ArrayList<>());
      }
      branches.getLast().add(number);
    }
    return branches;
  }

  /** Four readers vote all over the discussion, each as fast as the program lets them. */
  private static void whileVoting(ArticleId article, Runnable reading) throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    AtomicInteger votes = new AtomicInteger();
    List<Integer> numbers = expected(article).oldest();
    try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> voters = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        Reader voter = voter(article, i);
        Random random = new Random(article.value() * 31 + i);
        voters.add(
            crowd.submit(
                () -> {
                  Set<Integer> touched = new HashSet<>();
                  while (!over.get()) {
                    int number = numbers.get(random.nextInt(numbers.size()));
                    vote(voter, article, number, VOTES.get(random.nextInt(3)));
                    touched.add(number);
                    votes.incrementAndGet();
                  }
                  // the other tests read the votes of the corpus
                  touched.forEach(number -> vote(voter, article, number, Vote.NONE));
                }));
      }
      try {
        reading.run();
      } finally {
        over.set(true);
      }
      for (Future<?> voter : voters) {
        voter.get();
      }
    }
    assertThat(votes.get()).as("votes given meanwhile").isGreaterThan(10);
  }

  private static Reader voter(ArticleId article, int i) {
    return TestReaders.create(paper(), "Stimme " + article + " " + i);
  }

  private static void vote(Reader voter, ArticleId article, int number, Vote vote) {
    try {
      paper()
          .door(Discussion.class)
          .vote(voter, new CommentId(article, number), vote, Instant.parse("2026-11-24T12:00:00Z"));
    } catch (Failure aLineOfSomethingRemoved) {
      assertThat(aLineOfSomethingRemoved.kind()).isEqualTo(Failure.Kind.NOT_FOUND);
    }
  }

  private interface Check {
    void of(ArticleId article, ExpectedOrder expected) throws Exception;
  }

  private static void each(Check check) throws Exception {
    for (Map.Entry<ArticleId, ExpectedOrder> entry : EXPECTED.entrySet()) {
      check.of(entry.getKey(), entry.getValue());
    }
  }

  /** The comments' numbers as a reader meets them who goes on by the page's own link. */
  private static List<Integer> pages(ArticleId article, ThreadOrder order) {
    TestBrowser anybody = new TestBrowser(paper());
    String query = order == ThreadOrder.NEWEST ? "" : "?sortierung=" + order.slug();
    String address = PATHS.get(article) + query;
    List<Integer> read = new ArrayList<>();
    while (!address.isEmpty()) {
      HttpResponse<String> answer = anybody.get(address.replaceFirst("#.*", ""));
      assertThat(answer.statusCode()).as(address).isEqualTo(200);
      Document page = Jsoup.parse(answer.body());
      List<Integer> here =
          page.select(".talk-comments article[id^=kommentar-]").eachAttr("data-number").stream()
              .map(Integer::valueOf)
              .toList();
      assertThat(here).as("comments on " + address).hasSizeBetween(1, 50);
      read.addAll(here);
      Element next = page.selectFirst(".talk-pages a[rel=next]");
      address = next == null ? "" : next.attr("href");
    }
    return read;
  }

  private static List<Integer> api(ArticleId article, ThreadOrder order, int limit) {
    return items(article, order, limit).stream().map(item -> item.path("number").asInt()).toList();
  }

  private static List<JsonNode> items(ArticleId article, ThreadOrder order, int limit) {
    TestBrowser program = new TestBrowser(paper());
    String list =
        "/api/v1/articles/" + article + "/comments?sort=" + order.apiName() + "&limit=" + limit;
    List<JsonNode> items = new ArrayList<>();
    String cursor = "";
    while (cursor != null) {
      HttpResponse<String> answer = program.get(list + cursor);
      assertThat(answer.statusCode()).as(list + cursor).isEqualTo(200);
      JsonNode page = JSON.readTree(answer.body());
      page.path("items").forEach(items::add);
      cursor = page.path("next").isNull() ? null : "&cursor=" + page.path("next").asString();
    }
    return items;
  }

  private static ExpectedOrder expected(ArticleId article) {
    return Objects.requireNonNull(EXPECTED.get(article));
  }

  private static TestPaper paper() {
    return Objects.requireNonNull(paper);
  }
}
