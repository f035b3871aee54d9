package org.talblatt.wire.format.g2;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talblatt.wire.UnreadableWire;
import org.talblatt.wire.format.WireFile;
import org.talblatt.wire.format.WireFormat;
import org.talblatt.wire.format.Xml;
import org.w3c.dom.Element;

/** NewsML-G2: a message with items, or one item alone. IPTC specification 2.x. */
public final class NewsMlG2 implements WireFormat {
  private static final Set<String> NEWS = Set.of("newsItem", "packageItem");
  private static final Set<String> OTHER_ITEMS =
      Set.of("conceptItem", "knowledgeItem", "planningItem", "catalogItem");
  private static final Pattern ROOT =
      Pattern.compile(
          "<(?:[\\w.-]+:)?(?:newsMessage|newsItem|packageItem|conceptItem|knowledgeItem"
              + "|planningItem|catalogItem)[\\s>/]");

  @Override
  public boolean recognises(WireFile file) {
    return file.text().stripLeading().startsWith("<") && ROOT.matcher(file.head()).find();
  }

  @Override
  public List<Entry> entries(WireFile file) throws UnreadableWire {
    Element root = Xml.parse(file.text());
    String name = Xml.name(root);
    if (OTHER_ITEMS.contains(name)) {
      throw new UnreadableWire("wire.refused.no-news", name);
    }
    List<Entry> items = new ArrayList<>();
    if (NEWS.contains(name)) {
      items.add(entry(root, null));
    } else {
      Element header = Xml.child(root, "header");
      for (Element set : Xml.children(root, "itemSet")) {
        for (Element item : Xml.children(set)) {
          if (NEWS.contains(Xml.name(item))) {
            items.add(entry(item, header));
          }
        }
      }
    }
    if (items.isEmpty()) {
      throw new UnreadableWire("wire.refused.no-news", name);
    }
    return items;
  }

  private static Entry entry(Element item, @Nullable Element header) {
    return new Entry(item.getAttribute("guid").strip(), () -> new G2Item(item, header).read());
  }
}
