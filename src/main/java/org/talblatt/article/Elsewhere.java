package org.talblatt.article;

/**
 * A page of another house under which readers talk here.
 *
 * @param address the full one, {@code http} or {@code https}
 * @param section whose rules hold for the talk
 * @param language of the page (BCP 47)
 */
public record Elsewhere(String address, String headline, String section, String language) {}
