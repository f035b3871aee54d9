package org.talblatt.wire;

import java.util.List;

/** One agency format: knows its own files by their content and reads them. */
interface WireFormat {
  /** Whether the file is of this format, by its first bytes and names; never by its file name. */
  boolean recognises(WireFile file);

  /**
   * Reads every item, in the file's order.
   *
   * @throws UnreadableWire where the file is not what it claims to be, with the place
   */
  List<WireItem> read(WireFile file) throws UnreadableWire;
}
