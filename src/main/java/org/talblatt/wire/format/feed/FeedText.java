package org.talblatt.wire.format.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.talblatt.wire.format.Markup;
import org.talblatt.wire.format.PlainText;
import org.talblatt.wire.format.Printable;

/** A construct of a feed as HTML, whichever of the four ways it was put into the XML. */
final class FeedText {
  private FeedText() {}

  static String html(org.w3c.dom.Element element) {
    String type = element.getAttribute("type").toLowerCase(Locale.ROOT);
    String mode = element.getAttribute("mode");
    if (element.getElementsByTagName("*").getLength() > 0) {
      return Markup.inner(element);
    }
    String text = Printable.of(element.getTextContent());
    if (mode.equals("base64") || isEncoded(type)) {
      text = decoded(text);
    }
    boolean plain =
        type.equals("text") || (type.startsWith("text/plain") && !mode.equals("escaped"));
    if (plain || (type.isEmpty() && isAtom(element) && !text.contains("</"))) {
      return PlainText.html(text);
    }
    return text.contains("<") || text.contains("&") ? text : PlainText.html(text);
  }

  /** Without markup. */
  static String plain(org.w3c.dom.Element element) {
    return Jsoup.parseBodyFragment(html(element)).body().text();
  }

  /** With the addresses of what it links to made whole. */
  static String absolute(String html, String base) {
    if (!base.startsWith("http")) {
      return html;
    }
    Document document = Jsoup.parseBodyFragment(html, base);
    for (Element link : document.select("a[href], img[src]")) {
      String name = link.hasAttr("href") ? "href" : "src";
      link.attr(name, link.absUrl(name));
    }
    return document.body().html();
  }

  private static boolean isAtom(org.w3c.dom.Element element) {
    return FeedIdentity.space(element).toLowerCase(Locale.ROOT).contains("atom");
  }

  private static boolean isEncoded(String type) {
    return type.equals("application/octet-stream");
  }

  private static String decoded(String text) {
    try {
      return Printable.of(new String(Base64.getMimeDecoder().decode(text.strip()), UTF_8));
    } catch (IllegalArgumentException noBase64) {
      return Entities.escape(text);
    }
  }
}
