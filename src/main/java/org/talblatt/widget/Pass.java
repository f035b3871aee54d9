package org.talblatt.widget;

/**
 * What a page may write with: good under one page, from one origin.
 *
 * @param language of the page, for a talk that begins
 * @param signed whether the site itself named address and headline
 */
record Pass(
    String site,
    String origin,
    ForeignPage page,
    String headline,
    String language,
    boolean signed) {}
