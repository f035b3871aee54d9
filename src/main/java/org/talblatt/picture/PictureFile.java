package org.talblatt.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import net.coobird.thumbnailator.Thumbnails;
import org.talblatt.base.Failure;

/**
 * Opens picture files that somebody sent. What a file says it is, it has to be; what would be too
 * big once unpacked is refused before it is unpacked.
 */
final class PictureFile {
  private static final int LONGEST_SIDE = 12_000;
  private static final long MOST_PIXELS = 50_000_000;

  // A picture at the limit takes 200 MB while it is open: a few uploads at once must not add up.
  private static final Semaphore OPEN = new Semaphore(2);

  static {
    WebP.keepFromReading();
  }

  private PictureFile() {}

  /** What a file begins with. */
  enum Kind {
    JPEG("\u00ff\u00d8\u00ff", ""),
    PNG("\u0089PNG\r\n\u001a\n", ""),
    WEBP("RIFF", "WEBP");

    private static final int SECOND = 8;
    private final String start;
    private final String behind;

    Kind(String start, String behind) {
      this.start = start;
      this.behind = behind;
    }

    private static Kind of(byte[] file) {
      return Stream.of(values())
          .filter(kind -> kind.is(file))
          .findFirst()
          .orElseThrow(PictureFile::unreadable);
    }

    private boolean is(byte[] file) {
      String head = new String(file, 0, Math.min(file.length, 16), StandardCharsets.ISO_8859_1);
      return head.startsWith(start) && head.startsWith(behind, behind.isEmpty() ? 0 : SECOND);
    }
  }

  /** What is done with a picture while it is open. */
  interface Work<T> {
    T with(BufferedImage picture) throws IOException;
  }

  /** Unpacks a file, upright and on white, and does something with it. */
  static <T> T open(byte[] file, Work<T> work) {
    checkHeader(file);
    OPEN.acquireUninterruptibly();
    try {
      return work.with(decode(file));
    } catch (IOException e) {
      throw unreadable();
    } finally {
      OPEN.release();
    }
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
    } catch (Failure refused) {
      throw refused;
    } catch (IOException | RuntimeException broken) {
      // decoders throw unchecked exceptions at some broken files
      throw unreadable();
    }
  }

  private static ImageReader reader(ImageInputStream in, byte[] file) {
    Kind kind = Kind.of(file);
    if ((kind == Kind.JPEG && Jpeg.cutOff(file)) || (kind == Kind.WEBP && WebP.lies(file))) {
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

  private static Failure unreadable() {
    return Failure.invalid("picture", "picture.unreadable");
  }
}
