package org.talblatt.discussion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.talblatt.base.ArticleId;
import org.talblatt.base.CommentId;
import org.talblatt.base.Failure;
import org.talblatt.identity.Reader;
import org.talblatt.testing.TestArticles;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;

/**
 * Whatever is done to a thread and in whatever order: its counters equal a recount, its numbers
 * follow the order of arrival and are never given twice, and nobody answers what comes later.
 */
class CountersPropertiesTest {
  private static final TestPaper paper = TestPaper.start();
  private static final List<Reader> READERS =
      List.of(
          TestReaders.create(paper, "Anna"),
          TestReaders.create(paper, "Ben"),
          TestReaders.create(paper, "Carla"));
  private static final List<Comment.State> STATES =
      List.of(
          Comment.State.HELD,
          Comment.State.PUBLISHED,
          Comment.State.REJECTED,
          Comment.State.DELETED);
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

  private final Discussion discussion = paper.door(Discussion.class);
  private final CarriedTalk carried = paper.door(CarriedTalk.class);
  private final JdbcClient db = paper.door(JdbcClient.class);

  @AfterContainer
  static void stop() {
    paper.close();
  }

  enum Verb {
    POST,
    REPLY,
    DELETE,
    HOLD,
    REJECT,
    PUBLISH,
    AGREE,
    DISAGREE,
    WITHDRAW,
    IMPORT
  }

  /** What one of the readers does to the comment that is so far back. */
  record Act(Verb verb, int reader, int back) {}

  @Property(tries = 40, shrinking = ShrinkingMode.BOUNDED)
  void countersEqualARecountAndNumbersAreSound(@ForAll("acts") List<Act> acts) {
    ArticleId article = TestArticles.publish(paper, "Durcheinander");
    Map<Integer, UUID> given = new HashMap<>();
    for (Act act : acts) {
      Integer fresh = perform(article, act, given.size());
      if (fresh != null) {
        assertThat(given.put(fresh, UUID.randomUUID())).as("number given twice").isNull();
        assertThat(fresh).as("numbers follow the order of arrival").isEqualTo(given.size());
      }
    }
    assertThat(miscounted(article)).as("after %s", acts).isEmpty();
    assertThat(misplaced(article)).as("after %s", acts).isEmpty();
  }

  /** What is known of a long thread grows with what is written, and is what would be read anew. */
  @Property(tries = 12, shrinking = ShrinkingMode.OFF)
  void theShapeOfALongThreadGrowsIntoWhatItIs(@ForAll("acts") List<Act> acts) {
    ArticleId article = TestArticles.publish(paper, "Langes Durcheinander");
    List<CarriedComment> before = new ArrayList<>();
    for (int i = 1; i <= Shapes.LONG; i++) {
      before.add(foreign("k" + i, i % 3 == 0 ? "k" + (i - 1) : null, Comment.State.PUBLISHED));
    }
    carried.take(article, Map.of(), before);
    int last = Shapes.LONG;
    for (Act act : acts) {
      last += perform(article, act, last) == null ? 0 : 1;
      Threads.Counters now = paper.door(Threads.class).counters(article);
      List<Branches.Node> nodes = paper.door(Comments.class).nodes(article, 0, now.lastNumber());
      assertThat(paper.door(Shapes.class).of(article, now).written(ThreadOrder.NEWEST))
          .as("after %s of %s", act, acts)
          .isEqualTo(new Shape(now, nodes).written(ThreadOrder.NEWEST));
    }
  }

  @Provide
  Arbitrary<List<Act>> acts() {
    Arbitrary<Verb> verbs =
        Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(3, Arbitraries.just(Verb.POST)),
            net.jqwik.api.Tuple.of(6, Arbitraries.just(Verb.REPLY)),
            net.jqwik.api.Tuple.of(10, Arbitraries.of(Verb.class)));
    return Combinators.combine(
            verbs, Arbitraries.integers().between(0, 2), Arbitraries.integers().between(0, 6))
        .as(Act::new)
        .list()
        .ofMinSize(8)
        .ofMaxSize(30);
  }

  /** The number of the comment that came to be; null where none did. */
  private @Nullable Integer perform(ArticleId article, Act act, int last) {
    Reader reader = READERS.get(act.reader());
    CommentId id = new CommentId(article, Math.max(1, last - act.back()));
    try {
      return switch (act.verb()) {
        case POST -> written(discussion.post(reader, article, "Text", UUID.randomUUID(), NOW));
        case REPLY -> written(discussion.reply(reader, id, "Antwort", UUID.randomUUID(), NOW));
        case IMPORT -> bring(article, last == 0 ? null : id.number());
        case DELETE -> changed(() -> discussion.delete(reader, id));
        case HOLD -> changed(() -> discussion.hold(id, "discussion.rule-article"));
        case REJECT -> changed(() -> discussion.reject(id));
        case PUBLISH -> changed(() -> discussion.publish(id));
        case AGREE -> changed(() -> discussion.vote(reader, id, Vote.UP, NOW));
        case DISAGREE -> changed(() -> discussion.vote(reader, id, Vote.DOWN, NOW));
        case WITHDRAW -> changed(() -> discussion.withdrawVote(reader, id));
      };
    } catch (Failure refused) {
      assertThat(refused.kind()).isNotEqualTo(Failure.Kind.INTERNAL);
      return null;
    }
  }

  private static int written(Discussion.Written written) {
    return written.comment().number();
  }

  private static @Nullable Integer changed(Runnable change) {
    change.run();
    return null;
  }

  /**
   * Something said elsewhere, under whatever stands there, in a state that depends on its place.
   */
  private int bring(ArticleId article, @Nullable Integer parent) {
    Comment.State state = STATES.get((parent == null ? 1 : parent) % STATES.size());
    CarriedComment comment = foreign("new", parent == null ? null : "old", state);
    Map<String, Integer> stood = parent == null ? Map.of() : Map.of("old", parent);
    return carried.take(article, stood, List.of(comment)).getOrDefault("new", 0);
  }

  private CarriedComment foreign(String key, @Nullable String parent, Comment.State state) {
    return new CarriedComment(
        key,
        parent,
        READERS.get(1).account(),
        carried.read("Von früher"),
        state,
        state == Comment.State.HELD ? "discussion.rule-article" : null,
        NOW,
        null,
        3,
        1,
        List.of(new CarriedComment.Ballot(READERS.getFirst().account(), Vote.UP, NOW)));
  }

  private List<String> miscounted(ArticleId article) {
    return rows(
        """
        select 'comment ' || number from comment c where article = :article and (
          up <> imported_up + (select count(*) from vote v
            where v.article = c.article and v.number = c.number and value = 1)
          or down <> imported_down + (select count(*) from vote v
            where v.article = c.article and v.number = c.number and value = -1)
          or visible_replies <> (select count(*) from public_comment r
            where r.article = c.article and r.reply_to = c.number))
        union all
        select 'thread' from thread t where t.article = :article and t.published_count <>
          (select count(*) from comment c where c.article = t.article and c.state = 'published')
        """,
        article);
  }

  /** A branch hangs together, and what readers see of it does as well. */
  private List<String> misplaced(ArticleId article) {
    return rows(
        """
        select c.number || ' under ' || p.number
        from comment c join comment p on p.article = c.article and p.number = c.reply_to
        where c.article = :article
          and (p.number >= c.number or c.root <> p.root or c.depth <> p.depth + 1)
        union all
        select 'torn at ' || c.number from public_comment c
        where c.article = :article and c.reply_to is not null and not exists
          (select from public_comment p where p.article = c.article and p.number = c.reply_to)
        """,
        article);
  }

  private List<String> rows(String sql, ArticleId article) {
    return new ArrayList<>(
        db.sql(sql).param("article", article.value()).query((row, n) -> row.getString(1)).list());
  }
}
