package org.talblatt.discussion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.talblatt.base.ArticleId;
import org.talblatt.base.CommentId;
import org.talblatt.identity.Reader;
import org.talblatt.testing.SettableClock;
import org.talblatt.testing.TestArticles;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;

/** Pages of an order that votes change are read from numbered rankings. */
class RankedThreadsTest {
  private static final TestPaper paper = TestPaper.start();
  private static final Reader anna = TestReaders.create(paper, "Anna");
  private static final Reader ben = TestReaders.create(paper, "Ben");
  private static final ThreadOrder BEST = ThreadOrder.BEST;

  private final Discussion discussion = paper.door(Discussion.class);
  private final Threads threads = paper.door(Threads.class);
  private final SettableClock clock = new SettableClock(Clock.systemUTC().instant());
  private final RankedThreads ranked = node();

  @AfterAll
  static void stop() {
    paper.close();
  }

  private RankedThreads node() {
    return new RankedThreads(
        new Shapes(paper.door(Comments.class)),
        paper.door(Rankings.class),
        paper.door(PlatformTransactionManager.class),
        clock);
  }

  @Test
  void aThreadOfOnePageNeedsNoRanking() {
    ArticleId article = thread(20);
    vote(article, 3);
    RankedThreads.Ranked read = newest(article);
    assertThat(read.number()).isZero();
    assertThat(read.paging().page(1)).hasSize(20).startsWith(3);
    vote(article, 7);
    assertThat(newest(article).paging().page(1)).as("the votes of the moment").startsWith(7, 3);
  }

  @Test
  void votesRenewARankingAfterThirtySecondsAndNotBefore() {
    ArticleId article = thread(70);
    RankedThreads.Ranked first = newest(article);
    assertThat(first.until()).isNull();
    vote(article, 3);
    clock.forward(Duration.ofSeconds(29));
    RankedThreads.Ranked young = newest(article);
    assertThat(young.number()).isEqualTo(first.number());
    assertThat(young.until()).isEqualTo(clock.instant().plusSeconds(1));
    clock.forward(Duration.ofSeconds(1));
    RankedThreads.Ranked renewed = newest(article);
    assertThat(renewed.number()).isGreaterThan(first.number());
    assertThat(renewed.paging().page(1)).startsWith(3);
  }

  @Test
  void aRankingThatIsStillRightIsNotRenewed() {
    ArticleId article = thread(70);
    RankedThreads.Ranked first = newest(article);
    clock.forward(Duration.ofMinutes(5));
    assertThat(newest(article).number()).isEqualTo(first.number());
    vote(article, 70);
    clock.forward(Duration.ofSeconds(29));
    assertThat(newest(article).until()).as("looked at lately").isNotNull();
  }

  @Test
  void votesBetweenTwoPagesNeitherRepeatNorHideAComment() {
    ArticleId article = thread(130);
    RankedThreads.Ranked first = newest(article);
    List<Integer> read = new ArrayList<>(first.paging().page(1));
    for (int page = 2; page <= 3; page++) {
      vote(article, 100 + page);
      clock.forward(Duration.ofMinutes(1));
      newest(article);
      read.addAll(numbered(article, first.number()).paging().page(page));
    }
    assertThat(read).hasSize(130).doesNotHaveDuplicates();
  }

  @Test
  void whatIsWrittenAfterARankingStandsAtItsEndAndInTheNextInItsPlace() {
    ArticleId article = thread(70);
    RankedThreads.Ranked first = newest(article);
    clock.forward(Duration.ofSeconds(1));
    discussion.reply(anna, new CommentId(article, 70), "Danach", UUID.randomUUID(), now());
    RankedThreads.Ranked old = numbered(article, first.number());
    assertThat(old.paging().pages()).isEqualTo(3);
    assertThat(old.paging().page(2)).isEqualTo(first.paging().page(2));
    assertThat(old.paging().page(3)).containsExactly(71);
    RankedThreads.Ranked next = newest(article);
    assertThat(next.number()).isGreaterThan(first.number());
    assertThat(next.paging().page(1)).startsWith(70, 71);
  }

  @Test
  void aRankingCanBeReadForAnHourAfterAnotherOneTookItsPlace() {
    ArticleId article = thread(70);
    long first = newest(article).number();
    clock.forward(Duration.ofHours(2));
    assertThat(numbered(article, first)).as("nothing has changed").isNotNull();
    vote(article, 5);
    newest(article);
    clock.forward(Duration.ofMinutes(59));
    ranked.dropEnded();
    assertThat(numbered(article, first)).isNotNull();
    clock.forward(Duration.ofMinutes(1));
    assertThat(ranked.numbered(article, BEST, threads.counters(article), first)).isEmpty();
    ranked.dropEnded();
    assertThat(count(article)).isEqualTo(1);
  }

  @Test
  void anotherNodeReadsTheSameRankingAndMakesNoneOfItsOwn() {
    ArticleId article = thread(70);
    RankedThreads.Ranked here = newest(article);
    RankedThreads other = node();
    vote(article, 9);
    assertThat(other.newest(article, BEST, threads.counters(article), 50).number())
        .isEqualTo(here.number());
    assertThat(other.numbered(article, BEST, threads.counters(article), here.number()))
        .get()
        .extracting(RankedThreads.Ranked::paging)
        .isEqualTo(here.paging());
  }

  @Test
  void itIsNumberedForItsOwnThreadAndOrderOnly() {
    ArticleId article = thread(70);
    ArticleId other = thread(70);
    long number = newest(article).number();
    assertThat(ranked.numbered(other, BEST, threads.counters(other), number)).isEmpty();
    assertThat(ranked.numbered(article, ThreadOrder.DISCUSSED, threads.counters(article), number))
        .isEmpty();
  }

  @Test
  void aPageThatIsReadInATransactionThatCannotWriteGetsItsRanking() {
    ArticleId article = thread(70);
    TransactionTemplate moment =
        new TransactionTemplate(paper.door(PlatformTransactionManager.class));
    moment.setReadOnly(true);
    assertThat(moment.execute(status -> newest(article)).number()).isPositive();
    assertThat(count(article)).isEqualTo(1);
  }

  private RankedThreads.Ranked newest(ArticleId article) {
    return ranked.newest(article, BEST, threads.counters(article), Branches.PAGE_COMMENTS);
  }

  private RankedThreads.Ranked numbered(ArticleId article, long number) {
    return ranked.numbered(article, BEST, threads.counters(article), number).orElseThrow();
  }

  private int count(ArticleId article) {
    return paper
        .door(JdbcClient.class)
        .sql("select count(*) from ranking where article = ?")
        .param(article.value())
        .query(Integer.class)
        .single();
  }

  private void vote(ArticleId article, int number) {
    discussion.vote(ben, new CommentId(article, number), Vote.UP, now());
  }

  private ArticleId thread(int comments) {
    ArticleId article = TestArticles.publish(paper, "Gereiht");
    for (int i = 0; i < comments; i++) {
      discussion.post(anna, article, "Nummer " + i, UUID.randomUUID(), now());
    }
    return article;
  }

  private static Instant now() {
    return Clock.systemUTC().instant();
  }
}
