package org.talblatt.discussion;

import org.jspecify.annotations.Nullable;

/**
 * One page with one form, for those without JavaScript.
 *
 * @param shown the comment it is about; null for none
 * @param error what is wrong with the text; empty at first
 * @param limit the longest text
 * @param revision what an edit was made to; 0 for other forms
 */
public record CommentForm(
    String title,
    String action,
    @Nullable Comment shown,
    String error,
    String text,
    int revision,
    int limit,
    String send) {}
