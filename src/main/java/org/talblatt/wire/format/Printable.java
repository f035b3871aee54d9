package org.talblatt.wire.format;

import java.util.regex.Pattern;

/**
 * Text without what no reader can see but what changes how the rest is read: control characters,
 * overrides of the writing direction, characters that mean something to their sender only. Marks
 * that Arabic and Hebrew need stay.
 */
public final class Printable {
  private static final Pattern UNPRINTABLE =
      Pattern.compile(
          "[\\p{Cc}&&[^\\t\\n\\r\\f]]|[\\p{Co}\\x{202a}-\\x{202e}\\x{2066}-\\x{2069}"
              + "\\x{feff}\\x{fffe}\\x{ffff}]");

  private Printable() {}

  public static String of(String text) {
    return UNPRINTABLE.matcher(text).replaceAll("");
  }
}
