package org.talblatt.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.talblatt.article.Article;
import org.talblatt.article.Articles;
import org.talblatt.article.Sections;
import org.talblatt.testing.TestPaper;

/** The demo is a paper that one can read. */
class DemoPaperTest {
  private static final TestPaper paper = TestPaper.start();

  @AfterAll
  static void stop() {
    paper.close();
  }

  @Test
  void itFillsAnEmptyPaperOnceWithStoriesInEverySection() {
    DemoPaper demo = paper.door(DemoPaper.class);
    Articles articles = paper.door(Articles.class);
    demo.fill();
    int stories = articles.count(null);
    demo.fill();
    assertThat(articles.count(null)).isEqualTo(stories);
    assertThat(paper.door(Sections.class).all())
        .hasSize(5)
        .allSatisfy(section -> assertThat(articles.count(section.slug())).isPositive());
    assertThat(articles.frontPage(stories)).extracting(Article::credit).contains("APA/dpa");
  }

  @Test
  void whatTheProgramLogsLiesInTheDataFolderAsOneObjectALine() throws Exception {
    LoggerFactory.getLogger(DemoPaperTest.class).warn("a line for the log");
    List<String> lines = Files.readAllLines(paper.settings().data().resolve("log/talblatt.json"));
    assertThat(lines)
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line).startsWith("{\"@timestamp\""));
  }
}
