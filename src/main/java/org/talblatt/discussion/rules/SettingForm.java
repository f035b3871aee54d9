package org.talblatt.discussion.rules;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.talblatt.article.DiscussionRules;
import org.talblatt.base.Failure;
import org.talblatt.discussion.TalkRules;
import org.talblatt.discussion.TalkSetting;
import org.talblatt.discussion.ThreadOrder;

/**
 * The settings as they stand in their form; an empty field is "as the paper has it".
 *
 * @param fields what was typed or chosen, by the form's names
 */
public record SettingForm(Map<String, String> fields) {
  private static final Set<String> NAMES =
      Set.of(
          "sortierung",
          "zeichen",
          "aendern",
          "beantwortet",
          "bewertung",
          "modus",
          "tage",
          "ende",
          "abstand");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}");
  private static final int LONGEST = 20;

  /** What came with the request, nothing else. */
  static SettingForm typed(Map<String, String> parameters) {
    return new SettingForm(
        NAMES.stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Function.identity(), name -> clean(parameters.getOrDefault(name, "")))));
  }

  private static String clean(String typed) {
    String text = typed.replace("\0", "").strip();
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }

  /** The form that says what is set. */
  static SettingForm of(TalkSetting set) {
    return new SettingForm(
        Map.of(
            "sortierung", set.order() == null ? "" : set.order().slug(),
            "zeichen", text(set.textLimit()),
            "aendern", text(set.editMinutes()),
            "beantwortet", set.editAnswered() == null ? "" : set.editAnswered() ? "ja" : "nein",
            "bewertung", text(set.rating()),
            "modus", text(set.mode()),
            "tage", text(set.memberDays()),
            "ende", text(set.closeDays()),
            "abstand", text(set.slowMinutes())));
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString().toLowerCase(Locale.ROOT);
  }

  /** What stands in a field. */
  public String get(String name) {
    return fields.getOrDefault(name, "");
  }

  /**
   * What it says.
   *
   * @throws Failure that names the field which can't be read
   */
  TalkSetting parse() {
    return new TalkSetting(
        chosen("sortierung", slug -> ThreadOrder.ofSlug(slug).orElseThrow()),
        number("zeichen"),
        number("aendern"),
        chosen("beantwortet", SettingForm::yes),
        chosen("bewertung", word -> TalkRules.Rating.valueOf(word.toUpperCase(Locale.ROOT))),
        chosen("modus", word -> DiscussionRules.Mode.valueOf(word.toUpperCase(Locale.ROOT))),
        number("tage"),
        number("ende"),
        number("abstand"));
  }

  private static boolean yes(String word) {
    if (!word.equals("ja") && !word.equals("nein")) {
      throw new IllegalArgumentException(word);
    }
    return word.equals("ja");
  }

  private @Nullable Integer number(String name) {
    String typed = get(name);
    if (typed.isEmpty()) {
      return null;
    }
    if (!NUMBER.matcher(typed).matches()) {
      throw Failure.invalid(name, "rules.number-unreadable", typed);
    }
    return Integer.valueOf(typed);
  }

  private <T> @Nullable T chosen(String name, Function<String, T> value) {
    String typed = get(name);
    if (typed.isEmpty()) {
      return null;
    }
    try {
      return value.apply(typed);
    } catch (IllegalArgumentException | java.util.NoSuchElementException unknown) {
      throw Failure.invalid(name, "rules.choice-unknown", typed);
    }
  }
}
