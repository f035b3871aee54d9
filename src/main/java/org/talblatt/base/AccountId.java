package org.talblatt.base;

/** An account's number; never shown to readers. Positive. */
public record AccountId(long value) {
  /** Refuses what no row can carry. */
  public AccountId {
    if (value <= 0) {
      throw new IllegalArgumentException("not an id: " + value);
    }
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
