package org.talblatt.moderation;

import java.time.Instant;
import java.util.List;
import org.talblatt.base.CommentId;

/**
 * A text that a case still needs, although it is erased elsewhere.
 *
 * @param versions what edits had replaced, oldest first
 * @param decisions the numbers of the decisions on it
 */
public record Evidence(
    long id,
    CommentId comment,
    String headline,
    String section,
    String text,
    List<String> versions,
    Instant writtenAt,
    Instant sealedAt,
    List<Long> decisions) {}
