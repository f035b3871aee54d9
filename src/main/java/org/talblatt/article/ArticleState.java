package org.talblatt.article;

import java.util.Locale;

/** Where an article is on its way. */
public enum ArticleState {
  DRAFT,
  IN_REVIEW,
  /** Stored as published; the clock alone brings it out. */
  SCHEDULED,
  PUBLISHED,
  WITHDRAWN;

  /** As in messages and addresses. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it is out, or will be by the clock alone. */
  public boolean isPublic() {
    return this == SCHEDULED || this == PUBLISHED;
  }
}
