package org.talblatt.platform.text;

import java.time.Duration;

/** A page that shows how far a piece of work is, for browsers without JavaScript. */
public final class Reload {
  /** As often as a person would look. */
  public static final Duration SOON = Duration.ofSeconds(3);

  private Reload() {}

  /**
   * An element of the head that loads the page again; with JavaScript a script asks instead.
   *
   * @param path the page's own, without a fragment: a browser whose address ends in one would only
   *     jump to it instead of loading anything
   */
  public static SafeHtml withoutScript(Duration after, String path) {
    return new SafeHtml(
        "<noscript><meta http-equiv=\"refresh\" content=\"%d; url=%s\"></noscript>"
            .formatted(after.toSeconds(), path));
  }
}
