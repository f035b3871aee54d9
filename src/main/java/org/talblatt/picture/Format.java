package org.talblatt.picture;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.talblatt.base.Failure;

/** What we serve pictures as: WebP, and JPEG for whoever can't read it. */
public enum Format {
  JPEG("jpg", "image/jpeg"),
  WEBP("webp", "image/webp");

  private static final float JPEG_QUALITY = 0.82f;
  private static final float WEBP_QUALITY = 0.78f;

  private final String extension;
  private final String type;

  Format(String extension, String type) {
    this.extension = extension;
    this.type = type;
  }

  String extension() {
    return extension;
  }

  MediaType type() {
    return MediaType.valueOf(type);
  }

  /** Whether we can make it on this machine. */
  public boolean available() {
    return this == JPEG || WebP.available();
  }

  static Format named(String extension) {
    return Stream.of(values())
        .filter(format -> format.extension.equals(extension))
        .findFirst()
        .orElseThrow(Failure::notFound);
  }

  /** The picture with nothing in it but itself and who it is from. */
  byte[] encode(BufferedImage picture, CreditMark mark) throws IOException {
    return switch (this) {
      case JPEG -> mark.inJpeg(Jpeg.of(picture, JPEG_QUALITY));
      case WEBP -> mark.inWebP(WebP.of(picture, WEBP_QUALITY), picture);
    };
  }
}
