package org.talblatt.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Who a picture is from, inside its file: the one thing that we let travel along, as IPTC and the
 * law on taking such marks away ask for. In a JPEG as an IPTC record and as XMP, in WebP as XMP.
 */
record CreditMark(String credit) {
  private static final int MOST_BYTES = 2000;
  private static final byte[] XMP_NAME =
      "http://ns.adobe.com/xap/1.0/\0".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] PHOTOSHOP =
      "Photoshop 3.0\0008BIM".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] UTF_8 = {0x1B, '%', 'G'};
  private static final int IPTC_RESOURCE = 0x0404;
  private static final int CREDIT = 110;
  private static final int COPYRIGHT = 116;
  private static final int XMP_FLAG = 0x04;
  private static final int RIFF_HEADER = 12;

  byte[] inJpeg(byte[] jpeg) {
    if (credit.isBlank()) {
      return jpeg;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(jpeg, 0, 2);
    int rest = 2;
    if ((jpeg[3] & 0xFF) == 0xE0) {
      // JFIF's own segment has to come first
      rest = 4 + (((jpeg[4] & 0xFF) << 8) | (jpeg[5] & 0xFF));
      out.write(jpeg, 2, rest - 2);
    }
    segment(out, 0xE1, XMP_NAME, xmp());
    segment(out, 0xED, PHOTOSHOP, resource(iptc()));
    out.write(jpeg, rest, jpeg.length - rest);
    return out.toByteArray();
  }

  private static void segment(ByteArrayOutputStream out, int marker, byte[] name, byte[] body) {
    int length = 2 + name.length + body.length;
    out.writeBytes(new byte[] {(byte) 0xFF, (byte) marker, (byte) (length >> 8), (byte) length});
    out.writeBytes(name);
    out.writeBytes(body);
  }

  /** Photoshop's frame around the record: number, no name, length, and an even number of bytes. */
  private static byte[] resource(byte[] record) {
    return ByteBuffer.allocate(8 + record.length + record.length % 2)
        .putShort((short) IPTC_RESOURCE)
        .putShort((short) 0)
        .putInt(record.length)
        .put(record)
        .array();
  }

  private byte[] iptc() {
    ByteArrayOutputStream record = new ByteArrayOutputStream();
    field(record, 1, 90, UTF_8);
    field(record, 2, CREDIT, shortened(credit, 200));
    field(record, 2, COPYRIGHT, shortened(credit, 200));
    return record.toByteArray();
  }

  private static void field(ByteArrayOutputStream record, int kind, int number, byte[] value) {
    record.writeBytes(
        new byte[] {
          0x1C, (byte) kind, (byte) number, (byte) (value.length >> 8), (byte) value.length
        });
    record.writeBytes(value);
  }

  /** WebP holds XMP only in its long form: a header that says so, the picture, the text. */
  byte[] inWebP(byte[] webp, BufferedImage picture) {
    if (credit.isBlank()) {
      return webp;
    }
    byte[] xmp = xmp();
    byte[] image = Arrays.copyOfRange(webp, RIFF_HEADER, webp.length);
    int length = 18 + image.length + 8 + xmp.length + xmp.length % 2;
    ByteBuffer out = ByteBuffer.allocate(RIFF_HEADER + length).order(ByteOrder.LITTLE_ENDIAN);
    out.put(ascii("RIFF")).putInt(4 + length).put(ascii("WEBP"));
    out.put(ascii("VP8X")).putInt(10).putInt(XMP_FLAG);
    three(out, picture.getWidth() - 1);
    three(out, picture.getHeight() - 1);
    out.put(image).put(ascii("XMP ")).putInt(xmp.length).put(xmp);
    return out.array();
  }

  private static void three(ByteBuffer out, int number) {
    out.put((byte) number).put((byte) (number >> 8)).put((byte) (number >> 16));
  }

  private byte[] xmp() {
    String name = escaped(new String(shortened(credit, MOST_BYTES), StandardCharsets.UTF_8));
    return """
    <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">\
    <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""\
     xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">\
    <photoshop:Credit>%1$s</photoshop:Credit><dc:rights><rdf:Alt><rdf:li xml:lang="x-default">%1$s\
    </rdf:li></rdf:Alt></dc:rights></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>"""
        .formatted(name)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String escaped(String text) {
    return text.replaceAll("\\p{Cntrl}", " ")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;");
  }

  /** At most so many bytes, and no half letter at the end. */
  private static byte[] shortened(String text, int most) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length <= most) {
      return bytes;
    }
    int end = most;
    while (end > 0 && (bytes[end] & 0xC0) == 0x80) {
      end--;
    }
    return Arrays.copyOf(bytes, end);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
