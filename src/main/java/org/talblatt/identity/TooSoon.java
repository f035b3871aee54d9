package org.talblatt.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.talblatt.platform.http.Asker;
import talblatt.template.Templates;

/** Somebody sent forms faster than we take them: nothing typed is lost, a button sends it again. */
@RestControllerAdvice
class TooSoon {
  private static final Set<String> SECRET = Set.of("password", "old");

  private final IdentityFrames frames;
  private final Templates templates;

  TooSoon(IdentityFrames frames, Templates templates) {
    this.frames = frames;
    this.templates = templates;
  }

  /** A form that came too soon, with what was typed into it; passwords are typed again. */
  static final class WithForm extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String action;
    private final transient Map<String, String> fields = new LinkedHashMap<>();
    private final Duration wait;

    WithForm(HttpServletRequest request, Duration wait) {
      super("too soon", null, false, false);
      this.action = request.getRequestURI();
      this.wait = wait;
      request
          .getParameterMap()
          .forEach(
              (name, values) -> {
                if (!SECRET.contains(name)) {
                  fields.put(name, values[0]);
                }
              });
    }
  }

  /** Whether a person sent a form, and not a script or a program. */
  static boolean forPerson(HttpServletRequest request) {
    return request.getMethod().equals("POST") && Asker.person(request);
  }

  @ExceptionHandler
  ResponseEntity<String> again(WithForm form) {
    String html =
        templates
            .identityTooSoon(
                frames.frame("identity.too-soon-title"),
                form.action,
                form.fields,
                form.wait.toSeconds())
            .render();
    return ResponseEntity.status(429)
        .header(HttpHeaders.RETRY_AFTER, Long.toString(form.wait.toSeconds()))
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .header(HttpHeaders.CONTENT_TYPE, "text/html;charset=utf-8")
        .body(html);
  }
}
