package org.talblatt.identity;

/**
 * Where a try to get in comes from.
 *
 * @param block of addresses, as {@code ClientAddress} makes it
 * @param device hash of the browser's cookie in hexadecimal digits; empty for none
 */
record Caller(String block, String device) {
  /** Somebody whose browser brings no cookie. */
  static Caller unknown(String block) {
    return new Caller(block, "");
  }
}
