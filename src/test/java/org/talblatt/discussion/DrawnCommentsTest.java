package org.talblatt.discussion;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.talblatt.article.Article;
import org.talblatt.article.Articles;
import org.talblatt.article.DiscussionRules;
import org.talblatt.base.ArticleId;
import org.talblatt.base.CommentId;
import org.talblatt.identity.Reader;
import org.talblatt.platform.text.Messages;
import org.talblatt.platform.text.SafeHtml;
import org.talblatt.platform.text.Times;
import org.talblatt.testing.TestArticles;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;

/** A comment is drawn once, until something in the drawing changes. */
class DrawnCommentsTest {
  private static final TestPaper paper = TestPaper.start();
  private static final Reader anna = TestReaders.create(paper, "Anna");
  private static final Reader ben = TestReaders.create(paper, "Ben");
  private static final Times TIMES = new Times(ZoneId.of("Europe/Rome"), Locale.GERMAN);

  private final Discussion discussion = paper.door(Discussion.class);
  private final ThreadReading reading = paper.door(ThreadReading.class);
  private final Instant now = Clock.systemUTC().instant();
  private final Article article = article(DiscussionRules.OPEN);
  private final CommentId first = post("Ein **Satz**");

  @AfterAll
  static void stop() {
    paper.close();
  }

  private static Article article(DiscussionRules rules) {
    ArticleId id = TestArticles.publish(paper, "Gezeichnet", rules);
    return paper.door(Articles.class).published(id).orElseThrow();
  }

  @Test
  void readAgainItIsNotDrawnAgain() {
    String drawn = drawn(first.number());
    assertThat(drawn).contains("Ein <strong>Satz</strong>", "Anna");
    assertThat(drawn(first.number())).isSameAs(drawn);
  }

  @Test
  void aVoteAnEditAndAReplyDrawItAgain() {
    String before = drawn(first.number());
    discussion.vote(ben, first, Vote.UP, now);
    String voted = drawn(first.number());
    assertThat(voted).isNotEqualTo(before).contains("<span class=\"vote-count\">1</span>");
    discussion.edit(anna, first, 1, "Ein anderer Satz", now);
    assertThat(drawn(first.number())).contains("Ein anderer Satz").doesNotContain("strong");
  }

  @Test
  void aReplySaysWhomItAnswersWhereItsPlaceDoesNot() {
    CommentId reply =
        discussion.reply(ben, first, "Eine Antwort", UUID.randomUUID(), now).comment().id();
    assertThat(drawn(reply.number())).contains("href=\"#kommentar-" + first.number() + "\"");
    Comment alone = reading.published(reply).orElseThrow();
    assertThat(DrawnComments.html(view(ThreadPage.of(alone, 2), TIMES), alone))
        .contains("href=\"/artikel/" + article.id() + "/kommentare/" + first.number() + "\"");
  }

  @Test
  void anotherZoneIsAnotherDrawing() {
    Comment comment = page().comments().getFirst();
    Times elsewhere = new Times(ZoneId.of("Asia/Tokyo"), Locale.GERMAN);
    assertThat(DrawnComments.html(view(page(), elsewhere), comment))
        .isNotEqualTo(drawn(comment.number()));
  }

  @Test
  void whenTheTalkEndsTheButtonsGo() {
    Comment comment = page().comments().getFirst();
    assertThat(drawn(comment.number())).contains("<button");
    ThreadView open = view(page(), TIMES);
    Article closing =
        article(new DiscussionRules(DiscussionRules.Mode.OPEN, now.plusSeconds(60), Duration.ZERO));
    ThreadView over =
        new ThreadView(
            closing,
            page(),
            null,
            open.messages(),
            TIMES,
            now.plus(Duration.ofMinutes(2)),
            rules(),
            Waiting.NONE);
    assertThat(DrawnComments.html(over, comment)).doesNotContain("<button");
  }

  @Test
  void whatSurroundsATextIsNeverMoreThanAPageReckonsWith() {
    Comment worst =
        new Comment(
            new CommentId(article.id(), 999_999_999),
            999_999_998,
            1,
            106,
            Comment.State.PUBLISHED,
            new Author(anna.account(), "字".repeat(30), "moderator", false),
            SafeHtml.stored("<p>x</p>"),
            "x",
            9,
            9,
            99_999,
            99_999,
            now.minus(Duration.ofDays(400)),
            now,
            1,
            now,
            false);
    for (String language : Messages.LANGUAGES) {
      ThreadView view =
          new ThreadView(
              article, ThreadPage.of(worst, 1), null, Messages.of(language), TIMES, now, rules());
      int bytes = DrawnComments.html(view, worst).getBytes(StandardCharsets.UTF_8).length;
      assertThat(bytes).as(language).isLessThanOrEqualTo(Branches.SURROUNDING_BYTES + 4 * 90);
    }
  }

  private TalkRules rules() {
    return paper.door(TalkSettings.class).of(article);
  }

  private CommentId post(String text) {
    return discussion.post(anna, article.id(), text, UUID.randomUUID(), now).comment().id();
  }

  private ThreadPage page() {
    return reading.page(article.id(), ThreadOrder.NEWEST, 1);
  }

  private ThreadView view(ThreadPage page, Times times) {
    return new ThreadView(
        article, page, null, Messages.of("de"), times, now, rules(), Waiting.NONE);
  }

  private String drawn(int number) {
    ThreadPage page = page();
    Comment comment =
        page.comments().stream().filter(c -> c.number() == number).findFirst().orElseThrow();
    return DrawnComments.html(view(page, TIMES), comment);
  }
}
