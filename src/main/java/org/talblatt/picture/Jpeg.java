package org.talblatt.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** What we know of the format beyond the JDK. */
public final class Jpeg {
  private static final int START_OF_SCAN = 0xDA;
  private static final int END_OF_IMAGE = 0xD9;

  private Jpeg() {}

  /**
   * The picture as a JPEG without any metadata.
   *
   * @param quality from 0 to 1
   */
  public static byte[] of(BufferedImage picture, float quality) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam how = writer.getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionQuality(quality);
      writer.setOutput(out);
      writer.write(null, new IIOImage(picture, null, null), how);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /**
   * Whether a file ends before its picture does. The JDK paints the rest grey and says nothing;
   * transfers from agencies do break off.
   */
  static boolean cutOff(byte[] file) {
    int at = 2;
    while (at + 4 <= file.length && (file[at] & 0xFF) == 0xFF) {
      int marker = file[at + 1] & 0xFF;
      if (marker == START_OF_SCAN) {
        return !endsAfter(file, at);
      }
      // a fill byte, or a segment with its length; a thumbnail lies inside one
      at += marker == 0xFF ? 1 : 2 + ((file[at + 2] & 0xFF) << 8 | (file[at + 3] & 0xFF));
    }
    return true;
  }

  private static boolean endsAfter(byte[] file, int from) {
    for (int at = from; at + 1 < file.length; at++) {
      if ((file[at] & 0xFF) == 0xFF && (file[at + 1] & 0xFF) == END_OF_IMAGE) {
        return true;
      }
    }
    return false;
  }
}
