package org.talblatt.moderation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.talblatt.base.Failure;
import org.talblatt.platform.mail.MailAddress;

/**
 * A report as typed. {@link #parse} makes of it what can be stored.
 *
 * @param reason a {@link Reason}'s word, or anything
 * @param faith whether the notifier says to believe in good faith that all of it is true
 * @param name of who has no account
 * @param email of who has no account
 */
public record ReportForm(String reason, String text, boolean faith, String name, String email) {
  private static final int LONGEST_NAME = 100;

  /** What was typed, understood. */
  record Parsed(Reason reason, String text, Report.@Nullable Notifier notifier) {}

  /** Nothing typed yet. */
  static ReportForm empty(String reason) {
    return new ReportForm(reason, "", false, "", "");
  }

  /** Whether it can be sent without an account. */
  public boolean notice() {
    return reason.equals(Reason.ILLEGAL.word());
  }

  /**
   * Refuses what is missing, all at once.
   *
   * @param known whether the reporter is logged in
   */
  Parsed parse(boolean known) {
    Map<String, String> wrong = new LinkedHashMap<>();
    Optional<Reason> named = Reason.named(reason);
    if (named.isEmpty()) {
      wrong.put("reason", "moderation.reason-missing");
    }
    String said = Prose.text("text", text);
    if (said.isEmpty() && notice()) {
      wrong.put("text", "moderation.why-illegal-missing");
    } else if (said.isEmpty() && named.equals(Optional.of(Reason.OTHER))) {
      wrong.put("text", "moderation.why-missing");
    }
    if (notice() && !faith) {
      wrong.put("faith", "moderation.faith-missing");
    }
    Report.Notifier notifier = known ? null : notifier(wrong);
    if (!wrong.isEmpty()) {
      throw Failure.invalid(wrong);
    }
    return new Parsed(named.orElseThrow(), said, notifier);
  }

  private Report.@Nullable Notifier notifier(Map<String, String> wrong) {
    String who = Prose.line(name);
    if (who.isEmpty() || who.length() > LONGEST_NAME) {
      wrong.put("name", "moderation.name-missing");
    }
    Optional<MailAddress> address = MailAddress.parse(email);
    if (address.isEmpty()) {
      wrong.put("email", "moderation.email-missing");
    }
    return wrong.isEmpty() ? new Report.Notifier(who, address.orElseThrow()) : null;
  }
}
