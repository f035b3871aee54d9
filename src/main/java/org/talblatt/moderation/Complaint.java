package org.talblatt.moderation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.talblatt.base.AccountId;

/**
 * An objection to a decision.
 *
 * @param report whose turning down it objects to; null where whom the decision concerns objects
 * @param complainant null for who has no account, or has none any more
 * @param outcome null while it is open
 */
public record Complaint(
    long id,
    long decision,
    @Nullable Long report,
    @Nullable AccountId complainant,
    String text,
    Instant createdAt,
    @Nullable Outcome outcome,
    @Nullable String statement,
    @Nullable AccountId decidedBy) {

  public enum Outcome {
    CONFIRMED,
    REVERSED
  }
}
