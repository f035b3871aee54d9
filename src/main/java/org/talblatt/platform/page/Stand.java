package org.talblatt.platform.page;

import java.time.Duration;
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
  static final String NAME = "stand";

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
}
