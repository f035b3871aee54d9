package org.talblatt.wire.format.feed;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.talblatt.wire.UnreadableWire;
import org.talblatt.wire.format.WireFile;
import org.talblatt.wire.format.WireFormat;
import org.talblatt.wire.format.Xml;
import org.w3c.dom.Element;

/** RSS 0.9 to 2.0 and Atom 0.3 and 1.0, told apart by their root. */
public final class Feeds implements WireFormat {
  private static final Pattern COMMENT_OR_HEAD =
      Pattern.compile("\\s*(?:<\\?.*?\\?>|<!--.*?-->)", Pattern.DOTALL);
  private static final Pattern ROOT =
      Pattern.compile("\\s*<(?:[\\w.-]+:)?(rss|RDF|feed)[\\s>/].*", Pattern.DOTALL);

  @Override
  public boolean recognises(WireFile file) {
    String head = file.head();
    var before = COMMENT_OR_HEAD.matcher(head);
    int at = 0;
    while (before.region(at, head.length()).lookingAt()) {
      at = before.end();
    }
    return ROOT.matcher(head.substring(at)).matches();
  }

  @Override
  public List<Entry> entries(WireFile file) throws UnreadableWire {
    Element root = Xml.parse(file.text());
    if (!Xml.all(root, "wxr_version").isEmpty()) {
      throw new UnreadableWire("wire.refused.wordpress");
    }
    Element channel = Xml.child(root, "channel");
    Element feed = channel == null ? root : channel;
    List<Entry> entries =
        Stream.of(
                Xml.children(feed, "item"), Xml.children(root, "item"), Xml.children(root, "entry"))
            .flatMap(List::stream)
            .distinct()
            .map(item -> new Entry(FeedIdentity.guid(item), () -> new FeedItem(item, feed).read()))
            .toList();
    if (entries.isEmpty()) {
      throw new UnreadableWire("wire.refused.no-news", Xml.name(root));
    }
    return entries;
  }
}
