package org.talblatt.moderation;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.talblatt.platform.jobs.Chore;

/** Forgets what no case needs any more. */
@Configuration
class Retention {
  @Bean
  Chore forgetEndedCases(
      CaseLinks links, EvidenceStore evidence, ModerationRecords records, LegalOrders orders) {
    return new Chore(
        "moderation-forget-ended",
        Duration.ofHours(6),
        () -> {
          links.dropEnded();
          evidence.dropEnded();
          records.forgetEnded();
          orders.dropEnded();
        });
  }
}
