package org.talblatt.platform.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What nodes tell each other fits into a notification. */
class PurgeMessageTest {
  @Test
  void itReadsWhatItWrote() {
    PurgeMessage message =
        PurgeMessage.of("node-1", List.of("article:1", "~article:2", "thema:schön"));
    assertThat(PurgeMessage.parse(message.text())).isEqualTo(message);
  }

  @Test
  void tooMuchToNameIsEverything() {
    List<String> many = IntStream.range(0, 600).mapToObj(i -> "article:" + i).toList();
    PurgeMessage message = PurgeMessage.of("node-1", many);
    assertThat(message.marks()).containsExactly("*");
    List<String> fitting = many.subList(0, 500);
    assertThat(PurgeMessage.of("node-1", fitting).marks()).isEqualTo(fitting);
    assertThat(PurgeMessage.of("node-1", fitting).text().getBytes(StandardCharsets.UTF_8).length)
        .isLessThan(7000);
  }

  @Test
  void everythingSwallowsTheRest() {
    assertThat(PurgeMessage.of("n", List.of("article:1", "*")).marks()).containsExactly("*");
  }
}
