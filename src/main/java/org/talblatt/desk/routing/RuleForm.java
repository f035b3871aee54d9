package org.talblatt.desk.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.talblatt.base.Failure;
import org.talblatt.platform.text.Storable;
import org.talblatt.wire.WireRoute;

/** A rule as it is typed: lists one value a line, or with commas between them. */
public record RuleForm(Map<String, String> typed) {
  private static final int NAME_LENGTH = 80;
  private static final int VALUE_LENGTH = 80;
  private static final int MOST_VALUES = 100;
  private static final int MOST_LIFT = 48;
  private static final List<String> MODES = List.of("", "members", "held", "closed");

  static RuleForm empty() {
    return new RuleForm(Map.of());
  }

  static RuleForm of(Rule rule, String title) {
    Rule.Fits fits = rule.fits();
    Rule.Does does = rule.does();
    return new RuleForm(
        Map.ofEntries(
            Map.entry("name", title),
            Map.entry("stand", Integer.toString(rule.version())),
            Map.entry("eine", fits.anyOf() ? "1" : ""),
            Map.entry("agenturen", lines(fits.providers())),
            Map.entry("themen", lines(fits.topics())),
            Map.entry("orte", lines(fits.places())),
            Map.entry("sprachen", lines(fits.languages())),
            Map.entry("worte", lines(fits.words())),
            Map.entry("titel", fits.onlyTitle() ? "1" : ""),
            Map.entry("dringlichkeit", fits.urgency() == null ? "" : fits.urgency().toString()),
            Map.entry("ressort", does.section() == null ? "" : does.section()),
            Map.entry("gewicht", Integer.toString(does.lift())),
            Map.entry("weg", does.action().name().toLowerCase(Locale.ROOT)),
            Map.entry("diskussion", does.discussion())));
  }

  /** What stands in a field, as it was typed. */
  public String get(String field) {
    return Storable.of(typed.getOrDefault(field, ""));
  }

  public boolean is(String field) {
    return !get(field).isEmpty();
  }

  /** The rule as typed, in place of one that is there, or a new one that is off. */
  Rule parse(@Nullable Rule before) {
    String name = get("name").strip();
    if (name.isEmpty() || name.length() > NAME_LENGTH) {
      throw Failure.invalid("name", "routing.name-needed", NAME_LENGTH);
    }
    Rule.Fits fits = fits();
    if (fits.nothing()) {
      throw Failure.invalid("worte", "routing.condition-needed");
    }
    Rule.Does does = does();
    if (does.nothing()) {
      throw Failure.invalid("weg", "routing.effect-needed");
    }
    return new Rule(
        before == null ? 0 : before.id(),
        number("stand", 0, Integer.MAX_VALUE, 0),
        before == null ? null : before.preset(),
        name,
        before != null && before.active(),
        fits,
        does);
  }

  private Rule.Fits fits() {
    int urgency = number("dringlichkeit", 1, 9, 0);
    return new Rule.Fits(
        is("eine"),
        values("agenturen"),
        values("themen"),
        values("orte"),
        values("sprachen"),
        words(),
        is("titel"),
        urgency == 0 ? null : urgency);
  }

  private Rule.Does does() {
    String mode = get("diskussion");
    if (!MODES.contains(mode)) {
      throw Failure.invalid("diskussion", "routing.choice-unknown");
    }
    return new Rule.Does(
        is("ressort") ? get("ressort") : null,
        number("gewicht", -MOST_LIFT, MOST_LIFT, 0),
        action(get("weg")),
        mode);
  }

  private static WireRoute.Action action(String word) {
    for (WireRoute.Action action : WireRoute.Action.values()) {
      if (word.isEmpty() || action.name().toLowerCase(Locale.ROOT).equals(word)) {
        return word.isEmpty() ? WireRoute.Action.NONE : action;
      }
    }
    throw Failure.invalid("weg", "routing.choice-unknown");
  }

  private List<String> words() {
    List<String> words = values("worte");
    for (String word : words) {
      if (word.replaceAll("[^\\p{L}\\p{N}]", "").length() < 2) {
        throw Failure.invalid("worte", "routing.word-short", word);
      }
    }
    return words;
  }

  private List<String> values(String field) {
    List<String> values = new ArrayList<>();
    for (String part : get(field).split("[\\n,;]")) {
      String value = part.strip();
      if (value.length() > VALUE_LENGTH) {
        throw Failure.invalid(field, "routing.value-long", VALUE_LENGTH);
      }
      if (!value.isEmpty() && !values.contains(value)) {
        values.add(value);
      }
    }
    if (values.size() > MOST_VALUES) {
      throw Failure.invalid(field, "routing.values-many", MOST_VALUES);
    }
    return values;
  }

  private int number(String field, int least, int most, int otherwise) {
    String text = get(field).strip();
    if (text.isEmpty()) {
      return otherwise;
    }
    if (text.matches("-?\\d{1,9}")) {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    }
    throw Failure.invalid(field, "routing.number-range", least, most);
  }

  private static String lines(List<String> values) {
    return String.join("\n", values);
  }
}
