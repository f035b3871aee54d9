package org.talblatt.identity;

import org.jspecify.annotations.Nullable;

/**
 * Somebody's own account page.
 *
 * @param editor whether the newsroom's pages are open to them
 * @param note good news to show; null for none
 */
public record AccountView(
    String name, String email, String language, boolean editor, @Nullable String note) {}
