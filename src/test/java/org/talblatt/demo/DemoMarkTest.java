package org.talblatt.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.talblatt.Application;
import org.talblatt.paper.Papers;
import org.talblatt.platform.CommandFailure;
import org.talblatt.platform.SettingValues;
import org.talblatt.platform.Settings;
import org.talblatt.testing.TestArticles;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;

/** A demo is never served as a real paper, and a real paper is never filled with the demo. */
class DemoMarkTest {
  @Test
  void aMarkedFolderIsNotServed() {
    try (TestPaper demo = TestPaper.start()) {
      demo.door(Papers.class).markDemo();
      assertThatThrownBy(() -> TestPaper.withUsualLimits(demo.database()))
          .isInstanceOf(CommandFailure.class)
          .hasMessageContaining("holds the demo, whose passwords everybody knows")
          .extracting(failure -> ((CommandFailure) failure).exitCode())
          .isEqualTo(CommandFailure.USAGE);
    }
  }

  @Test
  void commandsWorkOnTheDemoToo() {
    try (TestPaper demo = TestPaper.start()) {
      demo.door(Papers.class).markDemo();
      Settings settings =
          SettingValues.of(Map.of("data", demo.settings().data().toString()), false);
      try (ConfigurableApplicationContext task =
          Application.startWithoutServer(settings, demo.database())) {
        assertThat(task.getBean(Papers.class).demo()).isTrue();
      }
    }
  }

  @Test
  void aPaperWithAnAccountIsNotFilled() {
    try (TestPaper paper = TestPaper.start()) {
      TestReaders.create(paper, "Erste Leserin");
      isNotFilled(paper);
    }
  }

  @Test
  void aPaperWithAnArticleIsNotFilled() {
    try (TestPaper paper = TestPaper.start()) {
      TestArticles.publish(paper, "Ein echter Beitrag");
      isNotFilled(paper);
    }
  }

  private static void isNotFilled(TestPaper paper) {
    String name = paper.door(Papers.class).current().name();
    assertThatThrownBy(() -> paper.door(DemoPaper.class).fill())
        .isInstanceOf(CommandFailure.class)
        .hasMessageContaining("holds a paper that is not the demo");
    assertThat(paper.door(Papers.class).current().name()).isEqualTo(name);
    assertThat(paper.door(Papers.class).demo()).isFalse();
  }
}
