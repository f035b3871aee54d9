package org.talblatt.picture;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What comes with a new picture.
 *
 * @param alternative what it shows, for those who can't see it; empty where nobody has said it yet
 * @param rights under what terms it may be used, for the newsroom
 * @param expiresAt from when on it may not be shown; null = never
 * @param fileName as it was called where it comes from
 * @param fromWire whether an agency sent it
 * @param described whether somebody here has said what it shows
 */
public record NewPicture(
    String caption,
    String credit,
    String alternative,
    String rights,
    Focus focus,
    @Nullable Instant expiresAt,
    String fileName,
    boolean fromWire,
    boolean described) {

  /** A picture of our own, described. */
  public static NewPicture own(String caption, String credit, String alternative) {
    return new NewPicture(caption, credit, alternative, "", Focus.MIDDLE, null, "", false, true);
  }
}
