package org.talblatt.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.talblatt.article.Articles;
import org.talblatt.article.ArticlesOnFile;
import org.talblatt.article.Draft;
import org.talblatt.article.Publishing;
import org.talblatt.base.ArticleId;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Role;
import org.talblatt.testing.TestArticles;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;
import org.talblatt.wire.Ingested.Outcome;

/** An agency and an editor change the same article. */
class AgencyChangesTest {
  private static final TestPaper paper = TestPaper.start();
  private static final Reader EDITOR = TestReaders.create(paper, "Spätdienst", Role.EDITOR);
  private final JdbcClient db = paper.door(JdbcClient.class);
  private final Desk desk = paper.door(Desk.class);
  private final Deliveries deliveries = paper.door(Deliveries.class);
  private final Articles articles = paper.door(Articles.class);
  private final ArticlesOnFile onFile = paper.door(ArticlesOnFile.class);
  private final Publishing publishing = paper.door(Publishing.class);

  @AfterAll
  static void stop() {
    paper.close();
  }

  @Test
  void anUpdateThatMeetsAnEditorsCorrectionWaits() throws Exception {
    ArticleId id = published("urn:zugleich", "Von der Agentur");
    CountDownLatch corrected = new CountDownLatch(1);
    CountDownLatch looked = new CountDownLatch(1);
    var hand =
        CompletableFuture.runAsync(
            () -> correctSlowly(id, corrected, looked), Thread::startVirtualThread);
    assertThat(corrected.await(10, TimeUnit.SECONDS)).isTrue();
    var update =
        CompletableFuture.supplyAsync(
            () -> deliver("urn:zugleich", 2, "usable", "Neu von der Agentur"),
            Thread::startVirtualThread);
    awaitSomebodyWaiting();
    looked.countDown();
    hand.get(10, TimeUnit.SECONDS);
    Delivered.Item item = update.get(10, TimeUnit.SECONDS);
    assertThat(item.outcome()).isEqualTo(Outcome.UPDATED);
    assertThat(item.entry().updateWaits()).isTrue();
    assertThat(articles.published(id).orElseThrow().headline()).isEqualTo("Von Hand");
  }

  @Test
  void anUpdateWithoutHeadlineWaits() {
    ArticleId id = published("urn:ohne", "Mit Überschrift");
    byte[] bare =
        OwnWire.bytes(
            """
            {"format":"digitalwires@0.9.1","entry_id":"e","urn":"urn:ohne","version":2,
             "pubstatus":"usable"}
            """);
    assertThat(deliveries.deliver(bare, "a", null, true).items().getFirst().entry().updateWaits())
        .isTrue();
    assertThat(articles.published(id).orElseThrow().headline()).isEqualTo("Mit Überschrift");
  }

  @Test
  void aVersionNamesTheEditorWhoBroughtItIn() {
    ArticleId id = published("urn:wer", "Von der Agentur");
    publishing.correct(
        id, 1, TestArticles.withHeadline(onFile.find(id).orElseThrow().draft(), "Von Hand"), null);
    Delivered.Item update = deliver("urn:wer", 2, "usable", "Neu von der Agentur");
    desk.publish(update.entry().id(), null, EDITOR);
    deliver("urn:wer", 3, "usable", "Noch neuer");
    assertThat(editors(id)).containsExactly(0L, 0L, EDITOR.account().value(), 0L);
  }

  private List<Long> editors(ArticleId id) {
    return db.sql("select editor from article_version where article = ? order by version")
        .param(id.value())
        .query((row, n) -> row.getLong(1))
        .list();
  }

  private void correctSlowly(ArticleId id, CountDownLatch corrected, CountDownLatch looked) {
    new TransactionTemplate(paper.door(PlatformTransactionManager.class))
        .executeWithoutResult(
            status -> {
              Draft draft =
                  TestArticles.withHeadline(onFile.find(id).orElseThrow().draft(), "Von Hand");
              publishing.correct(id, 1, draft, EDITOR.account());
              corrected.countDown();
              await(looked);
            });
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void awaitSomebodyWaiting() {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (waiting() == 0) {
      assertThat(System.nanoTime()).isLessThan(end);
      Thread.onSpinWait();
    }
  }

  private int waiting() {
    return db.sql(
            """
            select count(*) from pg_stat_activity
            where datname = current_database() and wait_event_type = 'Lock'
            """)
        .query(Integer.class)
        .single();
  }

  private ArticleId published(String urn, String headline) {
    String path = deliver(urn, 1, "usable", headline).path();
    return new ArticleId(Long.parseLong(Objects.requireNonNull(path).replaceFirst(".*-", "")));
  }

  private Delivered.Item deliver(String urn, int version, String status, String headline) {
    byte[] file = OwnWire.version(urn, version, version, version, status, headline);
    return deliveries.deliver(file, "test", null, true).items().getFirst();
  }
}
