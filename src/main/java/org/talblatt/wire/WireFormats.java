package org.talblatt.wire;

import java.util.List;

/** Every format that we read, asked in order. Pure: no database, no network. */
public final class WireFormats {
  /** Larger files are refused unread; agencies' texts are a thousandth of this. */
  public static final int MOST_BYTES = 20_000_000;

  private static final List<WireFormat> ALL = List.of(new NewsMlG2(), new Digitalwires());

  private WireFormats() {}

  /**
   * The items in a file.
   *
   * @throws UnreadableWire where no format fits or the one that fits can't read any item
   */
  public static WireContent read(byte[] bytes) throws UnreadableWire {
    if (bytes.length > MOST_BYTES) {
      throw new UnreadableWire("wire.refused.too-large", MOST_BYTES / 1_000_000);
    }
    WireFile file = WireFile.of(bytes);
    if (file.text().isBlank()) {
      throw new UnreadableWire("wire.refused.empty");
    }
    for (WireFormat format : ALL) {
      if (format.recognises(file)) {
        return WireContent.of(format.entries(file));
      }
    }
    throw new UnreadableWire("wire.refused.unknown-format");
  }
}
