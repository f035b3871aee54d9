package org.talblatt.platform.page;

import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts {@link PageFront} ahead of everything else that Jetty does. */
@Configuration
class PageFrontConfiguration {
  @Bean
  WebServerFactoryCustomizer<JettyServletWebServerFactory> pageFront() {
    return factory ->
        factory.addServerCustomizers(
            server -> {
              PageFront front = new PageFront();
              front.setHandler(server.getHandler());
              server.setHandler(front);
            });
  }
}
