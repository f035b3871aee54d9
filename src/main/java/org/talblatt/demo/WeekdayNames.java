package org.talblatt.demo;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Locale;

/** Puts the days of the week into a text that was written for any day. */
record WeekdayNames(LocalDate day) {

  /** The text with {@code {gestern}} and its like as names of days. */
  String in(String text) {
    return text.replace("{vorgestern}", name(-2))
        .replace("{gestern}", name(-1))
        .replace("{heute}", name(0))
        .replace("{morgen}", name(1))
        .replace("{uebermorgen}", name(2));
  }

  private String name(int days) {
    return day.plusDays(days).getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.GERMAN);
  }
}
