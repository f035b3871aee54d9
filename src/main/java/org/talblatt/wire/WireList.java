package org.talblatt.wire;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

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
  ALL;

  /** The list of exactly this name, as addresses have it: "inbox". */
  public static Optional<WireList> named(String name) {
    return Arrays.stream(values())
        .filter(list -> list.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst();
  }
}
