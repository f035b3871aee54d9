package org.talblatt.moderation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.talblatt.base.CommentId;

/**
 * What a court or an authority wants of a comment: that it goes, or what is known of it (EU Digital
 * Services Act, articles 9 and 10).
 *
 * @param reference the authority's own; may be empty
 * @param endedAt null while it is open
 * @param outcome what was done on it; empty while it is open
 */
public record LegalOrder(
    long id,
    CommentId comment,
    String headline,
    String section,
    String authority,
    String reference,
    LocalDate receivedOn,
    @Nullable Instant endedAt,
    String outcome) {

  /** The day it came, as a moment of it. */
  public Instant received() {
    return receivedOn.atTime(12, 0).toInstant(ZoneOffset.UTC);
  }

  /** Whether something is still to be done. */
  public boolean open() {
    return endedAt == null;
  }
}
