package org.talblatt.platform.text;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** The words of a piece of HTML, a paragraph each for headings, paragraphs, lines of lists. */
public final class Paragraphs {
  private static final String BLOCKS = "p, h1, h2, h3, h4, li, blockquote, td, th, pre, figcaption";

  private Paragraphs() {}

  /** In the order of reading; none is empty. */
  public static List<String> of(SafeHtml html) {
    Element body = Jsoup.parse(html.html()).body();
    List<String> paragraphs = new ArrayList<>();
    for (Element block : body.select(BLOCKS)) {
      String text = block.select(BLOCKS).size() > 1 ? block.ownText() : block.text();
      if (!text.isBlank()) {
        paragraphs.add(text);
      }
    }
    return paragraphs.isEmpty() && !body.text().isBlank() ? List.of(body.text()) : paragraphs;
  }
}
