package org.talblatt.wire.format.iptc7901;

import java.util.ArrayList;
import java.util.List;
import org.talblatt.wire.UnreadableWire;
import org.talblatt.wire.format.WireFile;
import org.talblatt.wire.format.WireFormat;

/**
 * IPTC 7901, one message or several in a file. Between SOH and STX stands the head, between STX and
 * ETX the text. Where the control characters got lost on the way, head and last line tell.
 */
public final class Iptc7901 implements WireFormat {
  static final char SOH = '\u0001';
  private static final int JUNK = 2000;

  @Override
  public boolean recognises(WireFile file) {
    String text = file.text();
    int start = text.indexOf(SOH);
    if (start >= 0 && start < JUNK) {
      return Head.at(text.substring(start + 1, Math.min(text.length(), start + JUNK))).isPresent();
    }
    return start < 0 && Head.at(file.head()).isPresent();
  }

  @Override
  public List<Entry> entries(WireFile file) throws UnreadableWire {
    List<Entry> entries = new ArrayList<>();
    for (String message : messages(file.text())) {
      String name = Head.at(message).map(Head::name).orElse("");
      entries.add(new Entry(name, () -> new Iptc7901Item(message).read()));
    }
    return entries;
  }

  /** What stands before the first message is noise on the line. */
  private static List<String> messages(String text) {
    int start = text.indexOf(SOH);
    if (start < 0) {
      return List.of(text);
    }
    return List.of(text.substring(start + 1).split(Character.toString(SOH))).stream()
        .filter(message -> Head.at(message).isPresent() || !message.isBlank())
        .toList();
  }
}
