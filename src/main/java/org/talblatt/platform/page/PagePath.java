package org.talblatt.platform.page;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The path of a request in its one spelling, so that {@code /%70olitik} and {@code /politik} are
 * one page, and refused where no page can stand: what might mean one thing here and another to
 * whoever stands in front of us.
 */
public final class PagePath {
  private static final int LONGEST = 1000;
  private static final String UNRESERVED = "-._~";

  private PagePath() {}

  /**
   * The same path with every character written the one way.
   *
   * @return null where it is broken: bad escapes, control characters, empty or dot segments,
   *     escaped slashes, path parameters, over-long
   */
  public static @Nullable String normal(@Nullable String raw) {
    if (raw == null || raw.isEmpty() || raw.charAt(0) != '/' || raw.length() > LONGEST) {
      return null;
    }
    String decoded = plain(raw) ? raw : decoded(raw);
    if (decoded == null || !wellFormed(decoded)) {
      return null;
    }
    return plain(decoded) ? decoded : encoded(decoded);
  }

  private static boolean plain(String path) {
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (c != '/' && !unreserved(c)) {
        return false;
      }
    }
    return true;
  }

  private static boolean unreserved(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= '0' && c <= '9')
        || (c >= 'A' && c <= 'Z')
        || UNRESERVED.indexOf(c) >= 0;
  }

  private static @Nullable String decoded(String raw) {
    ByteBuffer bytes = ByteBuffer.allocate(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c <= ' ' || c > '~' || c == ';' || c == '\\') {
        return null;
      }
      if (c == '%') {
        int value = hex(raw, i + 1);
        if (value < 0 || value == '/' || value == '\\') {
          return null;
        }
        bytes.put((byte) value);
        i += 2;
      } else {
        bytes.put((byte) c);
      }
    }
    try {
      // a decoder of one's own reports what String's constructor would paper over
      return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
    } catch (CharacterCodingException broken) {
      return null;
    }
  }

  /** The byte written at this place as two hexadecimal digits; negative where there is none. */
  private static int hex(String text, int at) {
    if (at + 2 > text.length()) {
      return -1;
    }
    int high = Character.digit(text.charAt(at), 16);
    int low = Character.digit(text.charAt(at + 1), 16);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }

  private static boolean wellFormed(String path) {
    for (int i = 0; i < path.length(); i++) {
      if (Character.isISOControl(path.charAt(i))) {
        return false;
      }
    }
    return !path.contains("//")
        && !path.contains("/./")
        && !path.contains("/../")
        && !path.endsWith("/.")
        && !path.endsWith("/..");
  }

  private static String encoded(String path) {
    StringBuilder text = new StringBuilder(path.length() * 2);
    for (byte value : path.getBytes(StandardCharsets.UTF_8)) {
      int c = value & 0xff;
      if (c == '/' || unreserved(c)) {
        text.append((char) c);
      } else {
        text.append('%')
            .append(Character.toUpperCase(Character.forDigit(c >> 4, 16)))
            .append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
      }
    }
    return text.toString();
  }
}
