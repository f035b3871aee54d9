package org.talblatt.discussion;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a form as somebody sent it, so that the next form holds all of it again.
 *
 * @param revision what an edit was made to; 0 for other forms
 * @param submission the form's own key; null where it had none
 * @param gone the number of a comment that this once answered; null for none
 */
public record Typed(String text, int revision, @Nullable UUID submission, @Nullable Integer gone) {
  static final Typed NOTHING = of("");

  static Typed of(String text) {
    return new Typed(text, 0, null, null);
  }

  /** The same for the comment that is changed. */
  static Typed edit(String text, int revision) {
    return new Typed(text, revision, null, null);
  }

  Typed withRevision(int newest) {
    return new Typed(text, newest, submission, gone);
  }

  Typed withGone(int parent) {
    return new Typed(text, revision, submission, parent);
  }
}
