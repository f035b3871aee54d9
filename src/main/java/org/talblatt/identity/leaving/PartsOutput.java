package org.talblatt.identity.leaving;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.UUID;

/** Stores a file in the database piece by piece, with one piece in memory. */
final class PartsOutput extends OutputStream {
  private static final int SIZE = 256 * 1024;

  private final DataExports exports;
  private final UUID id;
  private final ByteArrayOutputStream part = new ByteArrayOutputStream(SIZE);
  private int number;
  private long bytes;

  PartsOutput(DataExports exports, UUID id) {
    this.exports = exports;
    this.id = id;
  }

  @Override
  public void write(int value) {
    part.write(value);
    storeIfFull();
  }

  @Override
  public void write(byte[] from, int offset, int length) {
    int position = offset;
    while (position < offset + length) {
      int some = Math.min(SIZE - part.size(), offset + length - position);
      part.write(from, position, some);
      position += some;
      storeIfFull();
    }
  }

  private void storeIfFull() {
    if (part.size() >= SIZE) {
      store();
    }
  }

  private void store() {
    exports.add(id, number++, part.toByteArray());
    bytes += part.size();
    part.reset();
  }

  @Override
  public void close() {
    if (part.size() > 0) {
      store();
    }
  }

  /** How many were stored. */
  long bytes() {
    return bytes;
  }
}
