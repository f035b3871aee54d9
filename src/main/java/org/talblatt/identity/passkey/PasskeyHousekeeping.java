package org.talblatt.identity.passkey;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.talblatt.platform.jobs.Chore;

/** Forgets questions that nobody answered. */
@Configuration
class PasskeyHousekeeping {
  @Bean
  Chore forgetChallenges(Challenges challenges) {
    return new Chore("passkey-forget-ended", Duration.ofMinutes(10), challenges::dropEnded);
  }
}
