package org.talblatt.wire.format.anpa;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The two lines before STX: {@code W2607 … asian} and {@code r a BC-US--Slug 1stLd-Writethru 11-13
 * 1693}.
 *
 * @param priority the agency's letter
 * @param slug what all takes of a story share
 * @param take "1stLd-Writethru"; empty for the first
 */
record AnpaHead(String number, String priority, String desk, String slug, String take) {
  private static final Pattern NUMBER = Pattern.compile("^\\s*(\\p{Alpha}{1,3}\\d{2,5})");
  private static final Pattern LINE =
      Pattern.compile(
          "(?m)^(\\p{Alpha}) (\\p{Alpha})[\\u0011-\\u0014\\s]*(\\S.*?)(?:\\s+(\\d{2}-\\d{2}))?(?:\\s+(\\d{1,5}))?\\s*$");
  private static final Pattern TAKE =
      Pattern.compile(
          "(?i)^(.*?)[ ,]+((?:\\d+(?:st|nd|rd|th)[ -]?Ld|Ld|Adv|Writethru|Bulletin|Urgent|Kill|Elim|Correct)\\S*(?: .*)?)$");
  private static final Pattern LEAD = Pattern.compile("(?i)^(\\d+)(?:st|nd|rd|th)[ -]?Ld.*");

  static AnpaHead of(String message) {
    String before = message.substring(0, Math.min(message.length(), end(message)));
    Matcher number = NUMBER.matcher(before);
    String first = number.find() ? number.group(1) : "";
    Matcher line = LINE.matcher(before);
    if (!line.find()) {
      return new AnpaHead(first, "", "", "", "");
    }
    Matcher take = TAKE.matcher(line.group(3).strip());
    boolean has = take.matches();
    return new AnpaHead(
        first,
        line.group(1).toLowerCase(Locale.ROOT),
        line.group(2).toLowerCase(Locale.ROOT),
        (has ? take.group(1) : line.group(3)).strip().replaceFirst("^BC-", ""),
        has ? take.group(2).strip() : "");
  }

  private static int end(String message) {
    int stx = message.indexOf('\u0002');
    return stx < 0 ? 300 : stx;
  }

  /** The first take is 1, "1stLd" 2. */
  long version() {
    Matcher lead = LEAD.matcher(take);
    return lead.matches() ? Long.parseLong(lead.group(1)) + 1 : 1;
  }

  boolean kills() {
    return take.toLowerCase(Locale.ROOT).matches(".*\\b(?:kill|elim).*");
  }

  /** As AP numbers the same letters in its JSON; a letter that it doesn't is 6. */
  @Nullable Integer urgency() {
    return switch (priority) {
      case "" -> null;
      case "f" -> 1;
      case "u" -> 2;
      case "b" -> 3;
      case "r" -> 4;
      case "d" -> 5;
      default -> 6;
    };
  }
}
