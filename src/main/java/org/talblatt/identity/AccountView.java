package org.talblatt.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talblatt.platform.text.Times;

/**
 * Somebody's own account page.
 *
 * @param editor whether the newsroom's pages are open to them
 * @param note good news to show; null for none
 * @param oldProblem what is wrong with the old password; null for nothing
 * @param passwordProblem what is wrong with the new one; null for nothing
 */
public record AccountView(
    String name,
    String email,
    String language,
    boolean editor,
    List<OpenSession> sessions,
    Times times,
    @Nullable String note,
    @Nullable String oldProblem,
    @Nullable String passwordProblem) {}
