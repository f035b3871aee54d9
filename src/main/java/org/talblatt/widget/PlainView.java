package org.talblatt.widget;

import org.jspecify.annotations.Nullable;

/**
 * The talk under another house's page as a page of ours.
 *
 * @param headline of that page; empty where it is not known yet
 * @param own this page's address
 * @param talk as drawn; empty where nobody has written yet
 * @param login where to log in and come back from; null for who is
 * @param write where to write by plain forms; null where the talk has to begin first
 */
public record PlainView(
    String site,
    String address,
    String headline,
    String own,
    String talk,
    @Nullable String login,
    @Nullable String write) {}
