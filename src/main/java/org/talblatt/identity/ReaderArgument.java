package org.talblatt.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.talblatt.base.Failure;

/**
 * {@code Reader} as a handler's argument: nobody logged in is led to the login. {@code
 * Optional<Reader>}: both may come.
 */
final class ReaderArgument implements HandlerMethodArgumentResolver {
  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Reader.class || isOptional(parameter);
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    Optional<Reader> reader = ReaderAuthentication.current();
    if (isOptional(parameter)) {
      return reader;
    }
    return reader.orElseThrow(
        () ->
            due(
                java.util.Objects.requireNonNull(
                    request.getNativeRequest(HttpServletRequest.class))));
  }

  private static RuntimeException due(HttpServletRequest request) {
    return LoginDue.leads(request) ? new LoginDue.PageNeedsLogin(request) : Failure.loginRequired();
  }

  private static boolean isOptional(MethodParameter parameter) {
    return parameter.getParameterType() == Optional.class
        && ResolvableType.forMethodParameter(parameter).getGeneric().resolve() == Reader.class;
  }
}
