package org.talblatt.wire;

/** The number under which the paper keeps an agency's item. Positive. */
public record WireItemId(long value) {
  /** Refuses what no row can carry. */
  public WireItemId {
    if (value <= 0) {
      throw new IllegalArgumentException("not an id: " + value);
    }
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
