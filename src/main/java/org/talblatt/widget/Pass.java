package org.talblatt.widget;

/**
 * What a page may write with: good under one page, from one origin.
 *
 * @param language of the page, for a talk that begins
 * @param signed what of it the site itself named
 */
record Pass(
    String site, String origin, ForeignPage page, String headline, String language, Signed signed) {
  /** What a page says of itself counts for less than what its site signed. */
  record Signed(boolean address, boolean headline) {
    static final Signed NOTHING = new Signed(false, false);
  }
}
