package org.talblatt.picture;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.geometry.Positions;
import org.talblatt.base.Failure;

/**
 * A picture of a person, cut to a square around its middle. Encoded afresh, so that nothing of the
 * file's metadata (place, camera, names) gets into it.
 */
public final class Square {
  /** In bytes. */
  public static final int LONGEST_FILE = 5 << 20;

  private static final float QUALITY = 0.85f;

  private Square() {}

  /**
   * The square in these widths, as JPEG. Takes a moment: not to be done under a lock.
   *
   * @throws Failure for what is no JPEG, PNG or WebP, or too large
   */
  public static Map<Integer, byte[]> of(byte[] file, int... widths) {
    if (file.length > LONGEST_FILE) {
      throw Failure.of(Failure.Kind.TOO_LARGE, "picture.file-too-large", LONGEST_FILE >> 20);
    }
    return PictureFile.open(file, whole -> squares(whole, widths));
  }

  private static Map<Integer, byte[]> squares(BufferedImage whole, int... widths)
      throws IOException {
    Map<Integer, byte[]> squares = new TreeMap<>();
    for (int width : widths) {
      BufferedImage square =
          Thumbnails.of(whole).crop(Positions.CENTER).size(width, width).asBufferedImage();
      squares.put(width, Jpeg.of(square, QUALITY));
    }
    return squares;
  }
}
