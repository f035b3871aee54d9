package org.talblatt.desk.ways;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.talblatt.platform.jobs.Chore;

/** When the ways are looked at. */
@Configuration
class WaysConfiguration {
  static final String LOOK = "wire-ways";

  @Bean
  Chore wayLooks(WayRunner runner) {
    return new Chore(LOOK, Duration.ofSeconds(5), runner::start);
  }

  @Bean
  Chore waysSeen(Ways ways) {
    return new Chore("wire-ways-seen", Duration.ofHours(6), ways::forgetSeen);
  }
}
