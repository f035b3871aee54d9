package org.talblatt.platform.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.talblatt.testing.Eventually;

/** Counts: often changed, seldom drawn, never far behind. */
class OncePerSecondTest {
  private final List<Long> times = new CopyOnWriteArrayList<>();

  @Test
  void theFirstIsDoneAtOnceTheRestTogetherWhenTheSecondIsOver() throws Exception {
    try (OncePerSecond counts = new OncePerSecond(tag -> times.add(System.nanoTime()))) {
      counts.ask("article:1");
      assertThat(times).hasSize(1);
      for (int i = 0; i < 500; i++) {
        counts.ask("article:1");
      }
      long lastAsked = System.nanoTime();
      assertThat(times).hasSize(1);
      Eventually.until("the last one is seen too", () -> times.size() == 2);
      assertThat(Duration.ofNanos(times.get(1) - times.get(0)))
          .isGreaterThanOrEqualTo(Duration.ofSeconds(1));
      assertThat(Duration.ofNanos(times.get(1) - lastAsked)).isLessThan(Duration.ofMillis(1800));
    }
  }

  @Test
  void duringAStormItIsDoneOnceASecond() throws Exception {
    try (OncePerSecond counts = new OncePerSecond(tag -> times.add(System.nanoTime()))) {
      Eventually.until(
          "three rounds",
          () -> {
            counts.ask("article:1");
            return times.size() == 4;
          });
      for (int i = 1; i < 4; i++) {
        // a thread that wakes late makes the next round follow sooner, on average it holds
        assertThat(Duration.ofNanos(times.get(i) - times.get(i - 1)))
            .isGreaterThan(Duration.ofMillis(800));
      }
      assertThat(Duration.ofNanos(times.get(3) - times.get(0)))
          .isGreaterThan(Duration.ofMillis(2900));
    }
  }

  @Test
  void oneTagDoesNotWaitForAnother() {
    List<String> done = new CopyOnWriteArrayList<>();
    try (OncePerSecond counts = new OncePerSecond(done::add)) {
      for (int i = 0; i < 3000; i++) {
        counts.ask("article:" + i);
      }
      assertThat(done).hasSize(3000);
    }
  }
}
