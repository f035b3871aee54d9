package org.talblatt.picture;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the newsroom says of a picture.
 *
 * @param alternative what it shows, for those who can't see it; never empty
 * @param rights under what terms it may be used
 * @param expiresAt from when on it may not be shown; null = never
 */
public record PictureWords(
    String alternative,
    String caption,
    String credit,
    String rights,
    Focus focus,
    @Nullable Instant expiresAt) {}
