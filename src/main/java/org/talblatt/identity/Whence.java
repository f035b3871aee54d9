package org.talblatt.identity;

import org.jspecify.annotations.Nullable;

/**
 * Where somebody came from who logs in: what they had typed, or the page they were on. Whatever is
 * no path of ours becomes empty.
 *
 * @param text key of a text that waits behind the login; empty for none
 * @param back local path to return to; empty for none
 */
public record Whence(String text, String back) {
  /** The front page. */
  public static final Whence NOWHERE = new Whence("", "");

  private static final int LONGEST = 100;

  public Whence(@Nullable String text, @Nullable String back) {
    this.text = text == null || text.length() > LONGEST ? "" : text;
    this.back = BackPath.of(back);
  }

  /** Kept out of logs: the key is a secret. */
  @Override
  public String toString() {
    return "Whence[" + back + "]";
  }
}
