package org.talblatt.desk.editor;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.talblatt.base.Failure;

/** Moments as a form has them: hour and minute in the paper's zone. */
record Moments(ZoneId zone) {
  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2999;

  /** As a field shows it; seconds only where there are some. */
  String typed(@Nullable Instant moment) {
    return moment == null
        ? ""
        : moment.atZone(zone).toLocalDateTime().truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /**
   * What was typed; null for nothing. Of an hour that comes twice the first is meant, one that is
   * skipped when clocks go forward is refused.
   */
  @Nullable Instant parse(String field, String typed) {
    if (typed.isEmpty()) {
      return null;
    }
    LocalDateTime local;
    try {
      local = LocalDateTime.parse(typed.replace(' ', 'T'));
    } catch (DateTimeException unreadable) {
      throw Failure.invalid(field, "editor.moment-unreadable", typed);
    }
    if (local.getYear() < FIRST_YEAR || local.getYear() > LAST_YEAR) {
      throw Failure.invalid(field, "editor.moment-unreadable", typed);
    }
    if (zone.getRules().getValidOffsets(local).isEmpty()) {
      throw Failure.invalid(field, "editor.moment-skipped", typed.replace('T', ' '));
    }
    return local.atZone(zone).toInstant();
  }
}
