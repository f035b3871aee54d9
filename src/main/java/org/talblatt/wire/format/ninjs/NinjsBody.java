package org.talblatt.wire.format.ninjs;

import java.util.Comparator;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.talblatt.wire.UnreadableWire;
import org.talblatt.wire.format.Markup;
import org.talblatt.wire.format.PlainText;
import org.talblatt.wire.format.Xml;
import tools.jackson.databind.JsonNode;

/** The best of the renditions of an item's text: HTML, else NITF, else plain. */
record NinjsBody(String html, String kicker) {
  private static final int UNUSABLE = 9;

  static NinjsBody of(JsonNode item) throws UnreadableWire {
    List<NinjsTerms.Text> bodies =
        NinjsTerms.texts(item, "body", "bodies").stream()
            .filter(body -> rank(body) < UNUSABLE)
            .sorted(Comparator.comparingInt(NinjsBody::rank))
            .toList();
    if (bodies.isEmpty()) {
      return new NinjsBody("", "");
    }
    NinjsTerms.Text best = bodies.getFirst();
    return switch (rank(best)) {
      case 0, 1 -> html(best.value());
      case 2 -> new NinjsBody(nitf(best.value()), "");
      default -> new NinjsBody(PlainText.html(best.value()), "");
    };
  }

  private static int rank(NinjsTerms.Text body) {
    String kind = body.type().contains("/") ? body.type() : body.role();
    if (body.value().contains("<nitf")) {
      return 2;
    }
    if (kind.contains("html") || kind.contains("richtext")) {
      return 0;
    }
    if (!body.value().stripLeading().startsWith("<")) {
      return 3;
    }
    return body.value().contains("<p") ? 1 : UNUSABLE;
  }

  private static String nitf(String value) throws UnreadableWire {
    List<org.w3c.dom.Element> found = Xml.all(Xml.parse(value), "body.content");
    return found.isEmpty() ? "" : Markup.inner(found.getFirst());
  }

  /** TT puts topic and source into a line of its own above the text. */
  private static NinjsBody html(String value) {
    if (!value.contains("class=\"dat\"")) {
      return new NinjsBody(value, "");
    }
    Element body = Jsoup.parseBodyFragment(value).body();
    String kicker = body.select("div.dat .vignette").text();
    body.select("div.dat").remove();
    return new NinjsBody(body.html(), kicker);
  }
}
