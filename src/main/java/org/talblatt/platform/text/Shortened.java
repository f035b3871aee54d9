package org.talblatt.platform.text;

/** Text that is too long, made to fit. Counted in code points: no character is cut in half. */
public final class Shortened {
  private static final String MORE = "…";

  private Shortened() {}

  /** The first so many characters. */
  public static String to(int most, String text) {
    return fits(most, text) ? text : text.substring(0, text.offsetByCodePoints(0, most));
  }

  /** So many characters at most; where there were more, the last is an ellipsis. */
  public static String marked(int most, String text) {
    return fits(most, text) ? text : to(most - 1, text) + MORE;
  }

  /** So many characters at most and an ellipsis; ends at a word where that does not cost half. */
  public static String atWord(int most, String text) {
    if (fits(most, text)) {
      return text;
    }
    String head = to(most, text);
    boolean whole = Character.isWhitespace(text.charAt(head.length()));
    int word = whole ? 0 : Math.max(head.lastIndexOf(' '), head.lastIndexOf('\n'));
    String words = word > head.length() / 2 ? head.substring(0, word) : head;
    return words.stripTrailing() + " " + MORE;
  }

  private static boolean fits(int most, String text) {
    return text.length() <= most || text.codePointCount(0, text.length()) <= most;
  }
}
