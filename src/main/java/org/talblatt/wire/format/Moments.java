package org.talblatt.wire.format;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talblatt.wire.UnreadableWire;

/**
 * Moments as agencies write them: with and without colon in the offset, "T" or a space, or no
 * offset.
 */
public final class Moments {
  private static final DateTimeFormatter FORMAT =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .appendPattern("['T'][' ']HH:mm[:ss]")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .appendPattern("[XXX][XX][X]")
          .parseDefaulting(ChronoField.OFFSET_SECONDS, 0)
          .toFormatter(java.util.Locale.ROOT);

  /** "20190121T104234+0000", as NITF and NewsML 1 have it. */
  private static final Pattern COMPACT =
      Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?:T(\\d{2})(\\d{2})(\\d{2})?(.{0,6}))?");

  private Moments() {}

  /**
   * As {@link #of}, where it would do harm to take a moment for absent.
   *
   * @throws UnreadableWire where something stands there that is no moment
   */
  public static @Nullable OffsetDateTime exact(String field, String text) throws UnreadableWire {
    OffsetDateTime moment = of(text);
    if (moment == null && !text.isBlank()) {
      throw UnreadableWire.value(field, text);
    }
    return moment;
  }

  /** The moment; UTC where no offset is given; null where it is missing or no moment. */
  public static @Nullable OffsetDateTime of(@Nullable String text) {
    String trimmed = text == null ? "" : spelledOut(text.strip());
    if (trimmed.isEmpty()) {
      return null;
    }
    try {
      OffsetDateTime moment =
          trimmed.length() == 10
              ? LocalDate.parse(trimmed).atStartOfDay().atOffset(ZoneOffset.UTC)
              : OffsetDateTime.parse(trimmed, FORMAT);
      // no agency is older, and no database takes every year that Java can
      return moment.getYear() < 1800 || moment.getYear() > 9999 ? null : moment;
    } catch (DateTimeParseException unreadable) {
      return null;
    }
  }

  private static String spelledOut(String text) {
    Matcher compact = COMPACT.matcher(text);
    if (!compact.matches()) {
      return text;
    }
    String day = compact.group(1) + "-" + compact.group(2) + "-" + compact.group(3);
    return compact.group(4) == null
        ? day
        : "%sT%s:%s:%s%s"
            .formatted(
                day,
                compact.group(4),
                compact.group(5),
                compact.group(6) == null ? "00" : compact.group(6),
                compact.group(7));
  }
}
