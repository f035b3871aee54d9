package org.talblatt.site;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The value of {@code seite=} in an address. */
final class PageNumber {
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,6}");

  private PageNumber() {}

  /** The page it names; the first where it names none. */
  static int of(@Nullable String typed) {
    return typed != null && NUMBER.matcher(typed).matches() ? Integer.parseInt(typed) : 1;
  }
}
