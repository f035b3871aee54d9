package org.talblatt.widget;

/**
 * A site by whose word an account opens, as its owner sees it.
 *
 * @param since when that began
 */
public record LinkedSite(String site, String name, String since) {}
