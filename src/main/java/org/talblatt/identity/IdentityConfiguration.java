package org.talblatt.identity;

import java.security.SecureRandom;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.talblatt.platform.http.ClientAddress;

/** Handlers may ask for the reader; secrets come from one source. */
@Configuration
class IdentityConfiguration implements WebMvcConfigurer {
  private final SessionCookies cookies;
  private final WriteLimits limits;
  private final ClientAddress addresses;

  IdentityConfiguration(SessionCookies cookies, WriteLimits limits, ClientAddress addresses) {
    this.cookies = cookies;
    this.limits = limits;
    this.addresses = addresses;
  }

  @Override
  public void addInterceptors(InterceptorRegistry interceptors) {
    interceptors.addInterceptor(limits);
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(new ReaderArgument());
    resolvers.add(new ActorArgument(addresses));
    resolvers.add(new SessionTokenArgument(cookies));
  }

  @Bean
  static SecureRandom random() {
    return new SecureRandom();
  }
}
