package org.talblatt.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.talblatt.base.Failure;
import org.talblatt.paper.Actor;
import org.talblatt.platform.http.ClientAddress;

/** {@code Actor} as a handler's argument: who is logged in, and from where, for the audit log. */
final class ActorArgument implements HandlerMethodArgumentResolver {
  private final ClientAddress addresses;

  ActorArgument(ClientAddress addresses) {
    this.addresses = addresses;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Actor.class;
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    Reader reader = ReaderAuthentication.current().orElseThrow(Failure::loginRequired);
    HttpServletRequest http =
        Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
    return Actor.of(reader.account(), addresses.block(http));
  }
}
