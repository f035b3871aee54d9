package org.talblatt.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.talblatt.demo.DemoPaper;
import org.talblatt.testing.TestPaper;

/** Somebody reads: from the front page to a section to an article. */
class ReadingTest {
  private static final TestPaper paper = TestPaper.start();

  @BeforeAll
  static void fill() {
    paper.door(DemoPaper.class).fill();
  }

  @AfterAll
  static void stop() {
    paper.close();
  }

  static Stream<Arguments> looks() {
    return Stream.concat(
        Chromium.Look.all().stream().map(look -> Arguments.of(look, true)),
        Stream.of(
            Arguments.of(Chromium.Look.DESKTOP, false),
            Arguments.of(Chromium.Look.PHONE_DARK, false)));
  }

  @ParameterizedTest(name = "{0}, JavaScript: {1}")
  @MethodSource("looks")
  void fromTheFrontPageToASectionToAnArticle(Chromium.Look look, boolean script) {
    try (Visit visit = new Visit(paper, look, script)) {
      Page page = visit.open("/");
      visit.looksRight();
      page.locator("nav.sections a").first().click();
      page.waitForURL("**/*");
      assertThat(visit.path()).matches("/[a-z-]+");
      visit.looksRight();
      Locator story = page.locator("main article a").first();
      String href = story.getAttribute("href");
      story.click();
      page.waitForURL("**" + href);
      assertThat(visit.path()).matches("/[a-z-]+/[a-z0-9-]+-[0-9]+");
      assertThat(page.locator("h1").count()).isEqualTo(1);
      visit.looksRight();
    }
  }
}
