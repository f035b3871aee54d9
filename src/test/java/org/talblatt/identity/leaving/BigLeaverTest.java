package org.talblatt.identity.leaving;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.talblatt.base.ArticleId;
import org.talblatt.discussion.Discussion;
import org.talblatt.identity.Leaver;
import org.talblatt.identity.Leaving;
import org.talblatt.identity.PersonalData;
import org.talblatt.identity.Reader;
import org.talblatt.paper.Actor;
import org.talblatt.testing.Statements;
import org.talblatt.testing.TestArticles;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;

/** Who wrote much leaves in small steps: nobody waits for them. */
class BigLeaverTest {
  private static final int THREADS = 120;
  private static final int EACH = 5;

  private static final TestPaper paper = TestPaper.start();
  private static final JdbcClient db = paper.door(JdbcClient.class);

  @AfterAll
  static void stop() {
    paper.close();
  }

  @Test
  void eachStepIsSmallWritersGetThroughInBetweenAndCountsAreTrueAfterwards() {
    Reader leaver = TestReaders.create(paper, "Viel Geschrieben");
    Reader other = TestReaders.create(paper, "Schreibt Weiter");
    fill(leaver);
    paper.door(Departing.class).leaveAtOnce(leaver.account(), Leaving.DELETE, Actor.console());
    PersonalData talk =
        paper.door(Features.class).all().stream()
            .filter(feature -> feature.columns().contains("comment.author"))
            .findFirst()
            .orElseThrow();
    TransactionTemplate transaction = paper.door(TransactionTemplate.class);
    Leaver leaving =
        new Leaver(
            leaver.account(),
            Leaving.DELETE,
            java.util.Objects.requireNonNull(
                transaction.execute(done -> paper.door(Leavings.class).nobody())));
    List<String> step =
        Statements.during(
            paper, () -> transaction.executeWithoutResult(done -> talk.hide(leaving)));
    assertThat(step.size()).as("statements of one step").isLessThan(400);
    ArticleId somewhere =
        new ArticleId(db.sql("select max(article) from thread").query(Long.class).single());
    paper
        .door(Discussion.class)
        .post(other, somewhere, "Ich komme durch", UUID.randomUUID(), Clock.systemUTC().instant());
    paper.door(Erasing.class).erase(leaver.account());
    assertThat(count("select count(*)::int from account where name = 'Viel Geschrieben'")).isZero();
    assertThat(count("select count(*)::int from comment where text <> ''")).isEqualTo(1 + THREADS);
    countsAreTrue();
  }

  private static void countsAreTrue() {
    assertThat(
            count(
                """
                select count(*)::int from thread t where published_count <>
                  (select count(*) from comment c where c.article = t.article and state = 'published')
                """))
        .isZero();
    assertThat(
            count(
                """
                select count(*)::int from comment c where visible_replies <>
                  (select count(*) from public_comment r
                   where r.article = c.article and r.reply_to = c.number)
                """))
        .isZero();
  }

  /** In each thread a chain by the leaver, with an answer by somebody else in its middle. */
  private static void fill(Reader leaver) {
    Reader friend = TestReaders.create(paper, "Antwortet Einmal");
    ArticleId first = TestArticles.publish(paper, "Gespräch");
    db.sql(
            """
            insert into article (section, slug, state, headline, published_at)
            select 'politik', 'g-' || n, 'published', 'Gespräch ' || n, now()
            from generate_series(2, :threads) n
            """)
        .param("threads", THREADS)
        .update();
    db.sql(
            """
            insert into thread (article, last_number, published_count)
            select id, :each, :each from article where id >= :first
            """)
        .param("each", EACH)
        .param("first", first.value())
        .update();
    db.sql(
            """
            insert into comment (article, number, reply_to, root, depth, author, text, html,
              article_version, visible_replies, submission)
            select t.article, n, nullif(n - 1, 0), 1, n - 1,
              case when n = 3 then :friend else :leaver end, 'Text', '<p>Text</p>', 1,
              case when n < :each then 1 else 0 end, gen_random_uuid()
            from thread t, generate_series(1, :each) n
            """)
        .param("friend", friend.account().value())
        .param("leaver", leaver.account().value())
        .param("each", EACH)
        .update();
  }

  private static int count(String sql) {
    return db.sql(sql).query(Integer.class).single();
  }
}
