package org.talblatt.widget;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.talblatt.base.Failure;
import org.talblatt.identity.Reader;

/** {@code Guest} as a handler's argument: who shows no good pass is refused. */
final class GuestArgument implements HandlerMethodArgumentResolver {
  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Guest.class;
  }

  @Override
  public Guest resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    // the first question finds the pass
    Authentication acting = SecurityContextHolder.getContext().getAuthentication();
    Optional<Pass> pass =
        PassSessions.pass(
            Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)));
    if (acting == null || !(acting.getPrincipal() instanceof Reader reader) || pass.isEmpty()) {
      throw Failure.loginRequired();
    }
    return new Guest(reader.withoutRoles(), pass.get());
  }
}
