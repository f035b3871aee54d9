package org.talblatt.wire.format.newsml1;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;
import org.talblatt.wire.format.Markup;
import org.talblatt.wire.format.Xml;
import org.talblatt.wire.format.nitf.NitfBody;
import org.w3c.dom.Element;

/** What stands in a content: NITF, XHTML, bare paragraphs, escaped HTML or plain text. */
final class Contents {
  private Contents() {}

  /** The contents as one text. */
  static String html(List<Element> contents) {
    return contents.stream().map(Contents::html).reduce("", String::concat);
  }

  private static String html(Element content) {
    Element data = Xml.child(content, "DataContent");
    NitfBody nitf = nitf(data);
    if (nitf != null) {
      return nitf.html();
    }
    if (data == null) {
      return "";
    }
    Element body = Xml.all(data, "body").stream().findFirst().orElse(data);
    return Xml.children(body).isEmpty()
        ? text(body.getTextContent(), Components.mime(content))
        : Markup.inner(body);
  }

  private static String text(String text, String mime) {
    boolean markup =
        mime.contains("html") || text.strip().matches("(?s)<(?:[pP]|div|h\\d|!--)\\b?[\\s>-].*");
    return markup ? text : Entities.escape(text.strip()) + "\n\n";
  }

  /** The document in a content; null where it holds none. */
  static @Nullable NitfBody nitf(@Nullable Element data) {
    return Xml.all(data, "nitf").stream()
        .findFirst()
        .or(() -> Xml.children(data, "body").stream().filter(Contents::isNitf).findFirst())
        .map(NitfBody::of)
        .orElse(null);
  }

  private static boolean isNitf(Element body) {
    return Xml.child(body, "body.content") != null;
  }

  /** As one line. */
  static String plain(Element content) {
    return Xml.collapse(Jsoup.parseBodyFragment(html(content)).text());
  }
}
