package org.talblatt.widget;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.talblatt.platform.http.ForeignPost;
import org.talblatt.platform.jobs.Chore;

/** Handlers may ask for the guest; ended passes are forgotten. */
@Configuration
class WidgetConfiguration implements WebMvcConfigurer {
  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(new GuestArgument());
  }

  /** Who asks for a pass has none yet; no cookie is read there. */
  @Bean
  static ForeignPost passesAreAskedForFromOtherHouses() {
    return new ForeignPost(Pattern.compile(Pattern.quote(PassSessions.PATH) + "token"));
  }

  @Bean
  static Chore forgetEndedPasses(Passes passes) {
    return new Chore("widget-forget-ended", Duration.ofMinutes(15), passes::dropEnded);
  }
}
