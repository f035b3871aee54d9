package org.talblatt.wire;

import java.time.Instant;

/**
 * A delivered file that no reader took, kept as it came.
 *
 * @param size in bytes
 */
public record RefusedFile(
    long id, String name, String provider, long size, Refusal refusal, Instant receivedAt) {}
