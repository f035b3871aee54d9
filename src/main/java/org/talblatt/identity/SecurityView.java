package org.talblatt.identity;

import gg.jte.Content;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talblatt.platform.text.Times;

/**
 * How somebody's own account is kept safe: password and devices.
 *
 * @param sections what other rooms add
 * @param note good news to show; null for none
 * @param oldProblem what is wrong with the old password; null for nothing
 * @param passwordProblem what is wrong with the new one; null for nothing
 */
public record SecurityView(
    String name,
    List<Content> sections,
    List<OpenSession> sessions,
    Times times,
    @Nullable String note,
    @Nullable String oldProblem,
    @Nullable String passwordProblem) {}
