package org.talblatt.moderation;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.talblatt.base.Failure;
import org.talblatt.platform.text.Messages;

/**
 * A decision as a moderator typed it. {@link #parse} makes of it one that can be carried out.
 *
 * @param ground {@code rules:2}, or {@code law} with the law in a field of its own
 * @param template a ready-made statement, which counts where none is typed
 * @param suspension days, {@code immer} for a ban, or empty
 */
public record DecisionForm(
    String decision,
    String ground,
    String law,
    String category,
    String template,
    String statement,
    String suspension) {
  /** The house rules' points that come with the program; a paper's own may have more. */
  public static final int RULES = 9;

  /** How many days a suspension may last. */
  public static final List<String> SUSPENSIONS = List.of("1", "7", "30");

  /** A suspension without an end. */
  public static final String FOR_GOOD = "immer";

  /** The ready-made statements; the message {@code moderation.template-…} has the words. */
  public static final List<String> TEMPLATES =
      List.of("insult", "hate", "spam", "offtopic", "privacy", "law");

  static final DecisionForm EMPTY =
      new DecisionForm("", "", "", Category.OTHER_VIOLATION_TC.code(), "", "", "");

  /**
   * Refuses what is missing, all at once.
   *
   * @param words the language of whom the decision is about, for a ready-made statement
   */
  Ruling parse(Messages words, Instant now) {
    String said = Prose.text("statement", statement);
    if (decision.equals(Decision.Kind.KEEP.word())) {
      return Ruling.keep(said);
    }
    Map<String, String> wrong = new LinkedHashMap<>();
    if (!decision.equals(Decision.Kind.REJECT.word())) {
      wrong.put("decision", "moderation.decision-missing");
    }
    Optional<Ground> on = Ground.parse(ground.equals("law") ? "law:" + law : ground);
    if (on.isEmpty()) {
      wrong.put(
          ground.equals("law") ? "law" : "ground",
          ground.equals("law") ? "moderation.law-missing" : "moderation.ground-missing");
    }
    Optional<Category> about = Category.coded(category);
    if (about.isEmpty()) {
      wrong.put("category", "moderation.category-missing");
    }
    String reasons = !said.isEmpty() ? said : readyMade(words);
    if (reasons.isEmpty()) {
      wrong.put("statement", "moderation.statement-missing");
    }
    if (!wrong.isEmpty()) {
      throw Failure.invalid(wrong);
    }
    return new Ruling(kind(), on.orElseThrow(), about.orElseThrow(), reasons, until(now));
  }

  private String readyMade(Messages words) {
    return TEMPLATES.contains(template) ? words.get("moderation.template-" + template) : "";
  }

  private Decision.Kind kind() {
    if (suspension.isEmpty()) {
      return Decision.Kind.REJECT;
    }
    return suspension.equals(FOR_GOOD) ? Decision.Kind.BAN : Decision.Kind.SUSPEND;
  }

  private @Nullable Instant until(Instant now) {
    if (suspension.isEmpty() || suspension.equals(FOR_GOOD)) {
      return null;
    }
    if (!SUSPENSIONS.contains(suspension)) {
      throw Failure.invalid("suspension", "moderation.suspension-unknown");
    }
    return now.plus(Duration.ofDays(Integer.parseInt(suspension)));
  }
}
