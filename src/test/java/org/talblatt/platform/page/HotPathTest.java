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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.talblatt.article.Article;
import org.talblatt.article.Articles;
import org.talblatt.article.DiscussionRules;
import org.talblatt.article.Draft;
import org.talblatt.article.Publishing;
import org.talblatt.article.Section;
import org.talblatt.article.Sections;
import org.talblatt.base.ArticleId;
import org.talblatt.paper.Paper;
import org.talblatt.paper.Papers;
import org.talblatt.platform.text.ArticleHtml;
import org.talblatt.testing.Eventually;
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
    long hits = counts.hits.sum();
    HttpResponse<String> gone = get(paper, path);
    assertThat(gone.statusCode()).isEqualTo(410);
    assertThat(gone.body()).contains("Dieser Beitrag wurde zurückgezogen.", "class=\"masthead");
    assertThat(counts.hits.sum()).isEqualTo(hits + 1);
    Eventually.until("gone everywhere", () -> get(second, path).statusCode() == 410);
  }

  @Test
  void theDiscussionsEndIsAMomentAtWhichThePageChanges() throws Exception {
    Instant end = now().plusMillis(1200);
    DiscussionRules rules = new DiscussionRules(DiscussionRules.Mode.OPEN, end, Duration.ZERO);
    String path = publish(draft("Schließt bald", rules));
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
    papers.change(new Paper("Der Talbote", before.motto(), before.language()));
    assertThat(get(paper, "/").body()).contains("Der Talbote");
    Eventually.until("title", () -> get(second, "/gibt-es-nicht").body().contains("Der Talbote"));
    papers.change(before);
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
    for (HttpResponse<String> answer : List.of(missing, broken, posted, get(paper, "/"))) {
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

  private HttpResponse<String> get(TestPaper node, String path) throws Exception {
    return http.send(
        HttpRequest.newBuilder(node.url(path)).build(), HttpResponse.BodyHandlers.ofString());
  }

  private static Instant now() {
    return Clock.systemUTC().instant();
  }

  private static Draft draft(String headline) {
    return draft(headline, DiscussionRules.OPEN);
  }

  private static Draft draft(String headline, DiscussionRules rules) {
    @Nullable Instant none = null;
    return new Draft(
        "politik",
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
        rules,
        none);
  }
}
