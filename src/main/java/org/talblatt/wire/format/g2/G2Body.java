package org.talblatt.wire.format.g2;

import java.util.stream.Stream;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;
import org.talblatt.wire.format.Markup;
import org.talblatt.wire.format.Xml;
import org.w3c.dom.Element;

/**
 * An item's text as HTML, from whichever way it was sent: XHTML or NITF inside the item, or as
 * plain data. {@code headline}, {@code byline} and {@code dateline} are what NITF's own head says.
 */
record G2Body(String html, String headline, String byline, String dateline) {
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
    return new G2Body(Markup.inner(body), title, "", "");
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
        content == null ? "" : Markup.inner(content),
        headline,
        head == null ? "" : Xml.collapse(Markup.blockText(orSelf(Xml.child(head, "byline"), head))),
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
}
