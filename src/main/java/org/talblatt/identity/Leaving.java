package org.talblatt.identity;

import java.util.Locale;

/** The ways in which somebody can leave. */
public enum Leaving {
  /** Account and texts go. */
  DELETE,
  /** Texts stay, by "ehemaliges Mitglied 1", numbered within each thread. */
  ANONYMOUS,
  /** Texts stay under the name, which nobody else gets. */
  KEEP;

  /** As tables and forms write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The way with this word. */
  public static Leaving of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
