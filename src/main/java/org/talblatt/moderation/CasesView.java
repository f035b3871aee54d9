package org.talblatt.moderation;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.talblatt.identity.Suspensions;
import org.talblatt.platform.text.Times;

/**
 * What was decided on somebody's comments, account and reports.
 *
 * @param suspension what holds at this moment; null for who may write
 */
public record CasesView(
    List<Case> decisions,
    List<Case> reports,
    Suspensions.@Nullable Suspension suspension,
    Typed typed,
    Times times,
    Instant now) {

  /** An objection that was refused: it stands in its form again. */
  public record Typed(long decision, @Nullable Long report, String text, Problems problems) {
    static final Typed NONE = new Typed(0, null, "", Problems.NONE);
  }

  /** What was typed into this case's form. */
  public Typed typedFor(Case shown) {
    boolean here =
        shown.decision() != null
            && shown.decision().id() == typed.decision()
            && Objects.equals(shown.report() == null ? null : shown.report().id(), typed.report());
    return here ? typed : Typed.NONE;
  }
}
