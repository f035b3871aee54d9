package org.talblatt.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.talblatt.base.ArticleId;
import org.talblatt.base.CommentId;
import org.talblatt.base.Links;
import org.talblatt.discussion.Discussion;
import org.talblatt.discussion.Vote;
import org.talblatt.identity.Reader;
import org.talblatt.testing.TestArticles;
import org.talblatt.testing.TestBrowser;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What search engines are told of the talk. */
class StructuredTalkTest {
  private static final TestPaper paper = TestPaper.start();
  private static final Reader anna = TestReaders.create(paper, "Anna");
  private static final Reader ben = TestReaders.create(paper, "Ben");

  private final Discussion discussion = paper.door(Discussion.class);
  private final Instant now = Clock.systemUTC().instant();

  @AfterAll
  static void stop() {
    paper.close();
  }

  @Test
  void aCommentIsDescribedWithAuthorTimeTextCountsAndWhatItAnswers() {
    ArticleId article = TestArticles.publish(paper, "Beschrieben");
    CommentId root = post(anna, article, "Das ist **fett** & <klug>\n\n> zitiert\n\nEnde");
    discussion.reply(ben, root, "Finde ich </script> auch", UUID.randomUUID(), now);
    discussion.vote(ben, root, Vote.UP, now);
    discussion.vote(anna, new CommentId(article, 2), Vote.DOWN, now);
    JsonNode data = data(page(article));
    assertThat(data.get("commentCount").asInt()).isEqualTo(2);
    assertThat(data.get("interactionStatistic").toString())
        .isEqualTo(
            "{\"@type\":\"InteractionCounter\","
                + "\"interactionType\":\"https://schema.org/CommentAction\","
                + "\"userInteractionCount\":2}");
    JsonNode first = data.get("comment").get(0);
    assertThat(first.get("@type").asString()).isEqualTo("Comment");
    assertThat(first.get("author").get("name").asString()).isEqualTo("Anna");
    assertThat(first.get("text").asString()).isEqualTo("Das ist fett & <klug>\nzitiert\nEnde");
    assertThat(first.get("url").asString()).isEqualTo(paper.url(Links.comment(root)).toString());
    assertThat(Instant.parse(first.get("dateCreated").asString()))
        .isBetween(now.minusSeconds(1), now.plusSeconds(1));
    assertThat(first.get("upvoteCount").asInt()).isEqualTo(1);
    assertThat(first.get("downvoteCount").asInt()).isZero();
    assertThat(first.has("parentItem")).isFalse();
    JsonNode answer = data.get("comment").get(1);
    assertThat(answer.get("parentItem").get("@id").asString()).isEqualTo("#kommentar-1");
    assertThat(answer.get("text").asString()).isEqualTo("Finde ich </script> auch");
    assertThat(answer.get("downvoteCount").asInt()).isEqualTo(1);
    discussion.delete(anna, root);
    assertThat(data(page(article)).get("comment")).as("no line of what is gone").hasSize(1);
  }

  @Test
  void anArticleWithoutCommentsHasNone() {
    JsonNode data = data(page(TestArticles.publish(paper, "Still")));
    assertThat(data.has("comment")).isFalse();
    assertThat(data.get("interactionStatistic").get("userInteractionCount").asInt()).isZero();
  }

  @Test
  void aPageFullOfLongCommentsIsNotMuchLongerForIt() {
    ArticleId article = TestArticles.publish(paper, "Lang");
    for (int i = 0; i < 50; i++) {
      post(anna, article, "Ärgerlich lang, ".repeat(100) + i);
    }
    String page = page(article);
    int whole = page.getBytes(StandardCharsets.UTF_8).length;
    int described = described(page).getBytes(StandardCharsets.UTF_8).length;
    assertThat(data(page).get("comment")).hasSize(10);
    assertThat(described).isLessThan(14_000);
    assertThat(described * 8).isLessThan(whole);
    assertThat(described(personal(article))).doesNotContain("\"comment\":[");
  }

  private CommentId post(Reader reader, ArticleId article, String text) {
    return discussion.post(reader, article, text, UUID.randomUUID(), now).comment().id();
  }

  private static String page(ArticleId article) {
    TestBrowser anybody = new TestBrowser(paper);
    return anybody.follow(anybody.get(Links.article(article))).body();
  }

  private static String personal(ArticleId article) {
    return TestBrowser.as(paper, ben).get(Links.personalView(article)).body();
  }

  private static String described(String page) {
    return Jsoup.parse(page).select("script[type=application/ld+json]").getFirst().data();
  }

  private static JsonNode data(String page) {
    return JsonMapper.builder().build().readTree(described(page));
  }
}
