package org.talblatt.wire.format.iptc7901;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The last line, {@code 251037 Sep 24}: day, hour, minute, month, year. */
record Closing(OffsetDateTime moment, int start) {
  private static final Pattern LINE =
      Pattern.compile(
          "(?m)^[ \\t\\u0003]*(\\d{2})(\\d{2})(\\d{2})[ \\t]*(GMT|UTC|Z)?[ \\t]+(\\p{L}{3,5})\\.?"
              + "[ \\t]+(\\d{2})(\\d{2})?[ \\t]*\\r?$");

  /** Where no zone is given it is the agency's clock: dpa, APA, SDA and ANSA share one. */
  private static final ZoneId AGENCIES = ZoneId.of("Europe/Berlin");

  private static final List<Pattern> MONTHS =
      List.of(
              "jan|gen|jän",
              "feb|fev",
              "mar|mrz|mae|maer",
              "apr|avr",
              "mai|may|mag",
              "jun|juin|giu",
              "jul|juil|lug",
              "aug|aou|ago",
              "sep|set",
              "okt|oct|ott",
              "nov",
              "dez|dec|dic")
          .stream()
          .map(names -> Pattern.compile("(?:" + plain(names) + ").*"))
          .toList();

  /** The last such line of a message. */
  static Optional<Closing> of(String message) {
    Matcher line = LINE.matcher(message);
    Optional<Closing> last = Optional.empty();
    while (line.find()) {
      Optional<Closing> found = at(line);
      last = found.isPresent() ? found : last;
    }
    return last;
  }

  private static Optional<Closing> at(Matcher line) {
    int month = month(line.group(5));
    int year =
        Integer.parseInt(
            line.group(7) == null ? "20" + line.group(6) : line.group(6) + line.group(7));
    try {
      LocalDateTime time =
          LocalDateTime.of(
              year,
              month,
              Integer.parseInt(line.group(1)),
              Integer.parseInt(line.group(2)),
              Integer.parseInt(line.group(3)));
      ZoneId zone = line.group(4) == null ? AGENCIES : ZoneOffset.UTC;
      return Optional.of(new Closing(time.atZone(zone).toOffsetDateTime(), line.start()));
    } catch (DateTimeException noMoment) {
      return Optional.empty();
    }
  }

  /** 0 where it is none. */
  private static int month(String name) {
    String plain = plain(name);
    for (int i = 0; i < MONTHS.size(); i++) {
      if (MONTHS.get(i).matcher(plain).matches()) {
        return i + 1;
      }
    }
    return 0;
  }

  private static String plain(String name) {
    return Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "");
  }
}
