package org.talblatt.identity;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** Puts the access table in front of every handler. */
@Configuration
class AccessRules {
  @Bean
  SecurityFilterChain rules(HttpSecurity http, SessionContexts sessions, LoginDue due)
      throws Exception {
    return http.csrf(csrf -> csrf.disable())
        .headers(headers -> headers.disable())
        .formLogin(form -> form.disable())
        .httpBasic(basic -> basic.disable())
        .logout(logout -> logout.disable())
        .requestCache(cache -> cache.disable())
        .servletApi(api -> api.disable())
        .sessionManagement(all -> all.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .securityContext(context -> context.securityContextRepository(sessions))
        .exceptionHandling(
            failures -> failures.authenticationEntryPoint(due).accessDeniedHandler(due))
        .authorizeHttpRequests(
            all ->
                all.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                    .permitAll()
                    .anyRequest()
                    .access(AccessRules::decide))
        .build();
  }

  /** Asks who acts only where the table wants to know. */
  private static AuthorizationDecision decide(
      Supplier<? extends @Nullable Authentication> acting, RequestAuthorizationContext context) {
    HttpServletRequest request = context.getRequest();
    Access access =
        AccessTable.of(HttpMethod.valueOf(request.getMethod()), request.getRequestURI())
            .orElse(null);
    if (access == null) {
      return new AuthorizationDecision(false);
    }
    return new AuthorizationDecision(
        access instanceof Access.Anybody
            || access.admits(ReaderAuthentication.of(acting.get()).orElse(null)));
  }
}
