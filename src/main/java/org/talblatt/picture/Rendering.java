package org.talblatt.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import net.coobird.thumbnailator.Thumbnails;
import org.talblatt.base.Failure;

/**
 * A sent file turned into the JPEGs that we serve. They are encoded afresh, so that nothing of the
 * file's metadata (place, camera, names) and nothing hidden behind the picture gets into them.
 */
public final class Rendering {
  static final int LONGEST_FILE = 25 << 20;
  private static final int LONGEST_SIDE = 12_000;
  private static final long MOST_PIXELS = 50_000_000;
  private static final float QUALITY = 0.82f;

  // A picture at the limit takes 200 MB while it is open: a few uploads at once must not add up.
  private static final Semaphore OPEN = new Semaphore(2);

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
   * under a lock. Refuses what is no JPEG or PNG, or would be too big once unpacked, before
   * unpacking it.
   */
  public static Rendering of(byte[] file) {
    if (file.length > LONGEST_FILE) {
      throw Failure.of(Failure.Kind.TOO_LARGE, "picture.file-too-large", LONGEST_FILE >> 20);
    }
    checkHeader(file);
    OPEN.acquireUninterruptibly();
    try {
      BufferedImage whole = decode(file);
      return new Rendering(file, whole.getWidth(), whole.getHeight(), renditions(whole));
    } catch (IOException e) {
      throw unreadable();
    } finally {
      OPEN.release();
    }
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

  private static void checkHeader(byte[] file) {
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
      ImageReader reader = reader(in, file);
      try {
        reader.setInput(in, true, true);
        checkSize(reader.getWidth(0), reader.getHeight(0));
      } finally {
        reader.dispose();
      }
    } catch (IOException | IllegalArgumentException e) {
      throw unreadable();
    }
  }

  private static ImageReader reader(ImageInputStream in, byte[] file) {
    if (jpeg(file) ? Jpeg.cutOff(file) : !png(file)) {
      throw unreadable();
    }
    Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
    if (!readers.hasNext()) {
      throw unreadable();
    }
    return readers.next();
  }

  private static void checkSize(int width, int height) {
    if (width > LONGEST_SIDE || height > LONGEST_SIDE || (long) width * height > MOST_PIXELS) {
      throw Failure.of(
          Failure.Kind.TOO_LARGE, "picture.too-many-pixels", width, height, LONGEST_SIDE);
    }
  }

  /** Upright, on white where it was transparent. */
  private static BufferedImage decode(byte[] file) throws IOException {
    BufferedImage upright;
    try {
      upright = Thumbnails.of(new ByteArrayInputStream(file)).scale(1).asBufferedImage();
    } catch (RuntimeException e) {
      // The JDK's decoders throw unchecked exceptions at some broken files.
      throw new IOException(e);
    }
    if (upright.getType() == BufferedImage.TYPE_INT_RGB) {
      return upright;
    }
    BufferedImage flat =
        new BufferedImage(upright.getWidth(), upright.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D on = flat.createGraphics();
    on.drawImage(upright, 0, 0, Color.WHITE, null);
    on.dispose();
    return flat;
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

  private static boolean jpeg(byte[] file) {
    return starts(file, 0xFF, 0xD8, 0xFF);
  }

  private static boolean png(byte[] file) {
    return starts(file, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A);
  }

  private static boolean starts(byte[] file, int... magic) {
    if (file.length < magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if ((file[i] & 0xFF) != magic[i]) {
        return false;
      }
    }
    return true;
  }

  private static Failure unreadable() {
    return Failure.invalid("picture", "picture.unreadable");
  }
}
