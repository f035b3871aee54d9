package org.talblatt.identity.passkey;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A passkey as its owner sees it.
 *
 * @param number names it in addresses
 * @param id the credential's id as browsers write it (base64url)
 * @param backedUp whether it is kept in a cloud and comes along to a new device
 * @param usedAt null where it was never used
 */
public record Passkey(
    long number,
    String id,
    String name,
    boolean backedUp,
    Instant createdAt,
    @Nullable Instant usedAt) {}
