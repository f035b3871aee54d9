package org.talblatt.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.talblatt.base.ArticleId;
import org.talblatt.platform.text.ArticleHtml;
import org.talblatt.testing.TestPaper;

/** Articles come out, are corrected, are withdrawn. */
class PublishingTest {
  private static final TestPaper paper = TestPaper.start();
  private final Publishing publishing = paper.door(Publishing.class);
  private final Articles articles = paper.door(Articles.class);

  @AfterAll
  static void stop() {
    paper.close();
  }

  @Test
  void aPublishedArticleIsReadAsItWasWritten() {
    paper.door(Sections.class).put(new Section("politik", "Politik", 1, "de"));
    Draft draft = draft("Grüße vom Rathaus");
    ArticleId id = publishing.publish(draft, null, Instant.now());
    Article article = articles.published(id).orElseThrow();
    assertThat(article.path()).isEqualTo("/politik/gruesse-vom-rathaus-" + id);
    assertThat(article.body().html()).isEqualTo("<p>Text.</p>");
    assertThat(article.section().name()).isEqualTo("Politik");
  }

  private static Draft draft(String headline) {
    return new Draft(
        "politik",
        headline,
        "",
        "",
        "",
        "",
        "",
        "",
        ArticleHtml.clean("<p>Text.</p><script>x</script>"),
        "de",
        "",
        null,
        List.of("Rathaus"),
        0,
        DiscussionRules.OPEN,
        null);
  }
}
