package org.talblatt.wire.format.nitf;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.talblatt.wire.UnreadableWire;
import org.talblatt.wire.format.WireFile;
import org.talblatt.wire.format.WireFormat;
import org.talblatt.wire.format.Xml;
import org.w3c.dom.Element;

/** NITF 2.5 to 3.6: one document, or several under one root. */
public final class Nitf implements WireFormat {
  private static final Pattern ROOT =
      Pattern.compile(
          "\\A(?:\\s|<\\?.*?\\?>|<!--.*?-->|<!DOCTYPE\\s+nitf\\b.*?>)*+<(?:\\w+:)?nitf[\\s>/]",
          Pattern.DOTALL);

  @Override
  public boolean recognises(WireFile file) {
    return ROOT.matcher(file.head()).find();
  }

  @Override
  public List<Entry> entries(WireFile file) throws UnreadableWire {
    Element root = Xml.parse(file.text());
    List<Entry> entries = new ArrayList<>();
    NitfItem item = new NitfItem(root);
    entries.add(new Entry(item.guid(), item::read));
    if (item.killsAnother()) {
      entries.add(new Entry(item.predecessor(), item::readKill));
    }
    return entries;
  }
}
