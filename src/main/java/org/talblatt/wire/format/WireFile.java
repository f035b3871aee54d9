package org.talblatt.wire.format;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

/** A file's text; which charset it is in, {@link Charsets} finds out. */
public record WireFile(String text) {
  private static final int HEAD = 4000;

  public static WireFile of(byte[] bytes) {
    String text = decode(bytes);
    return new WireFile(text.startsWith("\uFEFF") ? text.substring(1) : text);
  }

  /** The beginning, enough to tell what it is. */
  public String head() {
    return text.substring(0, Math.min(HEAD, text.length()));
  }

  private static String decode(byte[] bytes) {
    if (begins(bytes, 0xfe, 0xff) || begins(bytes, 0, '<') || begins(bytes, 0, '{')) {
      return new String(bytes, UTF_16BE);
    }
    if (begins(bytes, 0xff, 0xfe) || begins(bytes, '<', 0) || begins(bytes, '{', 0)) {
      return new String(bytes, UTF_16LE);
    }
    return begins(bytes, 0xef, 0xbb, 0xbf) ? new String(bytes, UTF_8) : Charsets.decode(bytes);
  }

  private static boolean begins(byte[] bytes, int... first) {
    for (int i = 0; i < first.length; i++) {
      if (bytes.length <= i || (bytes[i] & 0xff) != first[i]) {
        return false;
      }
    }
    return true;
  }
}
