package org.talblatt.notification;

import java.util.List;

/**
 * Readers who want to see it on their devices were told something just now. Published inside the
 * transaction that tells them.
 *
 * @param notifications their numbers, one at least
 */
public record Rung(List<Long> notifications) {}
