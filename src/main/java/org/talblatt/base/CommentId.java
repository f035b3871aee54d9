package org.talblatt.base;

/** A comment is the n-th under its article; the pair never changes and is never reused. */
public record CommentId(ArticleId article, int number) {
  /** Numbers start at 1. */
  public CommentId {
    if (number <= 0) {
      throw new IllegalArgumentException("not a comment number: " + number);
    }
  }

  @Override
  public String toString() {
    return article + "#" + number;
  }
}
