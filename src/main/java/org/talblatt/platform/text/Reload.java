package org.talblatt.platform.text;

import java.time.Duration;

/** A page that shows how far a piece of work is, for browsers without JavaScript. */
public final class Reload {
  /** As often as a person would look. */
  public static final Duration SOON = Duration.ofSeconds(3);

  private Reload() {}

  /** An element of the head that loads the page again; with JavaScript a script asks instead. */
  public static SafeHtml withoutScript(Duration after) {
    return new SafeHtml(
        "<noscript><meta http-equiv=\"refresh\" content=\"" + after.toSeconds() + "\"></noscript>");
  }
}
