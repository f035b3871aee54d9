package org.talblatt.wire.format;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.talblatt.wire.WireReader;

/** Gives the wire its readers. */
@Configuration(proxyBeanMethods = false)
class FormatConfiguration {
  @Bean
  WireReader wireReader() {
    return WireFormats::read;
  }
}
