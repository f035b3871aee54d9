package org.talblatt.identity;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Where somebody is led after the login: a path of this paper, never another site. */
final class BackPath {
  private static final int LONGEST = 500;

  private BackPath() {}

  /** The path as given, or empty where it isn't one of ours. */
  static String of(@Nullable String given) {
    if (given == null || given.length() > LONGEST || !given.matches("/(?![/\\\\])[!-\\[\\]-~]*")) {
      return "";
    }
    try {
      URI parsed = URI.create(given);
      return parsed.getHost() == null && parsed.getScheme() == null ? given : "";
    } catch (IllegalArgumentException noPath) {
      return "";
    }
  }
}
