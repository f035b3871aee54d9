package org.talblatt.discussion;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.talblatt.platform.jobs.Chore;

/** Forgets rankings that nobody can read any more. */
@Configuration
class RankingWork {
  @Bean
  Chore forgetRankings(RankedThreads ranked) {
    return new Chore("discussion-forget-rankings", Duration.ofMinutes(10), ranked::dropEnded);
  }
}
