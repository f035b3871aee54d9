package org.talblatt.discussion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.talblatt.article.DiscussionRules;
import org.talblatt.base.ArticleId;
import org.talblatt.base.CommentId;
import org.talblatt.base.Failure;
import org.talblatt.identity.Reader;
import org.talblatt.testing.TestArticles;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;

/** Writing, answering, taking back and rating, through the door. */
class DiscussionTest {
  private static final TestPaper paper = TestPaper.start();
  private static final Reader anna = TestReaders.create(paper, "Anna");
  private static final Reader ben = TestReaders.create(paper, "Ben");

  private final Discussion discussion = paper.door(Discussion.class);
  private final ThreadReading reading = paper.door(ThreadReading.class);
  private final JdbcClient db = paper.door(JdbcClient.class);
  private final Instant now = Clock.systemUTC().instant();

  @AfterAll
  static void stop() {
    paper.close();
  }

  @Test
  void countsEqualARecountWhenFiftyWriteAtOnce() throws Exception {
    ArticleId article = TestArticles.publish(paper, "Alle reden");
    CommentId first = post(anna, article, "Der erste").comment().id();
    List<Reader> readers =
        IntStream.range(0, 50).mapToObj(i -> TestReaders.create(paper, "Leser " + i)).toList();
    List<Callable<Integer>> writers = new ArrayList<>();
    for (Reader reader : readers) {
      writers.add(() -> write(reader, article, first));
    }
    Set<Integer> numbers = new HashSet<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Integer> number : threads.invokeAll(writers)) {
        numbers.add(number.get());
      }
    }
    assertThat(numbers).as("every writer got a number of its own").hasSize(50);
    assertRecount(article);
    ThreadPage page = reading.page(article, ThreadOrder.OLDEST, 1);
    assertThat(page.published()).isEqualTo(51 + 25 - 10);
    assertThat(page.comments().getFirst().up() + page.comments().getFirst().down()).isEqualTo(50);
  }

  /** Each writes one, every second answers, every fifth takes the own one back, all rate. */
  private int write(Reader reader, ArticleId article, CommentId first) {
    int who = Integer.parseInt(reader.name().substring("Leser ".length()));
    CommentId own = post(reader, article, "Von " + reader.name()).comment().id();
    if (who % 2 == 0) {
      discussion.reply(reader, first, "Antwort von " + who, UUID.randomUUID(), now);
    }
    if (who % 5 == 0) {
      discussion.delete(reader, own);
    }
    discussion.vote(reader, first, Vote.UP, now);
    discussion.vote(reader, first, who % 3 == 0 ? Vote.DOWN : Vote.UP, now);
    return own.number();
  }

  private void assertRecount(ArticleId article) {
    assertThat(
            db.sql(
                    """
                    select t.published_count - (select count(*) from comment c
                        where c.article = t.article and c.state = 'published')
                    from thread t where t.article = ?
                    """)
                .param(article.value())
                .query(Integer.class)
                .single())
        .as("published comments")
        .isZero();
    assertThat(
            db.sql(
                    """
                    select number from comment c where article = ? and (
                      up <> (select count(*) from vote v
                        where v.article = c.article and v.number = c.number and value = 1)
                      or down <> (select count(*) from vote v
                        where v.article = c.article and v.number = c.number and value = -1)
                      or visible_replies <> (select count(*) from public_comment r
                        where r.article = c.article and r.reply_to = c.number))
                    """)
                .param(article.value())
                .query(Integer.class)
                .list())
        .as("comments whose votes or replies are miscounted")
        .isEmpty();
  }

  @Test
  void theSameFormPostsOnce() throws Exception {
    ArticleId article = TestArticles.publish(paper, "Doppelt geklickt");
    UUID submission = UUID.randomUUID();
    List<Callable<Integer>> clicks = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      clicks.add(
          () -> discussion.post(anna, article, "Einmal", submission, now).comment().number());
    }
    Set<Integer> numbers = new HashSet<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Integer> number : threads.invokeAll(clicks)) {
        numbers.add(number.get());
      }
    }
    assertThat(numbers).hasSize(1);
    assertThat(reading.page(article, ThreadOrder.NEWEST, 1).published()).isEqualTo(1);
  }

  @Test
  void aDeletedCommentLeavesALineOnlyWhileItHasReplies() {
    ArticleId article = TestArticles.publish(paper, "Gelöscht");
    CommentId root = post(anna, article, "Geheimes").comment().id();
    CommentId reply = reply(ben, root, "Antwort").comment().id();
    CommentId deeper = reply(anna, reply, "Tiefer").comment().id();
    discussion.delete(anna, root);
    discussion.delete(ben, reply);
    ThreadPage page = reading.page(article, ThreadOrder.NEWEST, 1);
    assertThat(page.comments()).extracting(Comment::number).containsExactly(1, 2, 3);
    assertThat(page.comments().getFirst().html().html()).isEmpty();
    assertThat(page.comments().getFirst().text()).isEmpty();
    assertThat(page.published()).isEqualTo(1);
    discussion.delete(anna, deeper);
    assertThat(reading.page(article, ThreadOrder.NEWEST, 1).comments()).isEmpty();
    assertRecount(article);
    assertThat(post(ben, article, "Neu").comment().number()).as("never reused").isEqualTo(4);
  }

  @Test
  void nobodyAnswersOrRatesWhatIsGone() {
    ArticleId article = TestArticles.publish(paper, "Weg");
    CommentId id = post(anna, article, "Bald weg").comment().id();
    discussion.delete(anna, id);
    assertRefused(() -> reply(ben, id, "Zu spät"), Failure.Kind.CONFLICT);
    assertRefused(() -> discussion.vote(ben, id, Vote.UP, now), Failure.Kind.NOT_FOUND);
    assertRefused(() -> discussion.delete(anna, id), Failure.Kind.NOT_FOUND);
  }

  @Test
  void aVoteIsGivenChangedAndTakenBackButNeverOnOnesOwn() {
    ArticleId article = TestArticles.publish(paper, "Bewertet");
    CommentId id = post(anna, article, "Meine Meinung").comment().id();
    assertThat(discussion.vote(ben, id, Vote.UP, now)).isEqualTo(new Rated(1, 0, Vote.UP));
    assertThat(discussion.vote(ben, id, Vote.UP, now)).isEqualTo(new Rated(1, 0, Vote.UP));
    assertThat(discussion.vote(ben, id, Vote.DOWN, now)).isEqualTo(new Rated(0, 1, Vote.DOWN));
    assertThat(discussion.vote(ben, id, Vote.NONE, now)).isEqualTo(new Rated(0, 0, Vote.NONE));
    assertRefused(() -> discussion.vote(anna, id, Vote.UP, now), Failure.Kind.FORBIDDEN);
    assertRecount(article);
  }

  @Test
  void whoLeavesTakesAlongVotesThatDidNotCountAndNoCountChanges() {
    ArticleId article = TestArticles.publish(paper, "Abgesondert");
    CommentId id = post(anna, article, "Gehoben").comment().id();
    Reader leaver = TestReaders.create(paper, "Geht bald");
    discussion.vote(ben, id, Vote.UP, now);
    discussion.vote(leaver, id, Vote.UP, now);
    long ring =
        db.sql(
                """
                with ring as (
                  insert into vote_ring (one_block, first_at, last_at, found_at)
                  values (true, now(), now(), now()) returning id)
                insert into vote_ring_vote (ring, article, number, account)
                select id, ?, ?, ? from ring returning ring
                """)
            .params(article.value(), id.number(), leaver.account().value())
            .query(Long.class)
            .single();
    paper
        .door(TransactionTemplate.class)
        .executeWithoutResult(status -> paper.door(SetAside.class).take(ring));
    assertThat(reading.published(id).orElseThrow().up()).isEqualTo(1);
    Departures departures = paper.door(Departures.class);
    assertThat(departures.takeVotesBack(leaver.account())).isTrue();
    assertThat(departures.leaveRings(leaver.account())).isTrue();
    assertThat(reading.published(id).orElseThrow().up()).isEqualTo(1);
    assertRecount(article);
  }

  @Test
  void anEditIsPossibleForTenMinutesAndWhileUnanswered() {
    ArticleId article = TestArticles.publish(paper, "Geändert");
    CommentId id = post(anna, article, "Tippfeler").comment().id();
    Comment edited = discussion.edit(anna, id, 1, "Tippfehler @Ben", now).comment();
    assertThat(edited.text()).isEqualTo("Tippfehler @Ben");
    assertThat(edited.html().html()).contains("<b class=\"mention\">@Ben</b>");
    assertThat(edited.revision()).isEqualTo(2);
    assertThat(
            db.sql("select text from comment_version where article = ?")
                .param(article.value())
                .query(String.class)
                .list())
        .containsExactly("Tippfeler");
    assertRefused(() -> discussion.edit(anna, id, 1, "Veraltet", now), Failure.Kind.CONFLICT);
    assertRefused(() -> discussion.edit(ben, id, 2, "Fremd", now), Failure.Kind.FORBIDDEN);
    Instant late = now.plus(Duration.ofMinutes(11));
    assertRefused(() -> discussion.edit(anna, id, 2, "Spät", late), Failure.Kind.FORBIDDEN);
    reply(ben, id, "Antwort");
    assertRefused(() -> discussion.edit(anna, id, 2, "Doch", now), Failure.Kind.FORBIDDEN);
  }

  @Test
  void theArticleDecidesWhoMayTalk() {
    ArticleId closed =
        TestArticles.publish(
            paper,
            "Zu",
            new DiscussionRules(DiscussionRules.Mode.OPEN, now.minusSeconds(1), Duration.ZERO));
    assertRefused(() -> post(anna, closed, "Noch was"), Failure.Kind.FORBIDDEN);
    ArticleId slow =
        TestArticles.publish(
            paper,
            "Langsam",
            new DiscussionRules(DiscussionRules.Mode.OPEN, null, Duration.ofMinutes(5)));
    post(anna, slow, "Eins");
    assertRefused(() -> post(anna, slow, "Zwei"), Failure.Kind.TOO_MANY);
    post(ben, slow, "Von einem anderen");
    ArticleId held =
        TestArticles.publish(
            paper,
            "Erst lesen",
            new DiscussionRules(DiscussionRules.Mode.HELD, null, Duration.ZERO));
    assertThat(post(anna, held, "Wartet").comment().state()).isEqualTo(Comment.State.HELD);
    assertThat(reading.page(held, ThreadOrder.NEWEST, 1).comments()).isEmpty();
    Reader suspended = new Reader(anna.account(), "Anna", "de", Set.of(), true);
    ArticleId open = TestArticles.publish(paper, "Offen");
    assertRefused(() -> post(suspended, open, "Nein"), Failure.Kind.FORBIDDEN);
  }

  @Test
  void aTextIsNeitherEmptyNorTooLongNorFullOfTricks() {
    ArticleId article = TestArticles.publish(paper, "Texte");
    assertRefused(() -> post(anna, article, " \n\u200B\u00A0 "), Failure.Kind.INVALID);
    for (String nothing :
        List.of(">", "- ", "1.", "&#8203;".repeat(0) + "\u3164", "\u2800", "- >")) {
      assertRefused(() -> post(anna, article, nothing), Failure.Kind.INVALID);
    }
    assertRefused(() -> post(anna, article, "x".repeat(2001)), Failure.Kind.INVALID);
    assertThat(post(anna, article, "🏔".repeat(2000)).comment().text()).hasSize(4000);
    assertThat(post(anna, article, "a\u0000\u202Eb\r\n\r\n\r\n\r\nc").comment().text())
        .isEqualTo("ab\n\nc");
    assertThat(post(anna, article, "👍").comment().html().html()).isEqualTo("<p>👍</p>");
  }

  private Discussion.Written post(Reader reader, ArticleId article, String text) {
    return discussion.post(reader, article, text, UUID.randomUUID(), now);
  }

  private Discussion.Written reply(Reader reader, CommentId parent, String text) {
    return discussion.reply(reader, parent, text, UUID.randomUUID(), now);
  }

  private static void assertRefused(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable write, Failure.Kind kind) {
    assertThatThrownBy(write)
        .isInstanceOfSatisfying(
            Failure.class, failure -> assertThat(failure.kind()).isEqualTo(kind));
  }
}
