package org.talblatt.identity;

/** What somebody may do beyond reading and talking. An account may hold several. */
public enum Role {
  AUTHOR,
  EDITOR,
  MODERATOR,
  PUBLISHER,
  ADMINISTRATOR
}
