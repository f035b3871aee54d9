package org.talblatt.wire;

/** What the desk can look at. */
public enum WireList {
  /** Texts that wait for an editor. */
  INBOX,
  /** Agencies' words to the newsroom. */
  TICKER,
  /** Pictures, graphics, sound, packages. */
  OTHER,
  /** Withdrawn by their agency. */
  CANCELED,
  /** In the paper. */
  PUBLISHED,
  /** Put away here. */
  DISCARDED,
  ALL
}
