package org.talblatt.discussion.rating;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A ring is told from a crowd; every crowd here is drawn from a seed. */
class RingFinderTest {
  private static final Instant MORNING = Instant.parse("2026-11-24T06:30:00Z");
  private static final long RING = 9_000;

  private final List<Cast> votes = new ArrayList<>();

  @Test
  void sixAccountsThatLiftTheSameNineCommentsUnderTwoArticlesAreARing() {
    ring(6, 1, 5, Duration.ZERO);
    ring(6, 2, 4, Duration.ofHours(3));
    FoundRing found = only(find());
    assertThat(found.accounts()).hasSize(6);
    assertThat(found.targets()).hasSize(9);
    assertThat(found.votes()).hasSize(54).allMatch(Cast::up);
    assertThat(found.occasions()).isEqualTo(2);
  }

  @Test
  void aLargeRingNeedsNoSecondOccasion() {
    ring(5, 1, 6, Duration.ZERO);
    assertThat(only(find()).accounts()).hasSize(5);
  }

  @Test
  void aFamilyThatAgreesOverOneArticleIsNone() {
    ring(4, 1, 8, Duration.ZERO);
    assertThat(find()).isEmpty();
  }

  @Test
  void twoAccountsAreACouple() {
    ring(2, 1, 9, Duration.ZERO);
    ring(2, 2, 9, Duration.ofHours(3));
    assertThat(find()).isEmpty();
  }

  @Test
  void whoRatesTheSameHoursApartIsNoRing() {
    for (int account = 0; account < 6; account++) {
      for (int number = 1; number <= 9; number++) {
        vote(RING + account, number % 3, number, true, Duration.ofMinutes(20L * account));
      }
    }
    assertThat(find()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void threeHundredReadersOfACarriersNetworkOnOnePopularCommentAreNone(int seed) {
    Random random = new Random(seed);
    for (int reader = 0; reader < 300; reader++) {
      vote(reader, 1, 1, random.nextInt(10) > 0, seconds(random, 3600));
    }
    assertThat(find()).isEmpty();
    assertThat(anywhere()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void threeHundredReadersWhoRateWhatTheyReadInTheRushHourAreNone(int seed) {
    crowd(new Random(seed), 300, 4, 50, Duration.ofHours(1));
    assertThat(find()).isEmpty();
    assertThat(anywhere()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void aSchoolClassThatRatesOneThreadInALessonIsNone(int seed) {
    Random random = new Random(seed);
    for (int pupil = 0; pupil < 25; pupil++) {
      for (int number = 1; number <= 12; number++) {
        double liked = number % 2 == 0 ? 0.8 : 0.3;
        if (random.nextDouble() < 0.8) {
          vote(pupil, 1, number, random.nextDouble() < liked, seconds(random, 900));
        }
      }
    }
    assertThat(find()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void aRingIsFoundAmidTheReadersOfACarriersNetwork(int seed) {
    crowd(new Random(seed), 300, 4, 50, Duration.ofHours(1));
    int crowd = votes.size();
    // what few read: further down than most of them go
    for (int account = 0; account < 5; account++) {
      for (int i = 0; i < 8; i++) {
        vote(RING + account, i % 2, 43 + i, i % 3 > 0, Duration.ofSeconds(70L * account + 5L * i));
      }
    }
    assertThat(votes).hasSizeGreaterThan(crowd + 39);
    FoundRing found = only(find());
    assertThat(found.accounts()).allMatch(account -> account >= RING).hasSize(5);
  }

  @Test
  void whoAgreesWithTheRingByChanceIsNotInIt() {
    ring(6, 1, 5, Duration.ZERO);
    ring(6, 2, 4, Duration.ofHours(3));
    // one who reads everything at the same time, and rates for themselves
    for (int number = 1; number <= 20; number++) {
      vote(7, 1, number, true, Duration.ofMinutes(3));
      vote(7, 2, number, number % 2 == 0, Duration.ofMinutes(183));
    }
    assertThat(only(find()).accounts()).doesNotContain(7L).hasSize(6);
  }

  @Test
  void withoutACommonAddressItTakesFarMore() {
    ring(6, 1, 5, Duration.ZERO);
    ring(6, 2, 4, Duration.ofHours(3));
    assertThat(anywhere()).isEmpty();
    ring(6, 3, 4, Duration.ofHours(20));
    assertThat(only(anywhere()).accounts()).hasSize(6);
  }

  @Test
  void theMostVotesThatAreLookedAtTakeTheMemoryOfAFewMegabytes() {
    crowd(new Random(1), 400, 5, 60, Duration.ofMinutes(30));
    assertThat(votes.size()).isGreaterThan(15_000);
    assertThat(find()).isEmpty();
  }

  /** Readers who rate popular comments more often, and each comment as most do. */
  private void crowd(Random random, int readers, int articles, int comments, Duration time) {
    for (int reader = 0; reader < readers; reader++) {
      for (int article = 0; article < articles; article++) {
        Duration begins = seconds(random, time.toSeconds());
        for (int number = 1; number <= comments; number++) {
          double popular = 0.6 / (1 + number / 12.0);
          if (random.nextDouble() < popular) {
            boolean up = random.nextDouble() < (number % 4 == 0 ? 0.2 : 0.85);
            vote(reader, article, number, up, begins.plusSeconds(10L * number));
          }
        }
      }
    }
  }

  private void ring(int accounts, long article, int comments, Duration after) {
    IntStream.range(0, accounts)
        .forEach(
            account -> {
              for (int number = 1; number <= comments; number++) {
                Duration at = after.plusSeconds(75L * account + 6L * number);
                vote(RING + account, article, number, true, at);
              }
            });
  }

  private void vote(long account, long article, int number, boolean up, Duration after) {
    votes.add(new Cast(account, new Cast.Target(article, number), up, MORNING.plus(after)));
  }

  private static Duration seconds(Random random, long most) {
    return Duration.ofSeconds(random.nextLong(most));
  }

  private List<FoundRing> find() {
    return RingFinder.find(votes, Measure.ONE_BLOCK);
  }

  private List<FoundRing> anywhere() {
    return RingFinder.find(votes, Measure.ANYWHERE);
  }

  private static FoundRing only(List<FoundRing> found) {
    assertThat(found).hasSize(1);
    return found.getFirst();
  }
}
