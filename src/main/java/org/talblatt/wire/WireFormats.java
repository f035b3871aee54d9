package org.talblatt.wire;

import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every format that we read, asked in order. Pure: no database, no network. */
public final class WireFormats {
  private static final Logger log = LoggerFactory.getLogger(WireFormats.class);

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
    return read(bytes, ALL);
  }

  static WireContent read(byte[] bytes, List<WireFormat> formats) throws UnreadableWire {
    if (bytes.length > MOST_BYTES) {
      throw new UnreadableWire("wire.refused.too-large", MOST_BYTES / 1_000_000);
    }
    WireFile file = WireFile.of(bytes);
    if (file.text().isBlank()) {
      throw new UnreadableWire("wire.refused.empty");
    }
    for (WireFormat format : formats) {
      if (format.recognises(file)) {
        List<WireFormat.Entry> entries = guarded(() -> format.entries(file));
        return WireContent.of(entries.stream().map(WireFormats::guarded).toList());
      }
    }
    throw new UnreadableWire("wire.refused.unknown-format");
  }

  private static WireFormat.Entry guarded(WireFormat.Entry entry) {
    return new WireFormat.Entry(entry.guid(), () -> guarded(entry.reading()::read));
  }

  private interface Step<T> {
    T take() throws UnreadableWire;
  }

  /** A reader that breaks is our mistake, and still no reason to lose the file. */
  private static <T> T guarded(Step<T> step) throws UnreadableWire {
    try {
      return step.take();
    } catch (RuntimeException | StackOverflowError mistake) {
      String reference = UUID.randomUUID().toString().substring(0, 8);
      log.error("a file could not be read, reference {}", reference, mistake);
      throw new UnreadableWire("wire.refused.internal", reference);
    }
  }
}
