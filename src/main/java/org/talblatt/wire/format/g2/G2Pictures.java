package org.talblatt.wire.format.g2;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.talblatt.wire.WireItem;
import org.talblatt.wire.format.ItemBuilder;
import org.talblatt.wire.format.Terms;
import org.talblatt.wire.format.Xml;
import org.w3c.dom.Element;

/** Pictures that an item is, or that come along with it. */
final class G2Pictures {
  private G2Pictures() {}

  static void read(Element item, ItemBuilder wire, String rights) {
    Element contentMeta = Xml.child(item, "contentMeta");
    List<Element> renditions =
        Xml.children(Xml.child(item, "contentSet"), "remoteContent").stream()
            .filter(content -> content.getAttribute("contenttype").startsWith("image/"))
            .filter(content -> !content.getAttribute("href").isBlank())
            .toList();
    largest(renditions)
        .ifPresent(
            content ->
                wire.pictures.add(
                    new WireItem.Picture(
                        content.getAttribute("href").strip(),
                        caption(contentMeta),
                        wire.credit,
                        description(contentMeta, "alt"),
                        rights,
                        null)));
    for (Element link : Xml.children(Xml.child(item, "itemMeta"), "link")) {
      String kind = Terms.localPart(G2Item.code(Xml.child(link, "itemClass")));
      if (kind.equals("picture") && !link.getAttribute("href").isBlank()) {
        wire.pictures.add(
            new WireItem.Picture(
                link.getAttribute("href").strip(), Xml.text(link, "title"), "", "", "", null));
      }
    }
    inText(item).forEach(wire.pictures::add);
  }

  private static Optional<Element> largest(List<Element> renditions) {
    return renditions.stream().max(Comparator.comparingLong(G2Pictures::pixels));
  }

  private static long pixels(Element rendition) {
    return number(rendition.getAttribute("width")) * number(rendition.getAttribute("height"));
  }

  private static long number(String text) {
    return text.matches("\\d{1,9}") ? Long.parseLong(text) : 0;
  }

  private static String caption(@org.jspecify.annotations.Nullable Element contentMeta) {
    return description(contentMeta, "caption");
  }

  private static String description(
      @org.jspecify.annotations.Nullable Element contentMeta, String role) {
    return Xml.children(contentMeta, "description").stream()
        .filter(one -> Terms.localPart(one.getAttribute("role")).equals(role))
        .map(Xml::text)
        .findFirst()
        .orElse("");
  }

  /** Pictures set into the text (TT): caption and credit stand beside them. */
  private static List<WireItem.Picture> inText(Element item) {
    List<WireItem.Picture> found = new ArrayList<>();
    for (Element figure : Xml.all(Xml.child(item, "contentSet"), "figure")) {
      for (Element image : Xml.children(figure, "img")) {
        if (image.getAttribute("src").startsWith("http")) {
          found.add(
              new WireItem.Picture(
                  image.getAttribute("src"),
                  Xml.text(figure, "figcaption"),
                  Xml.text(figure, "div"),
                  image.getAttribute("alt"),
                  "",
                  null));
        }
      }
    }
    return found;
  }
}
