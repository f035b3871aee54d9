package org.talblatt.identity;

/** What readers agree to when they register. */
final class HouseRules {
  /** Recorded with each account; raised whenever the text changes. */
  static final String VERSION = "2026-11";

  /** The oldest age that a country of ours asks for. */
  static final int AGE = 16;

  private HouseRules() {}
}
