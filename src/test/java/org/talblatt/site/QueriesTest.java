package org.talblatt.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.talblatt.base.ArticleId;
import org.talblatt.base.Links;
import org.talblatt.discussion.Discussion;
import org.talblatt.identity.Reader;
import org.talblatt.testing.Statements;
import org.talblatt.testing.TestArticles;
import org.talblatt.testing.TestBrowser;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;

/** How much the busiest requests may ask of the database. */
class QueriesTest {
  private static final TestPaper paper = TestPaper.start();
  private static final Reader anna = TestReaders.create(paper, "Anna");
  private final TestBrowser reader = TestBrowser.as(paper, anna);

  @AfterAll
  static void stop() {
    paper.close();
  }

  @Test
  void theOverlayIsOneStatementAndNoneWithoutASession() {
    ArticleId article = talkedUnder(3);
    String overlay = "/ich/artikel/" + article;
    assertThat(Statements.during(paper, () -> reader.get(overlay))).hasSize(1);
    TestBrowser anybody = new TestBrowser(paper);
    assertThat(Statements.during(paper, () -> anybody.get(overlay))).isEmpty();
  }

  @Test
  void aPageIsRenderedWithTheSameFewStatementsHoweverLongItsThread() {
    List<String> quiet = rendering(talkedUnder(0));
    List<String> loud = rendering(talkedUnder(130));
    assertThat(loud).isEqualTo(quiet);
    assertThat(loud).as("article, counters, shape, texts, paper, sections").hasSize(6);
  }

  private List<String> rendering(ArticleId article) {
    String address =
        reader.get(Links.article(article)).headers().firstValue("Location").orElseThrow();
    String path = address.replaceFirst("^http://[^/]+", "");
    List<String> first = Statements.during(paper, () -> reader.get(path));
    assertThat(Statements.during(paper, () -> reader.get(path))).as("from memory").isEmpty();
    return first;
  }

  @Test
  void aCommentIsWrittenWithAFewStatements() {
    ArticleId article = talkedUnder(1);
    List<String> writing =
        Statements.during(
            paper, () -> reader.json("POST", comments(article), "{\"text\": \"Neu\"}"));
    assertThat(writing)
        .as("session, article, lock, same form, insert, whom it concerns, count, read back")
        .hasSizeLessThanOrEqualTo(8)
        .as("what only the article's page shows is not looked for")
        .noneMatch(
            sql -> sql.matches("(?s).*(article_version v|article_related|article_correction).*"));
    List<String> answering =
        Statements.during(
            paper,
            () -> reader.json("POST", comments(article), "{\"text\": \"@Anna\", \"replyTo\": 1}"));
    assertThat(answering)
        .as("besides: names, parent, mention, parent's count")
        .hasSizeLessThanOrEqualTo(12);
  }

  private static String comments(ArticleId article) {
    return "/api/v1/articles/" + article + "/comments";
  }

  private static ArticleId talkedUnder(int comments) {
    ArticleId article = TestArticles.publish(paper, "Gezählt " + comments);
    Discussion discussion = paper.door(Discussion.class);
    for (int i = 0; i < comments; i++) {
      discussion.post(anna, article, "Nummer " + i, UUID.randomUUID(), Clock.systemUTC().instant());
    }
    return article;
  }
}
