package org.talblatt.wire.format.iptc7901;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The first line: {@code bdt0123 4 pl 71 dpa 0456}.
 *
 * @param service the agency's service, in letters
 * @param number within the service; 0 where the sender doesn't count
 * @param urgency 1 to 9, as sent
 * @param desk the agency's own letters
 * @param rest who had it first, and under which number
 */
record Head(String service, int number, String urgency, String desk, String rest) {
  private static final Pattern LINE =
      Pattern.compile(
          "^[\\s\\p{Cntrl}]*(\\p{L}{1,4})(\\d{2,6})[ \\t]+(\\d)[ \\t]+(\\p{L}{1,5})"
              + "(?:[ \\t]+\\d{1,6})?(?:[ \\t]+([^\\r\\n]{0,80}))?[ \\t]*(?:\\r?\\n|$)");

  /** dpa's regional services sign with three letters of their own. */
  private static final Pattern REGIONAL =
      Pattern.compile("l(?:ni|by|bw|he|mv|nw|rs|sw|sn|sa|ah|th|bn|no|sc|bb|be)");

  static Optional<Head> at(String message) {
    Matcher line = LINE.matcher(message);
    if (!line.find()) {
      return Optional.empty();
    }
    String rest = line.group(5) == null ? "" : line.group(5).strip();
    return Optional.of(
        new Head(
            line.group(1), Integer.parseInt(line.group(2)), line.group(3), line.group(4), rest));
  }

  String name() {
    return service + number;
  }

  /** The agency: as the line names it, else the first in the text's bracket, else the service. */
  String provider(String bracket) {
    for (String word : List.of(rest.toLowerCase(java.util.Locale.ROOT).split("[ /-]+"))) {
      if (word.equals("dpa") || REGIONAL.matcher(word).matches()) {
        return "dpa";
      }
    }
    String first = bracket.split("/")[0].strip().toLowerCase(java.util.Locale.ROOT);
    if (!first.isEmpty()) {
      return first;
    }
    String word = rest.split("[ \\d]+")[0].toLowerCase(java.util.Locale.ROOT);
    return word.matches("\\p{L}{2,12}") ? word : service.toLowerCase(java.util.Locale.ROOT);
  }
}
