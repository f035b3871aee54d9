package org.talblatt.discussion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.talblatt.article.Articles;
import org.talblatt.article.DiscussionRules;
import org.talblatt.base.ArticleId;
import org.talblatt.base.CommentId;
import org.talblatt.base.Failure;
import org.talblatt.discussion.CommentCheck.Verdict;
import org.talblatt.identity.Reader;
import org.talblatt.testing.TestArticles;
import org.talblatt.testing.TestBrowser;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;

/** What moderators and checks do to a thread, through the door. */
class ModeratedTalkTest {
  private static final TestPaper paper = TestPaper.start();
  private static final List<Reader> readers =
      List.of(
          TestReaders.create(paper, "Anna"),
          TestReaders.create(paper, "Ben"),
          TestReaders.create(paper, "Carla"));

  private final Discussion discussion = paper.door(Discussion.class);
  private final ThreadReading reading = paper.door(ThreadReading.class);
  private final Comments comments = paper.door(Comments.class);
  private final JdbcClient db = paper.door(JdbcClient.class);
  private final Instant now = Clock.systemUTC().instant();

  @AfterAll
  static void stop() {
    paper.close();
  }

  @Test
  void countsEqualARecountAndNoBranchTearsWhateverWritersAndModeratorsDo() {
    for (int seed = 1; seed <= 4; seed++) {
      Random random = new Random(seed);
      ArticleId article = TestArticles.publish(paper, "Zufall " + seed);
      CommentId first = post(readers.getFirst(), article, "Anfang");
      for (int step = 0; step < 60; step++) {
        act(random, article, first.number());
        assertRecount(article, "seed " + seed + ", step " + step);
      }
    }
  }

  /** One of all that can happen to a thread; refusals are part of it. */
  private void act(Random random, ArticleId article, int first) {
    int last =
        db.sql("select last_number from thread where article = ?")
            .param(article.value())
            .query(Integer.class)
            .single();
    CommentId id = new CommentId(article, first + random.nextInt(last));
    Reader reader = readers.get(random.nextInt(readers.size()));
    try {
      switch (random.nextInt(8)) {
        case 0 -> post(reader, article, "Neu " + last);
        case 1, 2, 3 ->
            discussion.reply(reader, id, "Antwort auf " + id.number(), UUID.randomUUID(), now);
        case 4 -> discussion.delete(reader, id);
        case 5 -> discussion.hold(id, "discussion.rule-article");
        case 6 -> discussion.reject(id);
        default -> discussion.publish(id);
      }
    } catch (Failure refused) {
      assertThat(refused.kind())
          .isIn(Failure.Kind.NOT_FOUND, Failure.Kind.CONFLICT, Failure.Kind.FORBIDDEN);
    }
  }

  private void assertRecount(ArticleId article, String when) {
    int stored = reading.page(article, ThreadOrder.NEWEST, 1).published();
    int counted =
        db.sql("select count(*) from comment where article = ? and state = 'published'")
            .param(article.value())
            .query(Integer.class)
            .single();
    assertThat(stored).as("published, %s", when).isEqualTo(counted);
    assertThat(
            db.sql(
                    """
                    select number from comment c where article = ? and visible_replies <>
                      (select count(*) from public_comment r
                        where r.article = c.article and r.reply_to = c.number)
                    """)
                .param(article.value())
                .query(Integer.class)
                .list())
        .as("comments whose replies are miscounted, %s", when)
        .isEmpty();
    long read =
        reading.after(article, ThreadOrder.OLDEST, null, 100).comments().stream()
            .filter(comment -> comment.state() == Comment.State.PUBLISHED)
            .count();
    assertThat(read).as("comments that a reader finds, %s", when).isEqualTo(counted);
  }

  @Test
  void whatIsHeldUnderRepliesLeavesALineWithoutItsTextAndComesBackWhole() {
    ArticleId article = TestArticles.publish(paper, "Zurückgehalten");
    CommentId root = post(readers.get(0), article, "Eine Anschuldigung");
    discussion.reply(readers.get(1), root, "Eine Antwort", UUID.randomUUID(), now);
    discussion.hold(root, "discussion.rule-article");
    TestBrowser nobody = new TestBrowser(paper);
    String page = nobody.follow(nobody.get("/artikel/" + article)).body();
    assertThat(page)
        .contains("wird von der Moderation geprüft", "Eine Antwort", "1 Kommentar auf")
        .doesNotContain("Anschuldigung");
    assertThat(nobody.json("GET", "/api/v1/articles/" + article + "/comments", "x").body())
        .doesNotContain("Anschuldigung");
    discussion.publish(root);
    assertThat(nobody.follow(nobody.get("/artikel/" + article)).body())
        .contains("Eine Anschuldigung", "2 Kommentare auf");
  }

  @Test
  void whatItsAuthorDeletedIsNotBroughtBack() {
    ArticleId article = TestArticles.publish(paper, "Gelöscht bleibt gelöscht");
    CommentId id = post(readers.get(0), article, "Weg damit");
    discussion.delete(readers.get(0), id);
    assertThatThrownBy(() -> discussion.publish(id)).isInstanceOf(Failure.class);
    assertThat(comments.find(id).orElseThrow().state()).isEqualTo(Comment.State.DELETED);
  }

  @Test
  void theStrictestCheckDecidesOnEveryPostAndEveryEdit() {
    ArticleId article = TestArticles.publish(paper, "Geprüft");
    Discussion checked = checkedBy(ModeratedTalkTest::strict, comment -> new Verdict.Publish());
    CommentId held = inOne(() -> checked.post(readers.get(0), article, "ein Verdacht", any(), now));
    assertThat(comments.find(held).orElseThrow().state()).isEqualTo(Comment.State.HELD);
    assertThatThrownBy(
            () -> inOne(() -> checked.post(readers.get(0), article, "Schund", any(), now)))
        .isInstanceOfSatisfying(
            Failure.class,
            failure -> {
              assertThat(failure.kind()).isEqualTo(Failure.Kind.INVALID);
              assertThat(failure.key()).isEqualTo("discussion.rule-article");
            });
    CommentId fine = inOne(() -> checked.post(readers.get(0), article, "alles gut", any(), now));
    assertThat(comments.find(fine).orElseThrow().state()).isEqualTo(Comment.State.PUBLISHED);
    inOne(() -> checked.edit(readers.get(0), fine, null, "doch ein Verdacht", now));
    assertThat(comments.find(fine).orElseThrow().state()).isEqualTo(Comment.State.HELD);
    assertRecount(article, "after the edit");
    assertThat(readRule(fine)).isEqualTo("discussion.rule-article");
  }

  private static UUID any() {
    return UUID.randomUUID();
  }

  private static Discussion checkedBy(CommentCheck... checks) {
    StaticListableBeanFactory beans = new StaticListableBeanFactory();
    for (CommentCheck check : checks) {
      beans.addBean("check" + beans.getBeanDefinitionCount(), check);
    }
    return new Discussion(
        paper.door(Articles.class),
        paper.door(Gate.class),
        paper.door(Threads.class),
        paper.door(Comments.class),
        paper.door(BallotBox.class),
        paper.door(VisitNotes.class),
        paper.door(MarkupWithMentions.class),
        paper.door(Standing.class),
        new Checks(beans.getBeanProvider(CommentCheck.class)),
        paper.door(TalkSettings.class));
  }

  private static CommentId inOne(Supplier<Discussion.Written> write) {
    return Objects.requireNonNull(
            paper.door(TransactionTemplate.class).execute(status -> write.get()))
        .comment()
        .id();
  }

  private static Verdict strict(CommentCheck.Incoming comment) {
    String rule = "discussion.rule-article";
    return comment.text().contains("Schund")
        ? new Verdict.Refuse(rule)
        : comment.text().contains("Verdacht") ? new Verdict.Hold(rule) : new Verdict.Publish();
  }

  private String readRule(CommentId id) {
    return db.sql("select held_rule from comment where article = ? and number = ?")
        .params(id.article().value(), id.number())
        .query(String.class)
        .single();
  }

  @Test
  void whereEveryCommentIsReadFirstAChangeIsReadAgain() {
    ArticleId article =
        TestArticles.publish(
            paper,
            "Erst lesen",
            new DiscussionRules(DiscussionRules.Mode.HELD, null, Duration.ZERO));
    CommentId id = post(readers.get(0), article, "Harmlos");
    discussion.publish(id);
    assertThat(discussion.edit(readers.get(0), id, null, "Nicht mehr harmlos", now).comment())
        .extracting(Comment::state)
        .isEqualTo(Comment.State.HELD);
    assertThat(reading.page(article, ThreadOrder.NEWEST, 1).published()).isZero();
  }

  private CommentId post(Reader reader, ArticleId article, String text) {
    return discussion.post(reader, article, text, UUID.randomUUID(), now).comment().id();
  }
}
