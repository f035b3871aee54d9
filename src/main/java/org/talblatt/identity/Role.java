package org.talblatt.identity;

/** What somebody may do beyond reading and talking. An account may hold several. */
public enum Role {
  AUTHOR,
  EDITOR,
  MODERATOR,
  /** Reads everything that staff read, and decides complaints. */
  PUBLISHER,
  ADMINISTRATOR;

  /** Whether the role may be held for some sections only. */
  public boolean bySection() {
    return this == EDITOR || this == MODERATOR;
  }
}
