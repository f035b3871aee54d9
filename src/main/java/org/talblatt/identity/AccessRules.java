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
  private final StaffFactors factors;

  AccessRules(StaffFactors factors) {
    this.factors = factors;
  }

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
                    .access(this::decide))
        .build();
  }

  /** Asks who acts only where the table wants to know. */
  private AuthorizationDecision decide(
      Supplier<? extends @Nullable Authentication> acting, RequestAuthorizationContext context) {
    HttpServletRequest request = context.getRequest();
    Access access =
        AccessTable.of(HttpMethod.valueOf(request.getMethod()), request.getRequestURI())
            .orElse(null);
    if (access == null) {
      return new AuthorizationDecision(false);
    }
    if (access instanceof Access.Anybody) {
      return new AuthorizationDecision(true);
    }
    Reader reader = ReaderAuthentication.of(acting.get()).orElse(null);
    return reader != null && access instanceof Access.Holder && access.admits(reader)
        ? factors.decide(reader)
        : new AuthorizationDecision(access.admits(reader));
  }
}
