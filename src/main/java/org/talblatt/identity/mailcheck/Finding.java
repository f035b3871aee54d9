package org.talblatt.identity.mailcheck;

import java.util.List;
import java.util.Locale;

/**
 * One thing that was looked at.
 *
 * @param topic last part of the message key that names it
 * @param key the message that says what is so and what to do
 */
public record Finding(String topic, Level level, String key, List<Object> arguments) {
  /** How good it is. */
  public enum Level {
    GOOD,
    BETTER,
    BAD,
    UNKNOWN;

    /** For style sheets and message keys. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Finding of(String topic, Level level, String key, Object... arguments) {
    return new Finding(topic, level, "mailcheck." + key, List.of(arguments));
  }
}
