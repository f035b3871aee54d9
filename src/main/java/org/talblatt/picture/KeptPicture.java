package org.talblatt.picture;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A picture as the newsroom sees it.
 *
 * @param rights under what terms it may be used
 * @param withdrawnAt when it was taken off; null where it was not
 * @param fromWire whether an agency sent it
 * @param described whether somebody here has said what it shows
 * @param uses in how many articles that are out it stands
 */
public record KeptPicture(
    Picture picture,
    String rights,
    @Nullable Instant withdrawnAt,
    String fileName,
    boolean fromWire,
    boolean described,
    Instant createdAt,
    int uses) {

  /** Whether its rights have ended by now. */
  public boolean expired(Instant now) {
    return picture.expiresAt() != null && !picture.expiresAt().isAfter(now);
  }
}
