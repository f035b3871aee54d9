package org.talblatt.paper;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.talblatt.platform.jobs.Chore;

/** Forgets where lines of the audit log came from, in time. */
@Configuration
class AuditHousekeeping {
  @Bean
  Chore forgetAuditBlocks(AuditLog log) {
    return new Chore("audit-forget-blocks", Duration.ofHours(6), log::forgetBlocks);
  }
}
