package org.talblatt.wire.format.feed;

import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.talblatt.wire.WireItem;
import org.talblatt.wire.format.ItemBuilder;
import org.talblatt.wire.format.Xml;
import org.w3c.dom.Element;

/** Pictures beside an entry, by Media RSS or as enclosures; the largest of each group. */
final class FeedPictures {
  private FeedPictures() {}

  static void read(Element item, ItemBuilder wire) {
    List<Element> groups = Xml.children(item, "group");
    if (groups.isEmpty()) {
      media(Xml.children(item, "content"), item, wire);
    }
    groups.forEach(group -> media(Xml.children(group, "content"), group, wire));
    for (Element enclosure : Xml.children(item, "enclosure")) {
      enclosed(enclosure.getAttribute("url"), enclosure.getAttribute("type"), wire);
    }
    for (Element link : Xml.children(item, "link")) {
      if (link.getAttribute("rel").equals("enclosure")) {
        enclosed(link.getAttribute("href"), link.getAttribute("type"), wire);
      }
    }
  }

  private static void media(List<Element> offered, Element around, ItemBuilder wire) {
    Element largest = null;
    for (Element one : offered) {
      boolean picture =
          one.getAttribute("medium").equals("image")
              || one.getAttribute("type").startsWith("image");
      if (picture
          && !one.getAttribute("url").isBlank()
          && (largest == null || width(one) > width(largest))) {
        largest = one;
      }
    }
    if (largest != null) {
      add(largest, around, wire);
    }
  }

  private static int width(Element media) {
    String width = media.getAttribute("width");
    return width.matches("\\d{1,6}") ? Integer.parseInt(width) : 0;
  }

  private static void add(Element media, Element around, ItemBuilder wire) {
    String caption = near(media, around, "description");
    wire.pictures.add(
        new WireItem.Picture(
            media.getAttribute("url").strip(),
            Jsoup.parseBodyFragment(caption).text(),
            near(media, around, "credit"),
            near(media, around, "title"),
            near(media, around, "copyright"),
            null));
  }

  /** Of the picture itself, else of the group or entry that it stands in, by Media RSS only. */
  private static String near(Element media, Element around, String name) {
    return Stream.of(media, around)
        .flatMap(parent -> Xml.children(parent, name).stream())
        .filter(child -> FeedIdentity.space(child).contains("mrss"))
        .map(Xml::text)
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static void enclosed(String address, String type, ItemBuilder wire) {
    if (address.isBlank()) {
      return;
    }
    if (type.startsWith("image/")) {
      wire.pictures.add(new WireItem.Picture(address.strip(), "", "", "", "", null));
    } else {
      wire.related.add(new WireItem.Related("enclosure", address.strip(), type));
    }
  }
}
