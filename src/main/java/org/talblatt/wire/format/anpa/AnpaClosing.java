package org.talblatt.wire.format.anpa;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What follows ETX: who sent it and when. */
record AnpaClosing(String agency, @Nullable OffsetDateTime moment) {
  /** "AP-WF-11-13-13 0745GMT": month, day, year. */
  private static final Pattern AP =
      Pattern.compile("(\\p{Lu}{2,4})-\\p{Lu}{2}-(\\d{2})-(\\d{2})-(\\d{2}) (\\d{2})(\\d{2})GMT");

  /** "KWS-21:37-09-12-18": Tokyo's clock, day, month, year. */
  private static final Pattern KYODO =
      Pattern.compile("KWS-(\\d{2}):(\\d{2})-(\\d{2})-(\\d{2})-(\\d{2})");

  static AnpaClosing of(String text) {
    Matcher ap = AP.matcher(text);
    if (ap.find()) {
      return new AnpaClosing(ap.group(1), at(ap, new int[] {4, 2, 3, 5, 6}, ZoneOffset.UTC));
    }
    Matcher kyodo = KYODO.matcher(text);
    if (kyodo.find()) {
      return new AnpaClosing(
          "Kyodo", at(kyodo, new int[] {5, 4, 3, 1, 2}, ZoneId.of("Asia/Tokyo")));
    }
    return new AnpaClosing("", null);
  }

  /** Year, month, day, hour, minute, in the groups named. */
  private static @Nullable OffsetDateTime at(Matcher line, int[] groups, ZoneId zone) {
    int[] values = new int[groups.length];
    for (int i = 0; i < groups.length; i++) {
      values[i] = Integer.parseInt(line.group(groups[i]));
    }
    try {
      return LocalDateTime.of(2000 + values[0], values[1], values[2], values[3], values[4])
          .atZone(zone)
          .toOffsetDateTime();
    } catch (DateTimeException none) {
      return null;
    }
  }
}
