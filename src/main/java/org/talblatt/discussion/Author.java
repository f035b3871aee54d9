package org.talblatt.discussion;

import org.jspecify.annotations.Nullable;
import org.talblatt.base.AccountId;

/**
 * Who wrote a comment, as readers see them.
 *
 * @param badge {@code moderator} or {@code editor}; null for everybody else
 */
public record Author(AccountId account, String name, @Nullable String badge) {}
