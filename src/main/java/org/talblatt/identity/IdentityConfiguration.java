package org.talblatt.identity;

import java.security.SecureRandom;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Handlers may ask for the reader; secrets come from one source. */
@Configuration
class IdentityConfiguration implements WebMvcConfigurer {
  private final SessionCookies cookies;
  private final WriteLimits limits;

  IdentityConfiguration(SessionCookies cookies, WriteLimits limits) {
    this.cookies = cookies;
    this.limits = limits;
  }

  @Override
  public void addInterceptors(InterceptorRegistry interceptors) {
    interceptors.addInterceptor(limits);
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
