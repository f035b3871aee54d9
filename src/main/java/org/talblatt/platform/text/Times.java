package org.talblatt.platform.text;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Moments as readers see them: absolute, in the paper's zone. */
public record Times(ZoneId zone, Locale locale) {

  /** "24. November 2026, 14:32 Uhr". */
  public String full(Instant moment) {
    return switch (locale.getLanguage()) {
      case "it" -> format(moment, "d MMMM yyyy, 'ore' HH:mm");
      case "en" -> format(moment, "d MMMM yyyy, HH:mm");
      default -> format(moment, "d. MMMM yyyy, HH:mm 'Uhr'");
    };
  }

  /** "24.11.2026, 14:32": for lists and comments. */
  public String brief(Instant moment) {
    return locale.getLanguage().equals("en")
        ? format(moment, "d MMM yyyy, HH:mm")
        : format(moment, "dd.MM.yyyy, HH:mm");
  }

  /** "14:32 Uhr" on the same day, "23. November" before, with the year where it is another one. */
  public String ofList(Instant moment, Instant now) {
    LocalDate day = moment.atZone(zone).toLocalDate();
    LocalDate today = now.atZone(zone).toLocalDate();
    if (day.equals(today)) {
      return locale.getLanguage().equals("de") ? clock(moment) + "\u00a0Uhr" : clock(moment);
    }
    String pattern = locale.getLanguage().equals("de") ? "d. MMMM" : "d MMMM";
    return format(moment, day.getYear() == today.getYear() ? pattern : pattern + " yyyy");
  }

  /** "14:32". */
  public String clock(Instant moment) {
    return format(moment, "HH:mm");
  }

  /** "14:32:05": where seconds matter. */
  public String clockWithSeconds(Instant moment) {
    return format(moment, "HH:mm:ss");
  }

  /** "Dienstag, 24. November 2026". */
  public String day(Instant moment) {
    return locale.getLanguage().equals("de")
        ? format(moment, "EEEE, d. MMMM yyyy")
        : format(moment, "EEEE d MMMM yyyy");
  }

  /** "November 2026". */
  public String month(Instant moment) {
    return format(moment, "LLLL yyyy");
  }

  /** RFC 3339 with the zone's offset, in seconds: for {@code datetime} and JSON. */
  public String iso(Instant moment) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
        moment.truncatedTo(ChronoUnit.SECONDS).atZone(zone));
  }

  private String format(Instant moment, String pattern) {
    return DateTimeFormatter.ofPattern(pattern, locale).format(moment.atZone(zone));
  }
}
