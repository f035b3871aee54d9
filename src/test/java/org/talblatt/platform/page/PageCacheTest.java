package org.talblatt.platform.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.talblatt.platform.page.TestRoute.calling;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.talblatt.base.ArticleId;
import org.talblatt.testing.Eventually;

/** When a page is made anew, and for whom. */
class PageCacheTest {
  private static final ArticleId ARTICLE = new ArticleId(12);

  private final AtomicInteger renders = new AtomicInteger();
  private final AtomicReference<String> content = new AtomicReference<>("old");
  private final ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor();

  /** Where a render stops after it has read, until it may go on. */
  private final CountDownLatch hasRead = new CountDownLatch(1);

  private final CountDownLatch goOn = new CountDownLatch(1);

  @AfterEach
  void stop() {
    readers.close();
  }

  /** A page whose first render reads and then dawdles. */
  private PageRoute dawdling() {
    return TestRoute.of(
        "/p",
        address -> {
          String read = content.get();
          if (renders.incrementAndGet() == 1) {
            hasRead.countDown();
            calling(
                () -> {
                  goOn.await();
                  return null;
                });
          }
          if (read.equals("broken")) {
            throw new IllegalStateException("broken");
          }
          return Page.html(read, Set.of("article:12", "paper"));
        });
  }

  private PageRoute counting(Function<PageAddress, Page> pages) {
    return TestRoute.of(
        "/p",
        address -> {
          renders.incrementAndGet();
          return pages.apply(address);
        });
  }

  @Test
  void fiftyReadersAtOnceCauseOneRender() throws Exception {
    try (TestFront front = new TestFront(dawdling())) {
      List<Future<String>> answers = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        answers.add(readers.submit(() -> front.text("/p")));
      }
      Eventually.until("49 wait", () -> front.counts.waits.sum() == 49);
      goOn.countDown();
      for (Future<String> answer : answers) {
        assertThat(answer.get()).isEqualTo("old");
      }
      assertThat(renders).hasValue(1);
      assertThat(front.text("/p")).isEqualTo("old");
      assertThat(front.counts.hits.sum()).isEqualTo(1);
    }
  }

  @Test
  void aRenderOvertakenByAPurgeServesNobodyWhoCameAfterIt() throws Exception {
    try (TestFront front = new TestFront(dawdling())) {
      Future<String> first = readers.submit(() -> front.text("/p"));
      hasRead.await();
      Future<String> before = readers.submit(() -> front.text("/p"));
      Eventually.until("one waits", () -> front.counts.waits.sum() == 1);

      content.set("new");
      front.cache.purge(List.of("article:12"));
      Future<String> after = readers.submit(() -> front.text("/p"));
      Eventually.until("two wait", () -> front.counts.waits.sum() == 2);
      goOn.countDown();

      assertThat(first.get()).isEqualTo("old");
      assertThat(before.get()).isEqualTo("old");
      assertThat(after.get()).isEqualTo("new");
      assertThat(front.text("/p")).isEqualTo("new");
      assertThat(renders).hasValue(2);
    }
  }

  @Test
  void anOvertakenRenderIsNotKeptThoughNobodyElseAsked() throws Exception {
    try (TestFront front = new TestFront(dawdling())) {
      Future<String> first = readers.submit(() -> front.text("/p"));
      hasRead.await();
      content.set("new");
      front.cache.purgeAll();
      goOn.countDown();
      assertThat(first.get()).isEqualTo("old");
      assertThat(front.store.size()).isZero();
      assertThat(front.text("/p")).isEqualTo("new");
    }
  }

  @Test
  void whatARenderRemembersIsOfTheMomentItBegan() throws Exception {
    AtomicReference<TestFront> whole = new AtomicReference<>();
    List<Long> numbers = new ArrayList<>();
    PageRoute route =
        counting(
            a -> {
              PageCache cache = whole.get().cache;
              numbers.add(cache.purges());
              calling(
                  () -> {
                    Thread.ofVirtual().start(() -> cache.purge(List.of("paper"))).join();
                    return null;
                  });
              numbers.add(cache.purges());
              return Page.html("x", Set.of("home"));
            });
    try (TestFront front = new TestFront(route)) {
      whole.set(front);
      front.get("/p");
      assertThat(numbers).containsExactly(0L, 0L);
      assertThat(front.cache.purges()).isEqualTo(1);
    }
  }

  @Test
  void aPurgeOfSomethingElseDoesNotDisturbARender() throws Exception {
    try (TestFront front = new TestFront(dawdling())) {
      Future<String> first = readers.submit(() -> front.text("/p"));
      hasRead.await();
      front.cache.purge(List.of("article:13"));
      Future<String> after = readers.submit(() -> front.text("/p"));
      Eventually.until("one waits", () -> front.counts.waits.sum() == 1);
      goOn.countDown();
      assertThat(first.get()).isEqualTo("old");
      assertThat(after.get()).isEqualTo("old");
      assertThat(renders).hasValue(1);
      assertThat(front.store.size()).isEqualTo(1);
    }
  }

  @Test
  void aFailedRenderFailsForAllWhoWaitedAndTheNextRequestTriesAgain() throws Exception {
    content.set("broken");
    try (TestFront front = new TestFront(dawdling())) {
      List<Future<Integer>> answers = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        answers.add(readers.submit(() -> front.get("/p").statusCode()));
      }
      Eventually.until("four wait", () -> front.counts.waits.sum() == 4);
      content.set("mended");
      goOn.countDown();
      for (Future<Integer> answer : answers) {
        assertThat(answer.get()).isEqualTo(404);
      }
      assertThat(front.failures).hasSize(5);
      assertThat(Set.copyOf(front.failures)).hasSize(1);
      assertThat(front.text("/p")).isEqualTo("mended");
      assertThat(renders).hasValue(2);
    }
  }

  @Test
  void aFailureFromBeforeAPurgeIsNoAnswerToWhoCameAfterIt() throws Exception {
    content.set("broken");
    try (TestFront front = new TestFront(dawdling())) {
      Future<Integer> first = readers.submit(() -> front.get("/p").statusCode());
      hasRead.await();
      content.set("published");
      front.cache.purge(List.of("article:12"));
      Future<String> after = readers.submit(() -> front.text("/p"));
      Eventually.until("one waits", () -> front.counts.waits.sum() == 1);
      goOn.countDown();
      assertThat(first.get()).isEqualTo(404);
      assertThat(after.get()).isEqualTo("published");
    }
  }

  @Test
  void pastItsMomentAPageIsMadeAnew() throws Exception {
    try (TestFront front =
        new TestFront(
            counting(
                a ->
                    Page.html(content.get(), Set.of("home"))
                        .until(TestFront.NOON.plusSeconds(60))))) {
      assertThat(front.text("/p")).isEqualTo("old");
      content.set("new");
      front.clock.forward(Duration.ofSeconds(59));
      assertThat(front.text("/p")).isEqualTo("old");
      front.clock.forward(Duration.ofSeconds(1));
      assertThat(front.text("/p")).isEqualTo("new");
      // valid until a moment that is over: made for each request, never kept
      content.set("newer");
      assertThat(front.text("/p")).isEqualTo("newer");
      assertThat(renders).hasValue(3);
    }
  }

  @Test
  void whoDoesNotHearWhatOthersChangeServesNothingFromMemory() throws Exception {
    try (TestFront front = new TestFront(counting(a -> Page.html(content.get(), Set.of("x"))))) {
      assertThat(front.text("/p")).isEqualTo("old");
      front.hearing.lost();
      content.set("new");
      assertThat(front.text("/p")).isEqualTo("new");
      assertThat(front.text("/p")).isEqualTo("new");
      assertThat(renders).hasValue(3);
      front.hearing.again();
      assertThat(front.text("/p")).isEqualTo("new");
      assertThat(renders).hasValue(3);
      assertThat(front.counts.hits.sum()).isEqualTo(1);
    }
  }

  @Test
  void aPurgeTakesEveryPageUnderTheTagAndNoOther() throws Exception {
    try (TestFront front =
        new TestFront(
            counting(a -> Page.html("x", Set.of("article:" + a.path().substring(2), "paper"))))) {
      for (String path : List.of("/p1", "/p2", "/p3")) {
        front.get(path);
      }
      front.cache.purge(List.of("article:2"));
      assertThat(front.store.size()).isEqualTo(2);
      front.cache.purge(List.of("paper"));
      assertThat(front.store.size()).isZero();
      assertThat(front.store.tags()).isZero();
      assertThat(front.counts.purged.sum()).isEqualTo(3);
    }
  }

  @Test
  void aThreadOfVeryManyAuthorsGoesWithAnyOfThem() throws Exception {
    Set<String> crowd =
        IntStream.rangeClosed(1, 201).mapToObj(i -> "account:" + i).collect(Collectors.toSet());
    Set<String> few = Set.of("account:1", "account:2");
    try (TestFront front =
        new TestFront(counting(a -> Page.html("x", a.path().equals("/p/crowd") ? crowd : few)))) {
      front.get("/p/crowd");
      front.get("/p/few");
      assertThat(front.store.tags()).isEqualTo(3);
      front.cache.purge(List.of("account:77"));
      assertThat(front.store.size()).isEqualTo(1);
      front.cache.purge(List.of("account:1"));
      assertThat(front.store.size()).isZero();
    }
  }

  @Test
  void aWriterIsNotServedWhatIsOlderThanTheOwnWrite() throws Exception {
    AtomicInteger change = new AtomicInteger(5);
    try (TestFront front =
        new TestFront(
            counting(
                a ->
                    Page.html("change " + change, Set.of("article:12"))
                        .standing(ARTICLE, change.get())))) {
      assertThat(front.text("/p")).isEqualTo("change 5");
      change.set(6);
      for (String others :
          List.of(
              "stand=12:5", "stand=13:6", "xstand=12:6", "stand=12", "stand=:6", "stand=12:x")) {
        assertThat(front.text("/p", "Cookie", others)).as(others).isEqualTo("change 5");
      }
      assertThat(front.text("/p", "Cookie", "leser=Anna; stand=12:6")).isEqualTo("change 6");
      assertThat(front.text("/p")).isEqualTo("change 6");
      assertThat(front.text("/p", "Cookie", "stand=12:6")).isEqualTo("change 6");
      assertThat(renders).hasValue(2);
    }
  }

  @Test
  void aForgedCookieMakesAPageAnewTenTimesASecondAtMost() throws Exception {
    try (TestFront front =
        new TestFront(counting(a -> Page.html("x", Set.of("article:12")).standing(ARTICLE, 5)))) {
      long start = System.nanoTime();
      for (int i = 0; i < 5; i++) {
        List<Future<String>> flood = new ArrayList<>();
        for (int k = 0; k < 20; k++) {
          flood.add(readers.submit(() -> front.text("/p", "Cookie", "stand=12:999999")));
        }
        for (Future<String> answer : flood) {
          assertThat(answer.get()).isEqualTo("x");
        }
      }
      long tenths = Duration.ofNanos(System.nanoTime() - start).toMillis() / 100;
      // each of the hundred may find the page a moment after its turn, but none more often
      assertThat(renders.get()).isLessThanOrEqualTo((int) tenths + 2);
    }
  }

  @Test
  void memoryIsBoundedAndTagsGoWithTheirPages() throws Exception {
    Random random = new Random(1);
    try (TestFront front =
        new TestFront(
            1 << 20,
            Duration.ofHours(1),
            counting(a -> Page.html(noise(random, 20_000), Set.of("article:" + a.path()))))) {
      for (int i = 0; i < 200; i++) {
        assertThat(front.get("/p/" + i).statusCode()).isEqualTo(200);
      }
      assertThat(front.store.weight()).isLessThanOrEqualTo(1 << 20).isGreaterThan(100_000);
      assertThat(front.counts.evicted.sum()).isGreaterThan(100);
      Eventually.until("tags gone", () -> front.store.tags() == front.store.size());
    }
  }

  @Test
  void aPageLargerThanTheCacheIsServedAndNotKept() throws Exception {
    try (TestFront front =
        new TestFront(
            100_000,
            Duration.ofHours(1),
            counting(a -> Page.html(noise(new Random(2), 200_000), Set.of("home"))))) {
      assertThat(front.get("/p").body()).hasSize(200_000);
      assertThat(front.store.size()).isZero();
    }
  }

  private static String noise(Random random, int length) {
    return random
        .ints(length, 'a', 'z' + 1)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
