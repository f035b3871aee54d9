package org.talblatt.wire.format;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.talblatt.wire.UnreadableWire;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * XML from outside: no entities to expand or to fetch; bounded in depth and size. Elements are
 * found by their local names, since agencies take liberties with namespaces, and forget to declare
 * them.
 */
public final class Xml {
  private static final String DEEPEST = "120";
  private static final String MOST_ATTRIBUTES = "100";
  private static final int MOST_TAGS = 250_000;
  private static final String NOT_WELL_FORMED = "wire.refused.not-well-formed";

  private Xml() {}

  /** The root of a document that is well-formed, or becomes so without any guess. */
  public static Element parse(String text) throws UnreadableWire {
    String prepared = XmlProlog.blanked(text);
    boundTags(prepared);
    try {
      return parsed(prepared);
    } catch (SAXParseException broken) {
      if (!reason(broken).equals(NOT_WELL_FORMED)) {
        throw refused(broken, place(broken));
      }
      return repaired(prepared, broken);
    }
  }

  private static Element repaired(String broken, SAXParseException reason) throws UnreadableWire {
    XmlRepair repair = XmlRepair.of(broken);
    if (repair.isHopeless()) {
      throw refused(reason, place(reason));
    }
    try {
      return parsed(repair.text());
    } catch (SAXParseException stillBroken) {
      throw refused(stillBroken, repair.original(place(stillBroken)));
    }
  }

  private static Element parsed(String text) throws SAXParseException {
    try {
      DocumentBuilder builder = factory().newDocumentBuilder();
      builder.setErrorHandler(SILENT);
      builder.setEntityResolver((publicId, systemId) -> new InputSource(new StringReader("")));
      return builder.parse(new InputSource(new StringReader(text))).getDocumentElement();
    } catch (SAXParseException broken) {
      throw broken;
    } catch (SAXException | ParserConfigurationException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A tree takes many times the room of its text, the more the more tags. */
  private static void boundTags(String text) throws UnreadableWire {
    int tags = 0;
    for (int at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
      if (++tags > MOST_TAGS) {
        Place place = Place.of(text, at);
        throw new UnreadableWire("wire.refused.too-complex", place.line(), place.column());
      }
    }
  }

  private static Place place(SAXParseException broken) {
    return new Place(Math.max(1, broken.getLineNumber()), Math.max(1, broken.getColumnNumber()));
  }

  private static UnreadableWire refused(SAXParseException broken, Place place) {
    return new UnreadableWire(reason(broken), place.line(), place.column());
  }

  /** In words of ours: the parser's are English, and speak of its settings. */
  private static String reason(SAXException broken) {
    String message = String.valueOf(broken.getMessage());
    if (message.contains("DOCTYPE")) {
      return "wire.refused.doctype";
    }
    return message.contains("JAXP") ? "wire.refused.too-complex" : NOT_WELL_FORMED;
  }

  private static DocumentBuilderFactory factory() throws ParserConfigurationException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    factory.setFeature("http://apache.org/xml/features/dom/defer-node-expansion", false);
    factory.setAttribute("jdk.xml.maxElementDepth", DEEPEST);
    factory.setAttribute("jdk.xml.elementAttributeLimit", MOST_ATTRIBUTES);
    factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
    factory.setXIncludeAware(false);
    factory.setExpandEntityReferences(false);
    factory.setCoalescing(true);
    return factory;
  }

  private static final ErrorHandler SILENT =
      new ErrorHandler() {
        @Override
        public void warning(SAXParseException oddity) {
          // a parser's remark about a readable file
        }

        @Override
        public void error(SAXParseException oddity) throws SAXException {
          throw oddity;
        }

        @Override
        public void fatalError(SAXParseException broken) throws SAXException {
          throw broken;
        }
      };

  /** The element's own name, without a prefix. */
  public static String name(Node element) {
    String name = element.getNodeName();
    return name.substring(name.indexOf(':') + 1);
  }

  /** Its child elements of this name. */
  public static List<Element> children(@Nullable Element parent, String name) {
    return children(parent).stream().filter(child -> name(child).equals(name)).toList();
  }

  /** Its child elements. */
  public static List<Element> children(@Nullable Element parent) {
    List<Element> found = new ArrayList<>();
    for (Node child = parent == null ? null : parent.getFirstChild();
        child != null;
        child = child.getNextSibling()) {
      if (child instanceof Element element) {
        found.add(element);
      }
    }
    return found;
  }

  /** Its first child element of this name. */
  public static @Nullable Element child(@Nullable Element parent, String name) {
    return children(parent, name).stream().findFirst().orElse(null);
  }

  /** Every descendant of this name, in document order. */
  public static List<Element> all(@Nullable Element root, String name) {
    List<Element> found = new ArrayList<>();
    for (Element child : children(root)) {
      if (name(child).equals(name)) {
        found.add(child);
      }
      found.addAll(all(child, name));
    }
    return found;
  }

  /** The text of a child, white space collapsed; empty where there is none. */
  public static String text(@Nullable Element parent, String name) {
    return text(child(parent, name));
  }

  /** An element's text, white space collapsed. */
  public static String text(@Nullable Element element) {
    return element == null ? "" : collapse(Printable.of(element.getTextContent()));
  }

  /** Single spaces instead of line breaks and indentation; no-break spaces stay. */
  public static String collapse(String text) {
    return text.replaceAll("[ \\t\\r\\n\\f]+", " ").strip();
  }
}
