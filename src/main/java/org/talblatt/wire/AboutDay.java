package org.talblatt.wire;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which day an agency's preview is about: "dpa-Tagesvorschau für Dienstag, 24. September 2024". A
 * date in its headline counts, then a weekday, then the day on which it was made.
 */
final class AboutDay {
  private static final List<Locale> LANGUAGES =
      List.of(Locale.GERMAN, Locale.ITALIAN, Locale.ENGLISH);
  private static final Map<String, Integer> MONTHS = months();
  private static final Map<String, DayOfWeek> WEEKDAYS = weekdays();
  private static final Pattern IN_FIGURES =
      Pattern.compile("\\b(\\d{1,2})[./](\\d{1,2})[./](\\d{4}|\\d{2}(?!\\d))?");
  private static final Pattern IN_WORDS =
      Pattern.compile("\\b(\\d{1,2})\\.?\\s+(\\p{L}{3,10})\\.?(?:\\s+(\\d{4}))?");
  private static final Pattern WORD = Pattern.compile("\\p{L}{3,12}");

  /** Nobody plans further; a greater distance is a figure that only looks like a date. */
  private static final int AHEAD = 400;

  private static final int BACK = 7;

  private AboutDay() {}

  /** Null where neither headline nor item says. */
  static @Nullable LocalDate of(WireItem item) {
    LocalDate made = item.versionCreated() == null ? null : item.versionCreated().toLocalDate();
    return made == null ? null : of(item.headline(), made);
  }

  static LocalDate of(String headline, LocalDate made) {
    return dates(headline, made)
        .or(() -> weekday(headline.toLowerCase(Locale.ROOT), made))
        .orElse(made);
  }

  private static Optional<LocalDate> dates(String headline, LocalDate made) {
    Optional<LocalDate> words =
        IN_WORDS
            .matcher(headline)
            .results()
            .flatMap(
                found ->
                    Optional.ofNullable(MONTHS.get(found.group(2).toLowerCase(Locale.ROOT)))
                        .flatMap(month -> date(found, month, made))
                        .stream())
            .findFirst();
    return words.or(
        () ->
            IN_FIGURES
                .matcher(headline)
                .results()
                .flatMap(found -> date(found, Integer.parseInt(found.group(2)), made).stream())
                .findFirst());
  }

  private static Optional<LocalDate> date(MatchResult found, int month, LocalDate made) {
    try {
      MonthDay day = MonthDay.of(month, Integer.parseInt(found.group(1)));
      String year = found.group(3);
      LocalDate date =
          year == null
              ? next(day, made)
              : day.atYear(Integer.parseInt(year) + (year.length() == 2 ? 2000 : 0));
      boolean near = !date.isBefore(made.minusDays(BACK)) && !date.isAfter(made.plusDays(AHEAD));
      return near ? Optional.of(date) : Optional.empty();
    } catch (DateTimeException noDay) {
      return Optional.empty();
    }
  }

  private static LocalDate next(MonthDay day, LocalDate made) {
    LocalDate date = day.atYear(made.getYear());
    return date.isBefore(made.minusDays(BACK)) ? day.atYear(made.getYear() + 1) : date;
  }

  private static Optional<LocalDate> weekday(String headline, LocalDate made) {
    return WORD.matcher(headline)
        .results()
        .flatMap(word -> Optional.ofNullable(WEEKDAYS.get(word.group())).stream())
        .map(day -> made.with(TemporalAdjusters.nextOrSame(day)))
        .findFirst();
  }

  private static Map<String, Integer> months() {
    Map<String, Integer> months = new HashMap<>();
    for (java.time.Month month : java.time.Month.values()) {
      for (Locale language : LANGUAGES) {
        for (TextStyle style : List.of(TextStyle.FULL, TextStyle.SHORT)) {
          String name = month.getDisplayName(style, language).toLowerCase(Locale.ROOT);
          months.put(name.replace(".", ""), month.getValue());
        }
      }
    }
    months.put("jänner", 1);
    months.put("feber", 2);
    return Map.copyOf(months);
  }

  private static Map<String, DayOfWeek> weekdays() {
    Map<String, DayOfWeek> days = new HashMap<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      for (Locale language : LANGUAGES) {
        days.put(day.getDisplayName(TextStyle.FULL, language).toLowerCase(Locale.ROOT), day);
      }
    }
    days.put("sonnabend", DayOfWeek.SATURDAY);
    return Map.copyOf(days);
  }
}
