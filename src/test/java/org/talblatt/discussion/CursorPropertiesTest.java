package org.talblatt.discussion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import org.jspecify.annotations.Nullable;
import org.talblatt.base.ArticleId;
import org.talblatt.base.CommentId;
import org.talblatt.base.Failure;
import org.talblatt.identity.Reader;
import org.talblatt.testing.TestArticles;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;

/**
 * Whoever goes on behind the last comment read meets each comment that stays exactly once, whatever
 * others write, rate and take back meanwhile.
 */
class CursorPropertiesTest {
  private static final TestPaper paper = TestPaper.start();
  private static final Reader anna = TestReaders.create(paper, "Anna");
  private static final Reader ben = TestReaders.create(paper, "Ben");
  private static final List<Vote> VOTES = List.of(Vote.UP, Vote.DOWN, Vote.NONE);
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

  private final Discussion discussion = paper.door(Discussion.class);
  private final ThreadReading reading = paper.door(ThreadReading.class);

  @AfterContainer
  static void stop() {
    paper.close();
  }

  @Property(tries = 40, shrinking = ShrinkingMode.OFF)
  void eachCommentThatStaysIsReadOnce(
      @ForAll long seed,
      @ForAll ThreadOrder order,
      @ForAll @IntRange(min = 1, max = 5) int limit,
      @ForAll @IntRange(min = 2, max = 14) int comments) {
    Random random = new Random(seed);
    ArticleId article = TestArticles.publish(paper, "Wird gelesen");
    for (int i = 1; i <= comments; i++) {
      write(random, article, i - 1);
    }
    Set<Integer> stayed = new HashSet<>(all(article, order));
    List<Integer> read = new ArrayList<>();
    int written = comments;
    ThreadReading.Cursor cursor = null;
    for (int pages = 0; pages == 0 || cursor != null; pages++) {
      ThreadReading.Stretch stretch = reading.after(article, order, cursor, limit);
      stretch.comments().forEach(comment -> read.add(comment.number()));
      cursor = stretch.next();
      if (cursor != null && pages < 8) {
        written += meanwhile(random, article, written, cursor.number());
        stayed.retainAll(all(article, order));
      }
    }
    assertThat(read).as("%s by %s", order, limit).doesNotHaveDuplicates().containsAll(stayed);
  }

  private int meanwhile(Random random, ArticleId article, int last, int cursor) {
    int written = 0;
    for (int i = random.nextInt(4); i > 0; i--) {
      written += write(random, article, last);
    }
    for (int i = random.nextInt(4); i > 0; i--) {
      rate(random, new CommentId(article, 1 + random.nextInt(last)));
    }
    if (random.nextInt(3) == 0) {
      delete(new CommentId(article, cursor));
    }
    if (random.nextInt(3) == 0) {
      delete(new CommentId(article, 1 + random.nextInt(last)));
    }
    return written;
  }

  /** A comment, or an answer to one of those there. */
  private int write(Random random, ArticleId article, int last) {
    try {
      if (last == 0 || random.nextInt(5) < 2) {
        discussion.post(anna, article, "Text", UUID.randomUUID(), NOW);
      } else {
        CommentId parent = new CommentId(article, 1 + random.nextInt(last));
        discussion.reply(anna, parent, "Antwort", UUID.randomUUID(), NOW);
      }
      return 1;
    } catch (Failure parentGone) {
      assertThat(parentGone.kind()).isEqualTo(Failure.Kind.CONFLICT);
      return 0;
    }
  }

  private void rate(Random random, CommentId id) {
    try {
      discussion.vote(ben, id, VOTES.get(random.nextInt(3)), NOW);
    } catch (Failure gone) {
      assertThat(gone.kind()).isEqualTo(Failure.Kind.NOT_FOUND);
    }
  }

  private void delete(CommentId id) {
    try {
      discussion.delete(anna, id);
    } catch (Failure goneAlready) {
      assertThat(goneAlready.kind()).isEqualTo(Failure.Kind.NOT_FOUND);
    }
  }

  /** What there is to be read at this moment, in one go. */
  private List<Integer> all(ArticleId article, ThreadOrder order) {
    ThreadReading.@Nullable Cursor none = null;
    return reading
        .after(article, order == ThreadOrder.OLDEST ? order : ThreadOrder.NEWEST, none, 100)
        .comments()
        .stream()
        .map(Comment::number)
        .toList();
  }
}
