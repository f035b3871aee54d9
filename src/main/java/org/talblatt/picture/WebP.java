package org.talblatt.picture;

import com.luciad.imageio.webp.WebPImageReaderSpi;
import com.luciad.imageio.webp.WebPImageWriterSpi;
import com.luciad.imageio.webp.WebPWriteParam;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import javax.imageio.IIOImage;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.spi.IIORegistry;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * WebP by Google's own encoder, which is native code: it only ever gets pictures that we have
 * decoded. What others sent us is read by the decoder in plain Java.
 */
final class WebP {
  private static final Logger log = LoggerFactory.getLogger(WebP.class);

  /** Of 0 to 6; above this, half a second more buys one hundredth of the bytes. */
  private static final int METHOD = 4;

  /** Where the first chunk begins. */
  private static final int FRAME_START = 12;

  private static final boolean AVAILABLE = probe();

  private WebP() {}

  /** Whether the encoder has a native part for this machine; else pages offer JPEG alone. */
  static boolean available() {
    return AVAILABLE;
  }

  private static boolean probe() {
    keepFromReading();
    try {
      return of(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB), 1).length > 0;
    } catch (IOException | LinkageError | RuntimeException absent) {
      log.warn("no WebP on this machine, pictures are served as JPEG: {}", absent.toString());
      return false;
    }
  }

  /** Strangers' bytes never reach native code. */
  static void keepFromReading() {
    IIORegistry readers = IIORegistry.getDefaultInstance();
    WebPImageReaderSpi nativeReader = readers.getServiceProviderByClass(WebPImageReaderSpi.class);
    if (nativeReader != null) {
      readers.deregisterServiceProvider(nativeReader);
    }
  }

  /**
   * The picture as a lossy WebP without any metadata.
   *
   * @param quality from 0 to 1
   */
  static byte[] of(BufferedImage picture, float quality) throws IOException {
    ImageWriter writer = new WebPImageWriterSpi().createWriterInstance(null);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      WebPWriteParam how = (WebPWriteParam) writer.getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionType("Lossy");
      how.setCompressionQuality(quality);
      how.setMethod(METHOD);
      writer.setOutput(out);
      writer.write(null, new IIOImage(picture, null, null), how);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /**
   * Whether a file's header names another size than the frame behind it, which is what a decoder
   * makes room for. Only the long form can lie: canvas first, then chunks with the picture.
   */
  static boolean lies(byte[] file) {
    ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    if (file.length < FRAME_START + 30 || in.getInt(FRAME_START) != name("VP8X")) {
      return false;
    }
    int width = 1 + three(in, FRAME_START + 12);
    int height = 1 + three(in, FRAME_START + 15);
    int at = FRAME_START;
    while (at >= 0 && at + 18 <= file.length) {
      int name = in.getInt(at);
      if (name == name("ANMF")) {
        // we show still pictures
        return true;
      }
      if (name == name("VP8 ") || name == name("VP8L")) {
        return frame(in, at, name == name("VP8L")) != (((long) width << 32) | height);
      }
      long next = at + 8L + Integer.toUnsignedLong(in.getInt(at + 4));
      at = next > file.length ? -1 : (int) (next + next % 2);
    }
    return true;
  }

  private static long frame(ByteBuffer in, int at, boolean lossless) {
    if (lossless) {
      int bits = in.getInt(at + 9);
      return ((long) (1 + (bits & 0x3FFF)) << 32) | (1 + ((bits >> 14) & 0x3FFF));
    }
    return ((long) (in.getShort(at + 14) & 0x3FFF) << 32) | (in.getShort(at + 16) & 0x3FFF);
  }

  private static int three(ByteBuffer in, int at) {
    return (in.getShort(at) & 0xFFFF) | ((in.get(at + 2) & 0xFF) << 16);
  }

  private static int name(String four) {
    return ByteBuffer.wrap(four.getBytes(StandardCharsets.US_ASCII))
        .order(ByteOrder.LITTLE_ENDIAN)
        .getInt();
  }
}
