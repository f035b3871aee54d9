package org.talblatt.desk.routing;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.talblatt.platform.jobs.Chore;
import org.talblatt.wire.WireRouting;

/** Asks again about what waits, where rules or places changed or items are older than the rules. */
@Configuration
class RoutingConfiguration {
  private static final Duration PAUSE = Duration.ofSeconds(10);
  private static final int AT_A_TIME = 200;

  @Bean
  Chore askAgain(WireRouting waiting) {
    return new Chore("wire-routing", PAUSE, () -> all(waiting));
  }

  private static void all(WireRouting waiting) {
    while (waiting.askAgain(AT_A_TIME) == AT_A_TIME) {
      // the next ones
    }
  }
}
