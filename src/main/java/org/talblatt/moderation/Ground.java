package org.talblatt.moderation;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.talblatt.platform.text.Messages;

/** What a decision rests on: a point of the house rules, or a law. */
public sealed interface Ground {
  /** The house rules' point with this number. */
  record Rules(int point) implements Ground {
    @Override
    public String code() {
      return "rules:" + point;
    }

    @Override
    public String words(Messages messages) {
      return messages.get("moderation.ground-rules", point);
    }
  }

  /** A law, as lawyers name it. */
  record Law(String law) implements Ground {
    @Override
    public String code() {
      return "law:" + law;
    }

    @Override
    public String words(Messages messages) {
      return messages.get("moderation.ground-law", law);
    }
  }

  /** As stored and as the API names it. */
  String code();

  /** As people read it. */
  String words(Messages messages);

  int LONGEST_LAW = 500;

  /** From {@link #code}; empty where it is none. */
  static Optional<Ground> parse(String code) {
    Matcher matcher = Pattern.compile("rules:([1-9][0-9]?)|law:(.+)").matcher(code.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    if (matcher.group(1) != null) {
      return Optional.of(new Rules(Integer.parseInt(matcher.group(1))));
    }
    String law = Prose.line(matcher.group(2));
    return law.isEmpty() || law.length() > LONGEST_LAW
        ? Optional.empty()
        : Optional.of(new Law(law));
  }
}
