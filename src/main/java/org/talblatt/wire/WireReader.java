package org.talblatt.wire;

/** Reads delivered files, whatever their format: pure, bytes in and items out. */
public interface WireReader {
  /** Larger files are refused unread; agencies' texts are a thousandth of this. */
  int MOST_BYTES = 20_000_000;

  /**
   * The items in a file.
   *
   * @throws UnreadableWire where no format fits or the one that fits can't read any item
   */
  WireContent read(byte[] bytes) throws UnreadableWire;
}
