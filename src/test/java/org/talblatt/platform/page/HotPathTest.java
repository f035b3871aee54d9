package org.talblatt.platform.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.talblatt.platform.page.TestFront.header;

import com.zaxxer.hikari.HikariDataSource;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.talblatt.Application;
import org.talblatt.article.Article;
import org.talblatt.article.Articles;
import org.talblatt.article.DiscussionRules;
import org.talblatt.article.Draft;
import org.talblatt.article.Publishing;
import org.talblatt.article.Section;
import org.talblatt.article.Sections;
import org.talblatt.base.ArticleId;
import org.talblatt.base.CommentId;
import org.talblatt.discussion.Discussion;
import org.talblatt.discussion.Vote;
import org.talblatt.identity.Reader;
import org.talblatt.paper.Actor;
import org.talblatt.paper.Paper;
import org.talblatt.paper.Papers;
import org.talblatt.testing.Eventually;
import org.talblatt.testing.TestArticles;
import org.talblatt.testing.TestBrowser;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;

/** The hot path in the whole program, on two nodes. */
class HotPathTest {
  private static final TestPaper paper = TestPaper.start();
  private static final TestPaper second = TestPaper.start(paper.database());

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Publishing publishing = paper.door(Publishing.class);
  private final PageCounts counts = paper.door(PageCounts.class);

  @BeforeAll
  static void sections() {
    paper.door(Sections.class).put(new Section("politik", "Politik", 1, "de"));
  }

  @AfterAll
  static void stop() {
    second.close();
    paper.close();
  }

  @Test
  void aHitNeedsNoDatabaseNotEvenForALoggedInReader() throws Exception {
    String path = publish("Ohne Datenbank");
    TestBrowser reader = TestBrowser.as(paper, TestReaders.create(paper, "Ohne Datenbank"));
    String anybodys = get(paper, path).body();
    HikariDataSource pool = paper.door(HikariDataSource.class);
    List<Connection> all = new ArrayList<>();
    try {
      for (int i = 0; i < pool.getMaximumPoolSize(); i++) {
        all.add(pool.getConnection());
      }
      long hits = counts.hits.sum();
      assertThat(get(paper, path).body()).isEqualTo(anybodys);
      HttpResponse<String> readers = reader.get(path);
      assertThat(readers.body()).isEqualTo(anybodys);
      assertThat(readers.headers().firstValue("Set-Cookie")).isEmpty();
      assertThat(reader.get(path + "?utm_source=x").body()).isEqualTo(anybodys);
      assertThat(counts.hits.sum()).isEqualTo(hits + 3);
    } finally {
      for (Connection connection : all) {
        connection.close();
      }
    }
  }

  @Test
  void aHitIsNotKeptWaitingByThoseWhoWaitForTheDatabase() throws Exception {
    String path = publish("Trotzdem da");
    get(paper, path);
    HikariDataSource pool = paper.door(HikariDataSource.class);
    List<Connection> all = new ArrayList<>();
    List<CompletableFuture<HttpResponse<String>>> stuck = new ArrayList<>();
    try {
      for (int i = 0; i < pool.getMaximumPoolSize(); i++) {
        all.add(pool.getConnection());
      }
      long waits = counts.waits.sum();
      for (int i = 0; i < 300; i++) {
        stuck.add(
            http.sendAsync(
                HttpRequest.newBuilder(paper.url("/politik/gibt-es-nicht-999998")).build(),
                HttpResponse.BodyHandlers.ofString()));
      }
      Eventually.until("all wait", () -> counts.waits.sum() == waits + 299);
      HttpResponse<String> hit =
          http.sendAsync(
                  HttpRequest.newBuilder(paper.url(path)).build(),
                  HttpResponse.BodyHandlers.ofString())
              .get(10, TimeUnit.SECONDS);
      assertThat(hit.body()).contains("Trotzdem da");
    } finally {
      for (Connection connection : all) {
        connection.close();
      }
    }
    for (CompletableFuture<HttpResponse<String>> answer : stuck) {
      assertThat(answer.get().statusCode()).isEqualTo(404);
    }
  }

  @Test
  void aTaskBesideThePaperChangesItsPages() throws Exception {
    assertThat(get(paper, "/").body()).doesNotContain("Aus einem Befehl");
    try (ConfigurableApplicationContext task =
        Application.startWithoutServer(paper.settings(), paper.database())) {
      task.getBean(Publishing.class).publish(draft("Aus einem Befehl"), null, now());
    }
    Eventually.until("it is there", () -> get(paper, "/").body().contains("Aus einem Befehl"));
  }

  @Test
  void aChangeIsOnThePageBeforeItsDoorReturnsAndOnOtherNodesWithinMoments() throws Exception {
    ArticleId id = publishing.publish(draft("Alter Stand"), null, now());
    Article before = paper.door(Articles.class).published(id).orElseThrow();
    assertThat(get(paper, before.path()).body()).contains("Alter Stand");
    assertThat(get(second, before.path()).body()).contains("Alter Stand");
    assertThat(get(second, "/").body()).contains("Alter Stand");

    publishing.correct(id, before.version(), draft("Neuer Stand"), null);
    assertThat(get(paper, before.path()).statusCode()).isEqualTo(301);
    assertThat(get(paper, "/").body()).contains("Neuer Stand").doesNotContain("Alter Stand");
    Eventually.until("home", () -> get(second, "/").body().contains("Neuer Stand"));
    Eventually.until("article", () -> get(second, before.path()).statusCode() == 301);
  }

  @Test
  void aWriterFindsTheOwnWriteOnANodeThatHasNotHeardOfIt() throws Exception {
    try (TestPaper deaf = TestPaper.start(paper.database())) {
      deaf.door(PurgeListener.class).close();
      ArticleId id = publishing.publish(draft("Wird besprochen"), null, now());
      String path = paper.door(Articles.class).published(id).orElseThrow().path();
      assertThat(get(deaf, path).body()).doesNotContain("Mein eigener Satz");

      TestBrowser writer = TestBrowser.as(paper, TestReaders.create(paper, "Schreiberin"));
      HttpResponse<String> written =
          writer.post("/artikel/" + id + "/kommentare", "text", "Mein eigener Satz");
      assertThat(written.statusCode()).isEqualTo(303);
      assertThat(written.headers().allValues("Set-Cookie"))
          .anySatisfy(
              cookie ->
                  assertThat(cookie)
                      .startsWith("stand=" + id + ":")
                      .contains("Max-Age=30", "HttpOnly", "SameSite=Lax"));

      assertThat(get(deaf, path).body()).doesNotContain("Mein eigener Satz");
      String stand = "stand=" + writer.cookies().get("stand");
      assertThat(get(deaf, path, "Cookie", stand).body()).contains("Mein eigener Satz");
      assertThat(get(deaf, path).body()).contains("Mein eigener Satz");
      assertThat(get(paper, path).body()).contains("Mein eigener Satz");
    }
  }

  @Test
  void aVoteIsPrintedWithinASecondAndOften() throws Exception {
    ArticleId id = publishing.publish(draft("Wird bewertet"), null, now());
    String path = paper.door(Articles.class).published(id).orElseThrow().path();
    Reader author = TestReaders.create(paper, "Wird bewertet");
    Discussion discussion = paper.door(Discussion.class);
    CommentId comment =
        discussion.post(author, id, "Ein Satz", UUID.randomUUID(), now()).comment().id();
    List<Reader> voters =
        IntStream.range(0, 5).mapToObj(i -> TestReaders.create(paper, "Wählerin " + i)).toList();
    get(paper, path);
    get(second, path);
    long renders = counts.renders.sum();
    long start = System.nanoTime();
    for (Reader voter : voters) {
      discussion.vote(voter, comment, Vote.UP, now());
      get(paper, path);
    }
    long voted = System.nanoTime();
    Eventually.until("all are printed", () -> printedVotes(paper, path) == 5);
    assertThat(Duration.ofNanos(System.nanoTime() - voted)).isLessThan(Duration.ofMillis(2500));
    long seconds = Duration.ofNanos(System.nanoTime() - start).toSeconds();
    assertThat(counts.renders.sum() - renders).isLessThanOrEqualTo(2 + seconds);
    Eventually.until("elsewhere too", () -> printedVotes(second, path) == 5);
  }

  private int printedVotes(TestPaper node, String path) throws Exception {
    String up = Jsoup.parse(get(node, path).body()).select(".vote-up .vote-count").text();
    return Integer.parseInt(up);
  }

  @Test
  void whatIsRolledBackPurgesNothing() throws Exception {
    String path = publish("Bleibt stehen");
    get(paper, path);
    long renders = counts.renders.sum();
    TransactionTemplate transaction =
        new TransactionTemplate(paper.door(PlatformTransactionManager.class));
    assertThatThrownBy(
            () ->
                transaction.executeWithoutResult(
                    status -> {
                      publishing.publish(draft("Wird nichts"), null, now());
                      paper.door(PageChanges.class).changed("paper");
                      throw new IllegalStateException("rolled back");
                    }))
        .hasMessage("rolled back");
    assertThat(get(paper, path).body()).doesNotContain("Wird nichts");
    assertThat(counts.renders.sum()).isEqualTo(renders);
  }

  @Test
  void untilTheCommitThePageStays() throws Exception {
    String path = publish("Noch da");
    get(paper, path);
    long renders = counts.renders.sum();
    TransactionTemplate transaction =
        new TransactionTemplate(paper.door(PlatformTransactionManager.class));
    transaction.executeWithoutResult(
        status -> {
          paper.door(PageChanges.class).changed("paper");
          TestRoute.calling(() -> get(paper, path));
          assertThat(counts.renders.sum()).isEqualTo(renders);
        });
    get(paper, path);
    assertThat(counts.renders.sum()).isEqualTo(renders + 1);
  }

  @Test
  void aStoryAppearsByTheClockAloneThoughThePageIsKept() throws Exception {
    Instant soon = now().plusMillis(1500);
    publishing.publish(draft("Kommt gleich"), null, soon);
    assertThat(get(paper, "/").body()).doesNotContain("Kommt gleich");
    long renders = counts.renders.sum();
    assertThat(get(paper, "/").body()).doesNotContain("Kommt gleich");
    assertThat(counts.renders.sum()).isEqualTo(renders);
    Eventually.until("it is there", () -> get(paper, "/").body().contains("Kommt gleich"));
    assertThat(now()).isAfterOrEqualTo(soon.minusMillis(50));
  }

  @Test
  void aWithdrawnStorysPageIsKeptGone() throws Exception {
    ArticleId id = publishing.publish(draft("Zurückgezogen"), null, now());
    String path = paper.door(Articles.class).published(id).orElseThrow().path();
    get(second, path);
    publishing.withdraw(id);
    assertThat(get(paper, path).statusCode()).isEqualTo(410);
    assertThat(get(paper, path).body())
        .contains("Dieser Beitrag wurde zurückgezogen.", "class=\"masthead");
    // the withdrawal's receipt is looking at pages, too
    Eventually.until(
        "from memory",
        () -> {
          long hits = counts.hits.sum();
          return get(paper, path).statusCode() == 410 && counts.hits.sum() == hits + 1;
        });
    Eventually.until("gone everywhere", () -> get(second, path).statusCode() == 410);
  }

  @Test
  void theDiscussionsEndIsAMomentAtWhichThePageChanges() throws Exception {
    Instant end = now().plusMillis(1200);
    DiscussionRules rules = new DiscussionRules(DiscussionRules.Mode.OPEN, end, Duration.ZERO);
    String path = publish(TestArticles.draft("Schließt bald", rules));
    get(paper, path);
    long renders = counts.renders.sum();
    get(paper, path);
    assertThat(counts.renders.sum()).isEqualTo(renders);
    Eventually.until(
        "made anew",
        () -> {
          get(paper, path);
          return counts.renders.sum() > renders;
        });
    assertThat(now()).isAfterOrEqualTo(end);
  }

  @Test
  void theTitleChangesOnEveryNode() throws Exception {
    assertThat(get(second, "/").statusCode()).isEqualTo(200);
    Papers papers = paper.door(Papers.class);
    Paper before = papers.current();
    papers.change(new Paper("Der Talbote", before.motto(), before.language()), Actor.program());
    assertThat(get(paper, "/").body()).contains("Der Talbote");
    Eventually.until("title", () -> get(second, "/gibt-es-nicht").body().contains("Der Talbote"));
    papers.change(before, Actor.program());
  }

  @Test
  void mistakesAreAnsweredInThePapersOwnFrame() throws Exception {
    HttpResponse<String> missing = get(paper, "/politik/gibt-es-nicht-999999");
    assertThat(missing.statusCode()).isEqualTo(404);
    assertThat(missing.body()).contains("class=\"masthead", "Diese Seite gibt es nicht.");
    HttpResponse<String> broken = get(paper, "/politik//x");
    assertThat(broken.statusCode()).isEqualTo(400);
    assertThat(broken.body()).contains("class=\"masthead", "Diese Adresse ist nicht lesbar.");
    HttpResponse<String> posted =
        http.send(
            HttpRequest.newBuilder(paper.url("/politik"))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(posted.statusCode()).isEqualTo(405);
    assertThat(posted.body()).contains("An dieser Adresse kann man nur lesen.");
    HttpResponse<String> error = get(paper, "/error");
    assertThat(error.statusCode()).isEqualTo(404);
    HttpResponse<String> odd =
        http.send(
            HttpRequest.newBuilder(paper.url("/konto"))
                .method("ODD", HttpRequest.BodyPublishers.noBody())
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(odd.statusCode()).isEqualTo(501);
    assertThat(odd.body()).contains("class=\"masthead");
    for (HttpResponse<String> answer :
        List.of(missing, broken, posted, error, odd, get(paper, "/"))) {
      assertThat(answer.headers().firstValue("Server")).isEmpty();
      assertThat(answer.headers().allValues("Content-Security-Policy")).hasSize(1);
    }
  }

  @Test
  void aMissingPagesAnswerIsKeptByNobody() throws Exception {
    HttpResponse<String> missing = get(paper, "/politik/fehlt-999999");
    assertThat(header(missing, "Cache-Control")).isEqualTo("no-store");
  }

  private String publish(String headline) {
    return publish(draft(headline));
  }

  private String publish(Draft draft) {
    ArticleId id = publishing.publish(draft, null, now());
    return paper.door(Articles.class).published(id).orElseThrow().path();
  }

  private HttpResponse<String> get(TestPaper node, String path, String... headers)
      throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(node.url(path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static Instant now() {
    return Clock.systemUTC().instant();
  }

  private static Draft draft(String headline) {
    return TestArticles.draft(headline, DiscussionRules.OPEN);
  }
}
