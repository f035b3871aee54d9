package org.talblatt.wire.format;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file's text. The declared charset is believed only where the bytes don't say otherwise: text
 * with umlauts that is valid UTF-8 is UTF-8 (AFP declares ISO-8859-1 on such files).
 */
public record WireFile(String text) {
  private static final Pattern DECLARED =
      Pattern.compile("^\\s*<\\?xml[^>]*encoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)[\"']");
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
    if (bytes.length > 1 && (bytes[0] & 0xff) == 0xfe && (bytes[1] & 0xff) == 0xff) {
      return new String(bytes, StandardCharsets.UTF_16BE);
    }
    if (bytes.length > 1 && (bytes[0] & 0xff) == 0xff && (bytes[1] & 0xff) == 0xfe) {
      return new String(bytes, StandardCharsets.UTF_16LE);
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException notUtf8) {
      return new String(bytes, declared(bytes));
    }
  }

  private static Charset declared(byte[] bytes) {
    String head = new String(bytes, 0, Math.min(300, bytes.length), StandardCharsets.ISO_8859_1);
    Matcher matcher = DECLARED.matcher(head);
    Charset windows = Charset.forName("windows-1252");
    if (!matcher.find()) {
      return windows;
    }
    try {
      Charset charset = Charset.forName(matcher.group(1));
      // bytes 0x80 to 0x9f are never meant as control characters
      return charset.equals(StandardCharsets.UTF_8) || charset.equals(StandardCharsets.ISO_8859_1)
          ? windows
          : charset;
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      return windows;
    }
  }
}
