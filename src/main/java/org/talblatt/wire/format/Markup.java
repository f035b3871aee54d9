package org.talblatt.wire.format;

import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Entities;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/** Elements of a delivered XML file, XHTML or NITF, as HTML that {@link StoryText} can read. */
public final class Markup {
  private static final Set<String> VOID = Set.of("br", "hr", "img", "col", "meta", "link");
  private static final Set<String> PLAIN_ATTRIBUTES =
      Set.of(
          "href", "src", "class", "colspan", "rowspan", "scope", "start", "alt", "hidden", "style");

  private Markup() {}

  /** An element's content as HTML: own names only, nothing that isn't text or plain structure. */
  public static String inner(Element element) {
    StringBuilder html = new StringBuilder();
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      write(child, html);
    }
    return html.toString();
  }

  /** As {@link #inner}, with the element itself. */
  public static String html(Element element) {
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

  /** Blocks side by side must not run into one word. */
  public static String blockText(Element element) {
    return Jsoup.parseBodyFragment(html(element)).body().text();
  }
}
