package org.talblatt.paper;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import talblatt.template.StaticTemplates;
import talblatt.template.Templates;

/** The templates, typed and precompiled, and the clock. */
@Configuration
class FrameConfiguration {
  @Bean
  Templates templates() {
    return new StaticTemplates();
  }

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }
}
