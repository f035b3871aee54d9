package org.talblatt.discussion;

import org.talblatt.base.Failure;

/** What one reader thinks of a comment. */
public enum Vote {
  UP(1),
  DOWN(-1),
  /** Taken back, or never given. */
  NONE(0);

  private final int value;

  Vote(int value) {
    this.value = value;
  }

  /** 1, -1 or 0. */
  public int value() {
    return value;
  }

  /** The vote with this value. */
  public static Vote of(int value) {
    return switch (value) {
      case 1 -> UP;
      case -1 -> DOWN;
      case 0 -> NONE;
      default -> throw Failure.invalid("value", "discussion.vote-unknown");
    };
  }
}
