package org.talblatt.wire.format;

import java.util.List;
import org.talblatt.wire.UnreadableWire;
import org.talblatt.wire.WireItem;

/** One agency format: knows its own files by their content and reads them. */
public interface WireFormat {
  /** Whether the file is of this format, by its first bytes and names; never by its file name. */
  boolean recognises(WireFile file);

  /**
   * Every item, in the file's order: at least one.
   *
   * @throws UnreadableWire where the file is not what it claims to be, with the place
   */
  List<Entry> entries(WireFile file) throws UnreadableWire;

  /** An item before it is read, each for itself. */
  record Entry(String guid, Reading reading) {}

  /** What reads one item. */
  interface Reading {
    WireItem read() throws UnreadableWire;
  }
}
