package org.talblatt.discussion;

import com.ibm.icu.text.Normalizer2;
import java.util.regex.Pattern;
import org.talblatt.base.Failure;

/** What a reader typed, fit to be stored: never empty, never too long, no invisible tricks. */
record CommentText(String value) {
  /**
   * Control characters but tab and line feed, overrides of the writing direction, and the private
   * use area, which marks mentions while a text is rendered.
   */
  private static final Pattern FORBIDDEN =
      Pattern.compile(
          "[\\p{Cc}&&[^\\t\\n]]|[\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]|\\p{Co}|\\p{Cs}");

  /** Letters and signs by their class that show nothing: Hangul fillers and blank Braille. */
  private static final String FILLERS = "\u3164\u115F\u1160\uFFA0\u2800";

  private static final Pattern BLANK_LINES = Pattern.compile("\\n[ \\t]*\\n(?:[ \\t]*\\n)+");

  /** Parses a form's value. */
  static CommentText parse(String typed) {
    String lines = typed.replace("\r\n", "\n").replace('\r', '\n');
    String composed = Normalizer2.getNFCInstance().normalize(lines);
    String clean = FORBIDDEN.matcher(composed).replaceAll("");
    String text = BLANK_LINES.matcher(clean).replaceAll("\n\n").strip();
    if (blank(text)) {
      throw Failure.invalid("text", "discussion.text-empty");
    }
    return new CommentText(text);
  }

  /** Refuses what is longer than this, in characters as a person counts them (code points). */
  CommentText atMost(int limit) {
    int length = value.codePointCount(0, value.length());
    if (length > limit) {
      throw Failure.invalid("text", "discussion.text-too-long", length, limit);
    }
    return this;
  }

  /** Whether a reader would see nothing. */
  static boolean blank(String text) {
    return text.codePoints().allMatch(CommentText::invisible);
  }

  private static boolean invisible(int character) {
    int type = Character.getType(character);
    return FILLERS.indexOf(character) >= 0
        || Character.isWhitespace(character)
        || Character.isSpaceChar(character)
        || type == Character.FORMAT
        || type == Character.NON_SPACING_MARK;
  }
}
