package org.talblatt.identity;

/**
 * Where a login leads, as it may be stored.
 *
 * @param textKey the hash of a kept text's key in hexadecimal digits; empty for none
 * @param back local path; empty for none
 */
record Goal(String textKey, String back) {
  static Goal of(Whence whence) {
    return new Goal(whence.text().isEmpty() ? "" : Token.hex(whence.text()), whence.back());
  }

  /** Whether a text waits there. */
  boolean text() {
    return !textKey.isEmpty();
  }
}
