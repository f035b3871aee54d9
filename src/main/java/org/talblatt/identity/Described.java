package org.talblatt.identity;

import org.jspecify.annotations.Nullable;

/** What explains a form field to a screen reader. */
public final class Described {
  private Described() {}

  /** The ids for {@code aria-describedby}, the problem first; null where there is nothing. */
  public static @Nullable String by(String id, boolean hint, boolean problem) {
    String hintId = id + "-hint";
    String problemId = id + "-problem";
    if (hint && problem) {
      return problemId + " " + hintId;
    }
    return problem ? problemId : hint ? hintId : null;
  }
}
