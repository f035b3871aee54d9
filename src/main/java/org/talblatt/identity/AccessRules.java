package org.talblatt.identity;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** Who may reach which address. */
@Configuration
class AccessRules {
  @Bean
  SecurityFilterChain rules(HttpSecurity http) throws Exception {
    return http.csrf(csrf -> csrf.disable())
        .headers(headers -> headers.disable())
        .authorizeHttpRequests(all -> all.anyRequest().permitAll())
        .build();
  }
}
