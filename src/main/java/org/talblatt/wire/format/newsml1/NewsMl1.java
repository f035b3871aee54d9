package org.talblatt.wire.format.newsml1;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.talblatt.wire.UnreadableWire;
import org.talblatt.wire.format.WireFile;
import org.talblatt.wire.format.WireFormat;
import org.talblatt.wire.format.Xml;
import org.w3c.dom.Element;

/** NewsML 1.0 to 1.2: an envelope with items. */
public final class NewsMl1 implements WireFormat {
  private static final Pattern ROOT = Pattern.compile("<(?:\\w+:)?NewsML[\\s>/]");

  @Override
  public boolean recognises(WireFile file) {
    return file.text().stripLeading().startsWith("<") && ROOT.matcher(file.head()).find();
  }

  @Override
  public List<Entry> entries(WireFile file) throws UnreadableWire {
    Element root = Xml.parse(file.text());
    Element envelope = Xml.child(root, "NewsEnvelope");
    List<Entry> entries = new ArrayList<>();
    for (Element newsItem : Xml.children(root, "NewsItem")) {
      NewsItem item = new NewsItem(newsItem, envelope);
      entries.add(new Entry(item.guid(), item::read));
    }
    if (entries.isEmpty()) {
      throw new UnreadableWire("wire.refused.no-news", Xml.name(root));
    }
    return entries;
  }
}
