package org.talblatt.article;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.talblatt.base.ArticleId;

/**
 * What an editor did a moment ago.
 *
 * @param article null for the front page
 * @param section the article's
 * @param version the article's after a correction
 * @param edition the front page's, else 0
 * @param stateBefore the article's before
 * @param until when it can no longer be taken back; a publication comes out then
 */
public record Act(
    long id,
    Kind kind,
    @Nullable ArticleId article,
    @Nullable String section,
    String headline,
    int version,
    long edition,
    String stateBefore,
    Instant until,
    boolean takenBack) {

  /** What it was. */
  public enum Kind {
    PUBLICATION,
    CORRECTION,
    WITHDRAWAL,
    FRONT
  }
}
