package org.talblatt.base;

/** An article's number, as it stands at the end of its address. Positive. */
public record ArticleId(long value) {
  /** Refuses what no row can carry. */
  public ArticleId {
    if (value <= 0) {
      throw new IllegalArgumentException("not an id: " + value);
    }
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
