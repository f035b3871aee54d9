package org.talblatt.transfer;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.talblatt.base.Failure;

/** A file line by line, however long it and its lines are: none is held that is too long. */
final class Lines {
  /** A comment of 20,000 characters with ten thousand votes is shorter. */
  static final int LONGEST = 4 << 20;

  private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  private final InputStream in;
  private long bytes;
  private long number;

  Lines(InputStream in) {
    this.in = new BufferedInputStream(in, 1 << 16);
  }

  /**
   * One line of the file.
   *
   * @param number from 1
   * @param text null where it can't be read
   * @param wrong why it can't
   */
  record Line(long number, @Nullable String text, @Nullable Failure wrong) {
    boolean blank() {
      return text != null && text.isBlank();
    }
  }

  /** How much of the file was read. */
  long bytes() {
    return bytes;
  }

  /** The next line; null at the end. */
  @Nullable Line next() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(512);
    boolean tooLong = false;
    int read = in.read();
    if (read < 0) {
      return null;
    }
    while (read >= 0 && read != '\n') {
      bytes++;
      tooLong |= line.size() >= LONGEST;
      if (!tooLong) {
        line.write(read);
      }
      read = in.read();
    }
    bytes += read < 0 ? 0 : 1;
    number++;
    if (tooLong) {
      return wrong(Failure.of(Failure.Kind.TOO_LARGE, "transfer.line-too-long", LONGEST >> 20));
    }
    return decoded(line.toByteArray());
  }

  private Line decoded(byte[] line) {
    boolean marked =
        number == 1 && line.length >= 3 && java.util.Arrays.equals(line, 0, 3, MARK, 0, 3);
    int from = marked ? MARK.length : 0;
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(line, from, line.length - from))
              .toString();
      return new Line(number, text, null);
    } catch (CharacterCodingException otherEncoding) {
      return wrong(Failure.invalid("", "transfer.not-utf8"));
    }
  }

  private Line wrong(Failure reason) {
    return new Line(number, null, reason);
  }
}
