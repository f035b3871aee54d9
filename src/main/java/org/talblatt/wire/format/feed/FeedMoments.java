package org.talblatt.wire.format.feed;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talblatt.wire.format.Moments;

/** Moments in feeds: as RFC 822 wants them, as others write them, and RFC 3339. */
final class FeedMoments {
  private static final Pattern MAIL =
      Pattern.compile(
          "(?:\\p{L}+\\.?,?\\s+)?(\\d{1,2})[\\s-]+(\\p{L}{3})\\p{L}*\\.?[\\s-]+(\\d{2,4})[,\\s]+"
              + "(\\d{1,2}):(\\d{2})(?::(\\d{2}))?\\s*([+-]\\d{2}:?\\d{2}|\\p{L}+)?.*");
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final Map<String, ZoneId> ZONES =
      Map.of(
          "EST", ZoneOffset.ofHours(-5),
          "EDT", ZoneOffset.ofHours(-4),
          "CST", ZoneOffset.ofHours(-6),
          "CDT", ZoneOffset.ofHours(-5),
          "PST", ZoneOffset.ofHours(-8),
          "PDT", ZoneOffset.ofHours(-7),
          "CET", ZoneOffset.ofHours(1),
          "CEST", ZoneOffset.ofHours(2),
          "BST", ZoneOffset.ofHours(1));

  private FeedMoments() {}

  /** The moment; null where there is none. */
  static @Nullable OffsetDateTime of(String text) {
    Matcher mail = MAIL.matcher(text.strip());
    return mail.matches() ? mail(mail) : Moments.of(text);
  }

  private static @Nullable OffsetDateTime mail(Matcher mail) {
    int year = Integer.parseInt(mail.group(3));
    try {
      return LocalDateTime.of(
              year < 70 ? year + 2000 : year < 100 ? year + 1900 : year,
              MONTHS.indexOf(mail.group(2).toLowerCase(Locale.ROOT)) + 1,
              Integer.parseInt(mail.group(1)),
              Integer.parseInt(mail.group(4)),
              Integer.parseInt(mail.group(5)),
              mail.group(6) == null ? 0 : Integer.parseInt(mail.group(6)))
          .atZone(zone(mail.group(7)))
          .toOffsetDateTime();
    } catch (DateTimeException none) {
      return null;
    }
  }

  private static ZoneId zone(@Nullable String name) {
    if (name == null) {
      return ZoneOffset.UTC;
    }
    return name.matches("[+-].*")
        ? ZoneOffset.of(name)
        : ZONES.getOrDefault(name.toUpperCase(Locale.ROOT), ZoneOffset.UTC);
  }
}
