package org.talblatt.wire.format;

/**
 * How long the text of a story may be: a tree takes a hundred times the room of its text, and the
 * longest tables of elections have a tenth of this.
 */
public final class BodyBound {
  private static final int LONGEST = 1_000_000;
  private static final int MOST_TAGS = 60_000;

  private BodyBound() {}

  /** Whether a text is too long to be one. */
  public static boolean isPassedBy(String html) {
    return html.length() > LONGEST
        || html.chars().filter(c -> c == '<').limit(MOST_TAGS + 1L).count() > MOST_TAGS;
  }
}
