package org.talblatt.identity.factor;

import org.jspecify.annotations.Nullable;

/**
 * Whether somebody has a device for codes.
 *
 * @param since the day, in words; null where there is none
 * @param left recovery codes not used yet
 */
public record FactorView(@Nullable String since, int left) {}
