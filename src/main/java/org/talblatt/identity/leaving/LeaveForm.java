package org.talblatt.identity.leaving;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.talblatt.identity.Leaving;

/**
 * The form by which somebody leaves.
 *
 * @param name the account's name, to be typed
 * @param way what was chosen; empty for nothing
 * @param typed what was typed to confirm
 * @param wayProblem what is wrong with the choice; null for nothing
 * @param typedProblem what is wrong with the confirmation; null for nothing
 * @param problem why nobody can leave this way now; null for nothing
 */
public record LeaveForm(
    String name,
    String way,
    String typed,
    @Nullable String wayProblem,
    @Nullable String typedProblem,
    @Nullable String problem) {

  static LeaveForm empty(String name) {
    return new LeaveForm(name, "", "", null, null, null);
  }

  /** The chosen way. */
  Optional<Leaving> chosen() {
    return Arrays.stream(Leaving.values()).filter(each -> each.word().equals(way)).findFirst();
  }

  public Leaving[] ways() {
    return Leaving.values();
  }
}
