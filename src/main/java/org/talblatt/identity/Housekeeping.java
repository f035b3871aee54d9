package org.talblatt.identity;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.talblatt.identity.guard.AbuseSigns;
import org.talblatt.identity.guard.FormTokens;
import org.talblatt.platform.jobs.Chore;

/** Forgets what has run out: sessions, links, kept texts, registrations nobody confirmed. */
@Configuration
class Housekeeping {
  @Bean
  Chore forgetEnded(
      Sessions sessions,
      MailedLinks links,
      KeptTexts texts,
      Registrations registrations,
      PendingLogins pending,
      Devices devices,
      Throttle throttle,
      AbuseSigns signs,
      FormTokens forms) {
    return new Chore(
        "identity-forget-ended",
        Duration.ofHours(1),
        () -> {
          sessions.dropEnded();
          links.dropEnded();
          texts.dropEnded();
          registrations.dropEnded();
          pending.dropEnded();
          devices.dropEnded();
          throttle.dropEnded();
          signs.dropOld();
          forms.dropEnded();
        });
  }
}
