package org.talblatt.moderation;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.talblatt.base.AccountId;
import org.talblatt.base.CommentId;

/**
 * A report or a decision as whom it concerns sees it, with what came of it.
 *
 * @param report null where it is about a decision on the own comment or account
 * @param decision null while a report is open
 * @param headline of the article; empty where only an account is concerned
 * @param text the comment's; empty where there is none, or it was erased
 */
public record Case(
    @Nullable Report report,
    @Nullable Decision decision,
    @Nullable Complaint complaint,
    String headline,
    String text) {
  /** How long one may object; DSA, article 20. */
  private static final Period OBJECTABLE = Period.ofMonths(6);

  public @Nullable CommentId comment() {
    return report != null ? report.comment() : decision == null ? null : decision.comment();
  }

  /** Until when an objection is possible; null where the decision takes nothing from anybody. */
  public @Nullable Instant objectableUntil() {
    Decision decided = decision;
    if (decided == null) {
      return null;
    }
    boolean against = report == null ? decided.kind().restricts() : kept(decided);
    return against ? decided.at().atOffset(ZoneOffset.UTC).plus(OBJECTABLE).toInstant() : null;
  }

  /** Whether it can be objected to at this moment, and nobody has yet. */
  public boolean objectable(Instant now) {
    Instant until = objectableUntil();
    return complaint == null && until != null && now.isBefore(until);
  }

  /** Who may object: the reporter, or whose comment or account it is; null where erased. */
  @Nullable AccountId concerns() {
    return report != null ? report.reporter() : decision == null ? null : decision.account();
  }

  private static boolean kept(Decision decision) {
    return decision.kind() == Decision.Kind.KEEP;
  }
}
