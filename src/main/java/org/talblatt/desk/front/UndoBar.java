package org.talblatt.desk.front;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.StringHttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import org.talblatt.article.Act;
import org.talblatt.article.TakingBack;
import org.talblatt.identity.Reader;
import org.talblatt.platform.Settings;
import org.talblatt.platform.text.Messages;
import org.talblatt.platform.text.Times;
import talblatt.template.Templates;

/**
 * Puts what can still be taken back on every page of the newsroom, at the place that its navigation
 * leaves for it. Here and not in each room: none can forget it.
 */
@ControllerAdvice
class UndoBar implements ResponseBodyAdvice<String> {
  private static final String PLACE = "<div class=\"undo-place\"></div>";
  private static final String NEWSROOM = "/redaktion";

  private final TakingBack undo;
  private final Templates templates;
  private final Settings settings;
  private final Clock clock;

  UndoBar(TakingBack undo, Templates templates, Settings settings, Clock clock) {
    this.undo = undo;
    this.templates = templates;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public boolean supports(
      MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
    return StringHttpMessageConverter.class.isAssignableFrom(converter);
  }

  @Override
  public @Nullable String beforeBodyWrite(
      @Nullable String body,
      MethodParameter returned,
      MediaType type,
      Class<? extends HttpMessageConverter<?>> converter,
      ServerHttpRequest request,
      ServerHttpResponse response) {
    String path = request.getURI().getRawPath();
    if (body == null || !path.startsWith(NEWSROOM) || !body.contains(PLACE)) {
      return body;
    }
    return reader().map(reader -> body.replace(PLACE, bar(reader, request))).orElse(body);
  }

  private String bar(Reader reader, ServerHttpRequest request) {
    List<Act> acts = undo.open(reader);
    if (acts.isEmpty()) {
      return "";
    }
    Messages words = Messages.of(reader.language());
    Times times = new Times(settings.zone(), words.locale());
    return templates.frontUndo(words, acts, times, clock.instant(), here(request)).render();
  }

  /** Where to come back to; what answers a form can't be opened again. */
  private static String here(ServerHttpRequest request) {
    if (!request.getMethod().equals(HttpMethod.GET)) {
      return NEWSROOM;
    }
    String query = request.getURI().getRawQuery();
    return request.getURI().getRawPath() + (query == null ? "" : "?" + query);
  }

  private static Optional<Reader> reader() {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication != null && authentication.getPrincipal() instanceof Reader reader
        ? Optional.of(reader)
        : Optional.empty();
  }
}
