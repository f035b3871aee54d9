package org.talblatt.wire.format.feed;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.talblatt.wire.format.Fingerprint;
import org.talblatt.wire.format.Xml;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** What an entry is known by, and where it leads. */
final class FeedIdentity {
  /** Extensions use the feeds' own names for other things. */
  private static final List<String> FOREIGN =
      List.of("media", "itunes", "wenn_nm", "wenn_cm", "g", "szf", "geo", "thr", "slash", "wfw");

  private static final List<String> KNOWN =
      List.of("purl.org/", "w3.org/", "netscape.com/", "backend.userland.com");

  private FeedIdentity() {}

  /**
   * Its identifier, else its address, else its title and text: then another title is another item.
   */
  static String guid(Element item) {
    return Stream.of(
            original(item),
            text(item, "guid"),
            text(item, "id"),
            item.getAttribute("rdf:about"),
            link(item))
        .filter(value -> !value.isBlank())
        .findFirst()
        .map(String::strip)
        .orElseGet(() -> "feed:" + Fingerprint.of(Xml.text(item)));
  }

  /** WENN numbers an entry within a delivery and names the story apart. */
  private static String original(Element item) {
    return Xml.all(item, "original_article_id").stream().findFirst().map(Xml::text).orElse("");
  }

  /** The page that it stands on elsewhere. */
  static String link(Element item) {
    for (Element link : own(item, "link")) {
      String rel = link.getAttribute("rel");
      String href = link.getAttribute("href");
      if (!href.isBlank() && (rel.isEmpty() || rel.equals("alternate"))) {
        return href.strip();
      }
      if (href.isBlank() && !Xml.text(link).isEmpty()) {
        return Xml.text(link);
      }
    }
    return "";
  }

  /** The children of a name that are the feed's own, or of a well-known module of that prefix. */
  static List<Element> own(@Nullable Element item, String name) {
    return Xml.children(item, name).stream().filter(child -> !foreign(child)).toList();
  }

  /** An extension's: by its prefix, or by a namespace that no feed has. */
  private static boolean foreign(Element child) {
    String prefix = prefix(child);
    return !prefix.isEmpty()
        && (FOREIGN.contains(prefix)
            || KNOWN.stream().noneMatch(known -> space(child).contains(known)));
  }

  /** What stands before the colon; empty where nothing does. */
  static String prefix(Element element) {
    String name = element.getNodeName();
    return name.substring(0, Math.max(0, name.indexOf(':')));
  }

  /** The namespace that its prefix stands for; empty where none is declared. */
  static String space(Element element) {
    String prefix = prefix(element);
    String declaration = prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix;
    for (Node at = element; at instanceof Element around; at = at.getParentNode()) {
      if (around.hasAttribute(declaration)) {
        return around.getAttribute(declaration);
      }
    }
    return "";
  }

  static String text(Element item, String... names) {
    return Stream.of(names)
        .flatMap(name -> own(item, name).stream())
        .map(Xml::text)
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("");
  }

  /** {@code xml:lang} of the element or of what it stands in. */
  static String language(Element element) {
    for (Node at = element; at instanceof Element inner; at = at.getParentNode()) {
      if (!inner.getAttribute("xml:lang").isBlank()) {
        return inner.getAttribute("xml:lang");
      }
    }
    return "";
  }
}
