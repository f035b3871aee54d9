package org.talblatt.discussion;

import java.util.Locale;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.talblatt.article.DiscussionRules;
import org.talblatt.base.Failure;

/**
 * What the administration has set, for the paper or for one section; null = as the paper has it.
 *
 * @param closeDays 0 = never
 * @param slowMinutes 0 = not at all
 */
public record TalkSetting(
    @Nullable ThreadOrder order,
    @Nullable Integer textLimit,
    @Nullable Integer editMinutes,
    @Nullable Boolean editAnswered,
    TalkRules.@Nullable Rating rating,
    DiscussionRules.@Nullable Mode mode,
    @Nullable Integer memberDays,
    @Nullable Integer closeDays,
    @Nullable Integer slowMinutes) {
  /** Nothing of its own. */
  public static final TalkSetting NONE =
      new TalkSetting(null, null, null, null, null, null, null, null, null);

  /** Refuses what is out of range. */
  public TalkSetting {
    within("zeichen", textLimit, 100, 10_000);
    within("aendern", editMinutes, 0, 1_440);
    within("tage", memberDays, 1, 3_650);
    within("ende", closeDays, 0, 3_650);
    within("abstand", slowMinutes, 0, 1_440);
  }

  private static void within(String field, @Nullable Integer value, int least, int most) {
    if (value != null && (value < least || value > most)) {
      throw Failure.invalid(field, "rules.out-of-range", least, most);
    }
  }

  /** The same with another rating. */
  public TalkSetting withRating(TalkRules.Rating other) {
    return new TalkSetting(
        order,
        textLimit,
        editMinutes,
        editAnswered,
        other,
        mode,
        memberDays,
        closeDays,
        slowMinutes);
  }

  /** Whether something differs from the paper. */
  public boolean any() {
    return !equals(NONE);
  }

  /** Whether every field says something. */
  public boolean complete() {
    return order != null
        && textLimit != null
        && editMinutes != null
        && editAnswered != null
        && rating != null
        && mode != null
        && memberDays != null
        && closeDays != null
        && slowMinutes != null;
  }

  /** In short, for the audit log. */
  String summary() {
    StringJoiner parts = new StringJoiner(" ");
    part(parts, "order", order);
    part(parts, "characters", textLimit);
    part(parts, "edit-minutes", editMinutes);
    part(parts, "edit-answered", editAnswered);
    part(parts, "rating", rating);
    part(parts, "mode", mode);
    part(parts, "member-days", memberDays);
    part(parts, "close-days", closeDays);
    part(parts, "slow-minutes", slowMinutes);
    return parts.toString();
  }

  private static void part(StringJoiner parts, String name, @Nullable Object value) {
    if (value != null) {
      parts.add(name + "=" + value.toString().toLowerCase(Locale.ROOT));
    }
  }
}
