package org.talblatt.platform.page;

import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.util.function.SingletonSupplier;
import org.talblatt.platform.Settings;
import org.talblatt.platform.http.ErrorPages;
import org.talblatt.platform.stream.StreamFront;

/** Puts {@link PageFront}, and behind it {@link StreamFront}, ahead of all that Jetty does. */
@Configuration
class PageFrontConfiguration {
  private static final Duration QUIET = Duration.ofSeconds(5);
  private static final long LEAST_BYTES = 16L << 20;

  @Bean
  Tightening tightening() {
    return new Tightening(QUIET);
  }

  /** An eighth of the memory that the program may take. */
  @Bean
  PageStore pageStore(PageCounts counts) {
    return new PageStore(Math.max(LEAST_BYTES, Runtime.getRuntime().maxMemory() / 8), counts);
  }

  @Bean
  PageCache pageCache(
      PageStore store,
      PageCounts counts,
      Clock clock,
      PlatformTransactionManager transactions,
      Tightening tightening,
      Hearing hearing) {
    return new PageCache(
        store, counts, clock, Rendering.ofOneMoment(transactions), tightening, hearing);
  }

  @Bean
  WebServerFactoryCustomizer<JettyServletWebServerFactory> pageFront(
      ObjectProvider<PageCache> cache,
      ObjectProvider<PageCounts> counts,
      ObjectProvider<PageRoute> routes,
      ObjectProvider<ErrorPages> errors,
      ObjectProvider<StreamFront> streams,
      Settings settings) {
    SingletonSupplier<PageFront.Pages> pages =
        SingletonSupplier.of(
            () ->
                new PageFront.Pages(
                    cache.getObject(),
                    counts.getObject(),
                    routes.orderedStream().toList(),
                    new JettyErrors(errors.getObject(), settings.links().secure())));
    return factory ->
        factory.addServerCustomizers(
            server -> {
              PageFront front = new PageFront(pages::obtain);
              StreamFront open = streams.getObject();
              open.setHandler(server.getHandler());
              front.setHandler(open);
              server.setHandler(front);
              server.setErrorHandler(
                  (request, response, callback) ->
                      pages.obtain().errors().handle(request, response, callback));
            });
  }
}
