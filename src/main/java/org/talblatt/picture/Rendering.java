package org.talblatt.picture;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import net.coobird.thumbnailator.Thumbnails;
import org.talblatt.base.Failure;

/**
 * A sent file turned into the JPEGs that we serve. They are encoded afresh, so that nothing of the
 * file's metadata (place, camera, names) and nothing hidden behind the picture gets into them.
 */
public final class Rendering {
  static final int LONGEST_FILE = 25 << 20;
  private static final float QUALITY = 0.82f;

  private final byte[] original;
  private final int width;
  private final int height;
  private final Map<Integer, byte[]> files;

  private Rendering(byte[] original, int width, int height, Map<Integer, byte[]> files) {
    this.original = original;
    this.width = width;
    this.height = height;
    this.files = files;
  }

  /**
   * Decodes a file and makes all its sizes, which takes a good tenth of a second: not to be done
   * under a lock. Refuses what is no JPEG, PNG or WebP, or would be too big once unpacked, before
   * unpacking it.
   */
  public static Rendering of(byte[] file) {
    if (file.length > LONGEST_FILE) {
      throw Failure.of(Failure.Kind.TOO_LARGE, "picture.file-too-large", LONGEST_FILE >> 20);
    }
    return PictureFile.open(
        file, whole -> new Rendering(file, whole.getWidth(), whole.getHeight(), renditions(whole)));
  }

  /** The file as it was sent. */
  byte[] original() {
    return original;
  }

  /** Upright, in pixels. */
  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /** Width to JPEG. */
  Map<Integer, byte[]> files() {
    return files;
  }

  private static Map<Integer, byte[]> renditions(BufferedImage whole) throws IOException {
    Map<Integer, byte[]> files = new LinkedHashMap<>();
    BufferedImage larger = whole;
    for (int width : Picture.widths(whole.getWidth()).reversed()) {
      if (width < larger.getWidth()) {
        int height = Math.max(1, Math.round((float) whole.getHeight() * width / whole.getWidth()));
        larger = Thumbnails.of(larger).forceSize(width, height).asBufferedImage();
      }
      files.put(width, Jpeg.of(larger, QUALITY));
    }
    return files;
  }
}
