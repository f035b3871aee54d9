package org.talblatt.platform.page;

import java.time.Duration;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.talblatt.base.ArticleId;
import org.talblatt.platform.Settings;

/**
 * The cookie by which a writer finds the own write on whatever node: it names the article and its
 * thread's change number, and an older page counts as none for as long as it lives.
 */
@Component
public class Stand {
  private static final String NAME = "stand";

  /** Longer than any node takes to hear of a change. */
  private static final Duration LIFE = Duration.ofSeconds(30);

  private final boolean secure;

  Stand(Settings settings) {
    this.secure = settings.links().secure();
  }

  /** To be set by the answer to a write that raised the thread's change number to this one. */
  public ResponseCookie cookie(ArticleId article, long changeNumber) {
    return ResponseCookie.from(NAME, article + ":" + changeNumber)
        .path("/")
        .maxAge(LIFE)
        .httpOnly(true)
        .secure(secure)
        .sameSite("Lax")
        .build();
  }

  /** Whether the request comes from somebody who wrote after what this page shows. */
  static boolean newer(Request request, Page.@Nullable Standing shown) {
    if (shown == null) {
      return false;
    }
    for (HttpField field : request.getHeaders()) {
      if (field.getHeader() == HttpHeader.COOKIE
          && field.getValue() != null
          && newer(field.getValue(), shown)) {
        return true;
      }
    }
    return false;
  }

  private static boolean newer(String cookies, Page.Standing shown) {
    int at = cookies.indexOf(NAME + "=");
    while (at > 0 && cookies.charAt(at - 1) != ' ' && cookies.charAt(at - 1) != ';') {
      at = cookies.indexOf(NAME + "=", at + 1);
    }
    if (at < 0) {
      return false;
    }
    int article = at + NAME.length() + 1;
    int colon = cookies.indexOf(':', article);
    return colon > 0
        && number(cookies, article) == shown.article().value()
        && number(cookies, colon + 1) > shown.changeNumber();
  }

  /** The digits from here on; what no number can be is 0, which is newer than nothing. */
  private static long number(String text, int start) {
    long value = 0;
    for (int i = start; i < text.length() && i < start + 18; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        break;
      }
      value = value * 10 + digit;
    }
    return value;
  }
}
