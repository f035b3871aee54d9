package org.talblatt.moderation;

import org.talblatt.discussion.Comment;

/**
 * The form that reports a comment.
 *
 * @param headline of the article above it
 * @param known whether its reader is logged in
 */
public record ReportView(
    Comment comment,
    String headline,
    String path,
    boolean known,
    ReportForm form,
    Problems problems) {}
