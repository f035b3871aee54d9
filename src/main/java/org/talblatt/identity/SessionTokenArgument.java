package org.talblatt.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** {@code Optional<SessionToken>} as a handler's argument: what the request shows, no query. */
record SessionTokenArgument(SessionCookies cookies) implements HandlerMethodArgumentResolver {
  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Optional.class
        && ResolvableType.forMethodParameter(parameter).getGeneric().resolve()
            == SessionToken.class;
  }

  @Override
  public Optional<SessionToken> resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    return cookies.shown(
        Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)));
  }
}
