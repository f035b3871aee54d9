package org.talblatt.identity;

import java.security.SecureRandom;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Handlers may ask for the reader; secrets come from one source. */
@Configuration
class IdentityConfiguration implements WebMvcConfigurer {
  private final SessionCookies cookies;

  IdentityConfiguration(SessionCookies cookies) {
    this.cookies = cookies;
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(new ReaderArgument());
    resolvers.add(new SessionTokenArgument(cookies));
  }

  @Bean
  static SecureRandom random() {
    return new SecureRandom();
  }
}
