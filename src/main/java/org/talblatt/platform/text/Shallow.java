package org.talblatt.platform.text;

import java.util.stream.Collectors;

/**
 * Keeps quotes and lists from nesting without end: it would push a text off its page, and each
 * level costs the parser a level of its stack.
 */
final class Shallow {
  /** More than anybody means. */
  private static final int DEEPEST = 8;

  private Shallow() {}

  /** The same text, without the signs that would begin a ninth level in a line. */
  static String of(String text) {
    return text.lines().map(Shallow::line).collect(Collectors.joining("\n"));
  }

  private static String line(String line) {
    int position = 0;
    int cut = 0;
    for (int level = 1; ; level++) {
      int next = behindSign(line, position);
      if (next == position) {
        return cut == 0 ? line : line.substring(0, cut) + " " + line.substring(position);
      }
      position = next;
      if (level == DEEPEST) {
        cut = position;
      }
    }
  }

  /** Where the line goes on behind a sign that begins a quote or a list; the same where none is. */
  private static int behindSign(String line, int from) {
    int at = from;
    while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '\t')) {
      at++;
    }
    if (at < line.length() && line.charAt(at) == '>') {
      return at + 1;
    }
    int digits = at;
    while (digits < line.length() && digits - at < 9 && Character.isDigit(line.charAt(digits))) {
      digits++;
    }
    String signs = digits > at ? ".)" : "-*+";
    boolean sign =
        digits + 1 < line.length()
            && signs.indexOf(line.charAt(digits)) >= 0
            && " \t".indexOf(line.charAt(digits + 1)) >= 0;
    return sign ? digits + 1 : from;
  }
}
