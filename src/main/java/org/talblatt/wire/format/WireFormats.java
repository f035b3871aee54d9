package org.talblatt.wire.format;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.talblatt.wire.UnreadableWire;
import org.talblatt.wire.WireContent;
import org.talblatt.wire.WireItem;
import org.talblatt.wire.WireReader;
import org.talblatt.wire.format.anpa.Anpa1312;
import org.talblatt.wire.format.apmedia.ApMedia;
import org.talblatt.wire.format.digitalwires.Digitalwires;
import org.talblatt.wire.format.feed.Feeds;
import org.talblatt.wire.format.feed.JsonFeed;
import org.talblatt.wire.format.g2.NewsMlG2;
import org.talblatt.wire.format.iptc7901.Iptc7901;
import org.talblatt.wire.format.newsml1.NewsMl1;
import org.talblatt.wire.format.ninjs.Ninjs;
import org.talblatt.wire.format.nitf.Nitf;
import org.talblatt.wire.format.release.AsiaNet;

/** Every format that we read, asked in order. Pure: no database, no network. */
public final class WireFormats {
  private static final Logger log = LoggerFactory.getLogger(WireFormats.class);

  private static final List<WireFormat> ALL =
      List.of(
          new NewsMlG2(),
          new NewsMl1(),
          new Nitf(),
          new Digitalwires(),
          new ApMedia(),
          new JsonFeed(),
          new Ninjs(),
          new Anpa1312(),
          new Iptc7901(),
          new Feeds(),
          new AsiaNet());

  private static final int MOST_ITEMS = 5000;

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
    if (bytes.length > WireReader.MOST_BYTES) {
      throw new UnreadableWire("wire.refused.too-large", WireReader.MOST_BYTES / 1_000_000);
    }
    if (isCompressed(bytes)) {
      throw new UnreadableWire("wire.refused.compressed");
    }
    WireFile file = WireFile.of(bytes);
    if (file.text().isBlank()) {
      throw new UnreadableWire("wire.refused.empty");
    }
    for (WireFormat format : formats) {
      if (format.recognises(file)) {
        List<WireFormat.Entry> entries = guarded(() -> format.entries(file));
        if (entries.size() > MOST_ITEMS) {
          throw new UnreadableWire("wire.refused.too-complex", 1, 1);
        }
        return content(entries.stream().map(WireFormats::guarded).toList());
      }
    }
    throw new UnreadableWire("wire.refused.unknown-format");
  }

  /** Never unpacked: nobody knows how large it would become. */
  private static boolean isCompressed(byte[] bytes) {
    String start = new String(bytes, 0, Math.min(4, bytes.length), StandardCharsets.ISO_8859_1);
    return start.startsWith("\u001f\u008b")
        || start.startsWith("PK\u0003\u0004")
        || start.startsWith("BZh")
        || start.startsWith("7z\u00bc\u00af")
        || start.startsWith("\u00fd7zX");
  }

  /** A bad item doesn't cost its neighbours. */
  private static WireContent content(List<WireFormat.Entry> entries) throws UnreadableWire {
    SortedMap<Integer, WireItem> items = new TreeMap<>();
    List<Integer> bad = new ArrayList<>();
    @Nullable UnreadableWire first = null;
    for (int place = 0; place < entries.size(); place++) {
      try {
        items.put(place, entries.get(place).reading().read());
      } catch (UnreadableWire unreadable) {
        bad.add(place);
        first = first == null ? unreadable : first;
      }
    }
    if (first == null) {
      return new WireContent(items, null);
    }
    if (items.isEmpty()) {
      throw first;
    }
    int place = bad.getFirst();
    return new WireContent(
        items, first.refusal().ofItem(bad.size(), place + 1, entries.get(place).guid()));
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
