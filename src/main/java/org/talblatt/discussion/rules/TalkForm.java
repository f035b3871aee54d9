package org.talblatt.discussion.rules;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talblatt.article.DiscussionRules;
import org.talblatt.base.Failure;
import org.talblatt.platform.text.Shortened;
import org.talblatt.platform.text.Storable;

/**
 * One article's rules as they stand in their form.
 *
 * @param days how old an account has to be; empty outside the mode that asks for it
 * @param until local date and time; empty = without end
 */
public record TalkForm(String mode, String days, String until, String minutes, String reason) {
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}");
  private static final int LONGEST = 40;
  private static final int LONGEST_REASON = 500;
  private static final int MOST_DAYS = 3_650;
  private static final int MOST_MINUTES = 1_440;
  private static final int LAST_YEAR = 2999;

  /** What came with the request. */
  static TalkForm typed(Map<String, String> fields) {
    return new TalkForm(
        clean(fields.get("modus"), LONGEST),
        clean(fields.get("tage"), LONGEST),
        clean(fields.get("bis"), LONGEST),
        clean(fields.get("abstand"), LONGEST),
        clean(fields.get("grund"), LONGEST_REASON + 1));
  }

  private static String clean(@Nullable String typed, int longest) {
    return typed == null ? "" : Shortened.to(longest, Storable.of(typed).strip());
  }

  /** The form that says what holds. */
  static TalkForm of(DiscussionRules rules, ZoneId zone) {
    Instant end = rules.closesAt();
    return new TalkForm(
        rules.mode().name().toLowerCase(Locale.ROOT),
        rules.memberDays() == 0 ? "" : Integer.toString(rules.memberDays()),
        end == null
            ? ""
            : end.atZone(zone).toLocalDateTime().truncatedTo(ChronoUnit.MINUTES).toString(),
        Long.toString(Math.ceilDiv(rules.slow().toSeconds(), 60)),
        "");
  }

  /**
   * What it says.
   *
   * @param reasoned whether a reason has to be given
   * @throws Failure that names the field which can't be read
   */
  DiscussionRules parse(ZoneId zone, boolean reasoned) {
    DiscussionRules.Mode chosen = chosen();
    DiscussionRules rules =
        new DiscussionRules(
            chosen,
            end(zone),
            Duration.ofMinutes(
                number("abstand", minutes.isEmpty() ? "0" : minutes, 0, MOST_MINUTES)),
            chosen == DiscussionRules.Mode.MEMBERS ? number("tage", days, 1, MOST_DAYS) : 0);
    if (reasoned && reason.isEmpty()) {
      throw Failure.invalid("grund", "rules.reason-missing");
    }
    if (reason.codePointCount(0, reason.length()) > LONGEST_REASON) {
      throw Failure.invalid("grund", "rules.reason-long", LONGEST_REASON);
    }
    return rules;
  }

  private DiscussionRules.Mode chosen() {
    try {
      return DiscussionRules.Mode.valueOf(mode.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      throw Failure.invalid("modus", "rules.choice-unknown", mode);
    }
  }

  private @Nullable Instant end(ZoneId zone) {
    if (until.isEmpty()) {
      return null;
    }
    try {
      LocalDateTime local = LocalDateTime.parse(until.replace(' ', 'T'));
      if (local.getYear() > LAST_YEAR || local.getYear() < 1970) {
        throw Failure.invalid("bis", "rules.moment-unreadable", until);
      }
      return local.atZone(zone).toInstant();
    } catch (DateTimeException unreadable) {
      throw Failure.invalid("bis", "rules.moment-unreadable", until);
    }
  }

  private static int number(String field, String typed, int least, int most) {
    if (!NUMBER.matcher(typed).matches()) {
      throw Failure.invalid(field, "rules.number-unreadable", typed);
    }
    int value = Integer.parseInt(typed);
    if (value < least || value > most) {
      throw Failure.invalid(field, "rules.out-of-range", least, most);
    }
    return value;
  }
}
