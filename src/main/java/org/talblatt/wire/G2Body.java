package org.talblatt.wire;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/**
 * An item's text as HTML, from whichever way it was sent: XHTML or NITF inside the item, or as
 * plain data. {@code headline}, {@code byline} and {@code dateline} are what NITF's own head says.
 */
record G2Body(String html, String headline, String byline, String dateline) {
  private static final Set<String> VOID = Set.of("br", "hr", "img", "col", "meta", "link");
  private static final Set<String> PLAIN_ATTRIBUTES =
      Set.of(
          "href", "src", "class", "colspan", "rowspan", "scope", "start", "alt", "hidden", "style");

  static G2Body of(@Nullable Element contentSet) {
    for (Element inline : Xml.children(contentSet, "inlineXML")) {
      Element nitf = Xml.all(inline, "nitf").stream().findFirst().orElse(null);
      return nitf == null ? xhtml(inline) : nitf(nitf);
    }
    // dpa's custom renditions repeat the text for old systems, with what must not be printed
    return Xml.children(contentSet, "inlineData").stream()
        .filter(data -> !data.getAttribute("custom").equals("true"))
        .filter(data -> !data.getAttribute("rendition").startsWith("dpa7901"))
        .findFirst()
        .map(G2Body::data)
        .orElse(new G2Body("", "", "", ""));
  }

  private static G2Body xhtml(Element inline) {
    Element body = Xml.all(inline, "body").stream().findFirst().orElse(inline);
    String title = Xml.all(inline, "title").stream().findFirst().map(Xml::text).orElse("");
    return new G2Body(inner(body), title, "", "");
  }

  private static G2Body nitf(Element nitf) {
    Element head = Xml.all(nitf, "body.head").stream().findFirst().orElse(null);
    Element content = Xml.all(nitf, "body.content").stream().findFirst().orElse(null);
    String headline =
        Stream.of("hl1", "title")
            .flatMap(name -> Xml.all(nitf, name).stream())
            .map(Xml::text)
            .filter(text -> !text.isEmpty())
            .findFirst()
            .orElse("");
    return new G2Body(
        content == null ? "" : inner(content),
        headline,
        head == null
            ? ""
            : Xml.collapse(G2Notes.blockText(orSelf(Xml.child(head, "byline"), head))),
        Xml.text(head, "dateline"));
  }

  private static Element orSelf(@Nullable Element byline, Element head) {
    return byline == null ? head.getOwnerDocument().createElement("byline") : byline;
  }

  private static G2Body data(Element data) {
    String text = data.getTextContent();
    boolean markup = data.getAttribute("contenttype").contains("html") || text.contains("<p");
    return new G2Body(markup ? text : Entities.escape(text), "", "", "");
  }

  /** An element's content as HTML: own names only, nothing that isn't text or plain structure. */
  static String inner(Element element) {
    StringBuilder html = new StringBuilder();
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      write(child, html);
    }
    return html.toString();
  }

  /** As {@link #inner}, with the element itself. */
  static String html(Element element) {
    StringBuilder html = new StringBuilder();
    write(element, html);
    return html.toString();
  }

  private static void write(Node node, StringBuilder html) {
    if (node instanceof Element element) {
      String name = htmlName(Xml.name(element).toLowerCase(Locale.ROOT));
      html.append('<').append(name);
      writeAttributes(element.getAttributes(), html);
      html.append('>');
      if (!VOID.contains(name)) {
        html.append(inner(element)).append("</").append(name).append('>');
      }
    } else if (node.getNodeType() == Node.TEXT_NODE
        || node.getNodeType() == Node.CDATA_SECTION_NODE) {
      html.append(Entities.escape(Printable.of(node.getNodeValue())));
    }
  }

  /** NITF's names where HTML has another for the same thing. */
  private static String htmlName(String name) {
    return switch (name) {
      case "hl1", "hl2" -> "h2";
      case "block" -> "div";
      case "bq", "q" -> "blockquote";
      case "media", "body.end", "tagline" -> "nav";
      default -> name;
    };
  }

  private static void writeAttributes(NamedNodeMap attributes, StringBuilder html) {
    for (int i = 0; i < attributes.getLength(); i++) {
      Node attribute = attributes.item(i);
      if (PLAIN_ATTRIBUTES.contains(Xml.name(attribute))) {
        html.append(' ').append(Xml.name(attribute)).append("=\"");
        html.append(Entities.escape(attribute.getNodeValue()).replace("\"", "&quot;")).append('"');
      }
    }
  }
}
