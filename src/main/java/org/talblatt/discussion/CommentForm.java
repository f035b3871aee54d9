package org.talblatt.discussion;

import org.jspecify.annotations.Nullable;
import org.talblatt.platform.text.SafeHtml;

/**
 * One page with one form, for those without JavaScript.
 *
 * @param shown the comment it is about; null for none
 * @param error what is wrong with the text; empty at first
 * @param limit the longest text
 * @param typed what stands in it
 * @param preview how the text would look; null where nobody asked
 */
public record CommentForm(
    String title,
    String action,
    @Nullable Comment shown,
    String error,
    int limit,
    Typed typed,
    @Nullable SafeHtml preview) {

  /** The same about a comment; null for none. */
  CommentForm about(@Nullable Comment comment) {
    return new CommentForm(title, action, comment, error, limit, typed, preview);
  }

  /** The same with what is wrong. */
  CommentForm refused(String sentence) {
    return new CommentForm(title, action, shown, sentence, limit, typed, preview);
  }

  /** What an edit was made to; 0 for other forms. */
  public int revision() {
    return typed.revision();
  }
}
