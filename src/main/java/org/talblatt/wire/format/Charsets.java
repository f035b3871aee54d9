package org.talblatt.wire.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which charset a file is in. The declared one is believed only where the bytes don't say
 * otherwise: text with umlauts that is valid UTF-8 is UTF-8 (AFP declares ISO-8859-1 on such
 * files), and no word has a currency sign or a control character in its middle.
 */
final class Charsets {
  private static final Pattern DECLARED =
      Pattern.compile("<\\?xml[^>]*encoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)[\"']");
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final List<Charset> OTHERS =
      List.of(WINDOWS, Charset.forName("ISO-8859-15"), Charset.forName("IBM850"));

  /** Enough to tell; a file of megabytes has the same charset at its end. */
  private static final int LOOKED_AT = 200_000;

  private Charsets() {}

  static String decode(byte[] bytes) {
    String text = strictly(bytes, UTF_8);
    return text == null ? oneBytePerCharacter(bytes) : encodedOnce(text);
  }

  private static @Nullable String strictly(byte[] bytes, Charset charset) {
    try {
      return charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException otherCharset) {
      return null;
    }
  }

  /**
   * Gateways encode UTF-8 once more, taking its bytes for characters: "Ã¶" for "ö". Where every
   * single one of a file's characters fits that, it can't be chance.
   */
  private static String encodedOnce(String text) {
    if (!text.contains("\u00c3") && !text.contains("\u00c2")) {
      return text;
    }
    for (Charset charset : List.of(WINDOWS, ISO_8859_1)) {
      byte[] once = encoded(text, charset);
      String decoded = once == null ? null : strictly(once, UTF_8);
      if (decoded != null) {
        return decoded;
      }
    }
    return text;
  }

  /** Null where the text has a character that this charset lacks. */
  private static byte @Nullable [] encoded(String text, Charset charset) {
    try {
      ByteBuffer bytes = charset.newEncoder().encode(CharBuffer.wrap(text));
      byte[] exact = new byte[bytes.remaining()];
      bytes.get(exact);
      return exact;
    } catch (CharacterCodingException characterOfAnotherKind) {
      return null;
    }
  }

  private static String oneBytePerCharacter(byte[] bytes) {
    Charset declared = declared(bytes);
    if (declared.equals(UTF_8) && mostlyUtf8(bytes)) {
      return new String(bytes, UTF_8);
    }
    List<Charset> candidates = new ArrayList<>(OTHERS);
    if (!declared.equals(UTF_8) && !declared.equals(ISO_8859_1)) {
      candidates.addFirst(declared);
    }
    Charset best = candidates.getFirst();
    int fewest = Integer.MAX_VALUE;
    for (Charset candidate : candidates) {
      int misfits = misfits(bytes, candidate);
      if (misfits < fewest) {
        fewest = misfits;
        best = candidate;
      }
    }
    return new String(bytes, best);
  }

  /** A few characters were cut in two, or come from elsewhere: better lost than all the others. */
  private static boolean mostlyUtf8(byte[] bytes) {
    String text = new String(bytes, 0, Math.min(LOOKED_AT, bytes.length), UTF_8);
    long lost = text.chars().filter(c -> c == 0xfffd).count();
    long read = text.chars().filter(c -> c > 0x7f && c != 0xfffd).count();
    return read > 2 * lost;
  }

  /** What stands between two letters of a word and is none, and what nobody types. */
  private static int misfits(byte[] bytes, Charset charset) {
    String text = new String(bytes, 0, Math.min(LOOKED_AT, bytes.length), charset);
    int misfits = 0;
    for (int i = 1; i + 1 < text.length(); i++) {
      char c = text.charAt(i);
      if (c > 0x7f && !Character.isLetter(c)) {
        boolean inWord =
            Character.isLetter(text.charAt(i - 1)) && Character.isLetter(text.charAt(i + 1));
        misfits += Character.isISOControl(c) || c == 0xfffd || (inWord && !joins(c)) ? 1 : 0;
      }
    }
    return misfits;
  }

  private static boolean joins(char c) {
    return c == '\u2019' || c == '\u2018' || c == '\u00ad' || c == '\u00b7' || c == '\u2013';
  }

  /** Bytes 0x80 to 0x9f are never meant as control characters, though ISO 8859-1 has them so. */
  private static Charset declared(byte[] bytes) {
    String head = new String(bytes, 0, Math.min(300, bytes.length), ISO_8859_1);
    Matcher matcher = DECLARED.matcher(head);
    if (!matcher.find()) {
      return ISO_8859_1;
    }
    try {
      return Charset.forName(matcher.group(1));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      return ISO_8859_1;
    }
  }
}
