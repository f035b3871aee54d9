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
import org.talblatt.base.AccountId;
import org.talblatt.base.ArticleId;
import org.talblatt.identity.Reader;
import org.talblatt.testing.SettableClock;
import org.talblatt.testing.Statements;
import org.talblatt.testing.TestArticles;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;

/** How far readers have seen is written rarely, and never goes back. */
class VisitNotesTest {
  private static final TestPaper paper = TestPaper.start();
  private static final Reader anna = TestReaders.create(paper, "Anna");
  private static final Reader ben = TestReaders.create(paper, "Ben");

  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-24T12:00:00Z"));
  private final List<Runnable> later = new ArrayList<>();
  private final List<Duration> pauses = new ArrayList<>();
  private final Visits visits = paper.door(Visits.class);
  private final VisitNotes notes =
      new VisitNotes(
          visits,
          clock,
          (work, pause) -> {
            later.add(work);
            pauses.add(pause);
          });

  @AfterAll
  static void stop() {
    paper.close();
  }

  @Test
  void theFirstIsWrittenAtOnceAndTheOthersTogetherWithinFiveSeconds() {
    ArticleId article = thread(9);
    notes.note(anna.account(), article, 3);
    assertThat(visits.seen(anna.account(), article)).contains(3);
    clock.forward(Duration.ofSeconds(2));
    notes.note(anna.account(), article, 5);
    notes.note(anna.account(), article, 4);
    notes.note(ben.account(), article, 7);
    assertThat(visits.seen(anna.account(), article)).contains(3);
    assertThat(pauses).containsExactly(Duration.ofSeconds(3));
    clock.forward(Duration.ofSeconds(3));
    assertThat(Statements.during(paper, later.getFirst())).as("for all of them").hasSize(1);
    assertThat(visits.seen(anna.account(), article)).contains(5);
    assertThat(visits.seen(ben.account(), article)).contains(7);
    clock.forward(Duration.ofSeconds(5));
    notes.note(ben.account(), article, 8);
    assertThat(visits.seen(ben.account(), article)).as("after a pause at once").contains(8);
  }

  @Test
  void itNeverGoesBackNorBeyondWhatThereIsNorFailsForAnAccountThatIsGone() {
    ArticleId article = thread(2);
    visits.note(
        List.of(
            new Visits.Visit(anna.account(), article, 999),
            new Visits.Visit(new AccountId(987_654), article, 1),
            new Visits.Visit(anna.account(), new ArticleId(987_654), 1)));
    assertThat(visits.seen(anna.account(), article)).contains(2);
    visits.note(List.of(new Visits.Visit(anna.account(), article, 1)));
    assertThat(visits.seen(anna.account(), article)).contains(2);
  }

  @Test
  void whatWaitsIsWrittenBeforeTheProgramEnds() {
    ArticleId article = thread(2);
    notes.note(anna.account(), article, 1);
    notes.note(anna.account(), article, 2);
    notes.close();
    assertThat(visits.seen(anna.account(), article)).contains(2);
  }

  private static ArticleId thread(int comments) {
    ArticleId article = TestArticles.publish(paper, "Besucht");
    for (int i = 0; i < comments; i++) {
      paper
          .door(Discussion.class)
          .post(anna, article, "Nummer " + i, UUID.randomUUID(), Clock.systemUTC().instant());
    }
    return article;
  }
}
