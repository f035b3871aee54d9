package org.talblatt.paper;

/**
 * The title as readers know it.
 *
 * @param name stands large in the masthead
 * @param motto the line under it
 * @param language the interface's language where no article or section decides
 */
public record Paper(String name, String motto, String language) {}
