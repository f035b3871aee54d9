package org.talblatt.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.talblatt.base.AccountId;

/**
 * What the public may know of a reader.
 *
 * @param name as the paper writes it
 * @param badge {@code moderator} or {@code editor}; null for everybody else
 * @param line what they say of themselves; empty for nothing
 * @param hidden whether they show nothing but the name
 * @param left whether they have gone, and left texts under the name
 */
public record ReaderProfile(
    AccountId account,
    String name,
    @Nullable String badge,
    String line,
    boolean hidden,
    Instant since,
    Portrait portrait,
    boolean left) {}
