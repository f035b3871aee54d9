package org.talblatt.identity.oidc;

import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.talblatt.platform.http.ForeignPost;
import org.talblatt.platform.jobs.Chore;

/** What this room asks of the platform. */
@Configuration
class OidcConfiguration {
  /** Some providers answer by a form that their page posts to ours. */
  @Bean
  ForeignPost providersAnswer() {
    return new ForeignPost(Pattern.compile("/anmelden/oidc/[a-z0-9]+/zurueck"));
  }

  @Bean
  Chore forgetBegunLogins(BegunLogins pendings, ProvedAddresses addresses) {
    return new Chore(
        "oidc-forget-ended",
        Duration.ofHours(1),
        () -> {
          pendings.dropEnded();
          addresses.dropEnded();
        });
  }
}
