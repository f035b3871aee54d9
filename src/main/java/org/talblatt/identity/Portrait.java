package org.talblatt.identity;

import org.jspecify.annotations.Nullable;

/**
 * How a reader is shown: by an own picture, else by a monogram.
 *
 * @param token of the own picture; null where there is none
 */
public record Portrait(@Nullable String token, Monogram monogram) {
  /** The widths that own pictures are kept in. */
  public static final int SMALL = 96;

  public static final int LARGE = 320;

  /** The address of the own picture in this width. */
  public String path(int width) {
    return "/bilder/leser/" + token + "-" + width + ".jpg";
  }
}
