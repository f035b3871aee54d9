package org.talblatt.identity.staff;

import java.nio.charset.StandardCharsets;

/** What was typed into a field of these screens, as the database can take it. */
final class Typed {
  private Typed() {}

  /** Without blanks around it, zero characters and half ones; cut where it is longer. */
  static String clean(String typed, int longest) {
    String whole = new String(typed.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    String text = whole.replace("\0", "").strip();
    return text.codePointCount(0, text.length()) <= longest
        ? text
        : text.substring(0, text.offsetByCodePoints(0, longest));
  }
}
