package org.talblatt.base;

/** A picture's number, as it stands in its address. Positive. */
public record PictureId(long value) {
  /** Refuses what no row can carry. */
  public PictureId {
    if (value <= 0) {
      throw new IllegalArgumentException("not an id: " + value);
    }
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
