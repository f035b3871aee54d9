package org.talblatt.moderation;

import com.ibm.icu.text.Normalizer2;
import java.util.regex.Pattern;
import org.talblatt.base.Failure;

/** Text that somebody typed, fit to be stored, shown and mailed. */
final class Prose {
  /** What a statement of reasons may have. */
  static final int LONGEST = 2000;

  /**
   * Control characters but tab and line feed, overrides of the writing direction, half characters.
   */
  private static final Pattern FORBIDDEN =
      Pattern.compile("[\\p{Cc}&&[^\\t\\n]]|[\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]|\\p{Cs}");

  private Prose() {}

  /** Several lines; may be empty. */
  static String text(String field, String typed) {
    String text = clean(typed);
    int length = text.codePointCount(0, text.length());
    if (length > LONGEST) {
      throw Failure.invalid(field, "moderation.text-too-long", length, LONGEST);
    }
    return text;
  }

  /** As above; not empty. */
  static String needed(String field, String key, String typed) {
    String text = text(field, typed);
    if (text.isEmpty()) {
      throw Failure.invalid(field, key);
    }
    return text;
  }

  /** One line. */
  static String line(String typed) {
    return clean(typed).replaceAll("\\s+", " ");
  }

  private static String clean(String typed) {
    String lines = typed.replace("\r\n", "\n").replace('\r', '\n');
    String composed = Normalizer2.getNFCInstance().normalize(lines);
    return FORBIDDEN.matcher(composed).replaceAll("").strip();
  }
}
