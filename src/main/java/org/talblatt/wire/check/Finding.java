package org.talblatt.wire.check;

/**
 * What came of one value that somebody else read off a file.
 *
 * @param section of the expectations: {@code read_off}, {@code peer_test} …
 * @param ours our field; where the key is none of ours the reason
 */
public record Finding(
    String section, String key, Outcome outcome, String ours, String expected, String read) {
  /** How the two compare. */
  public enum Outcome {
    EQUAL,
    DIFFERS,
    /** Expected, and nothing of it was read. */
    MISSING,
    /** Said in docs/wire.md why it is no field of ours. */
    NOT_OURS,
    /** Neither mapped nor explained: whoever adds a key has to do one of them. */
    UNKNOWN
  }

  /** Whether it counts: ours, and either equal or not. */
  public boolean counts() {
    return outcome == Outcome.EQUAL || outcome == Outcome.DIFFERS || outcome == Outcome.MISSING;
  }

  /** Whether it counts and is wrong. */
  public boolean wrong() {
    return outcome == Outcome.DIFFERS || outcome == Outcome.MISSING;
  }
}
