package org.talblatt.desk.editor;

import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.talblatt.platform.text.ArticleHtml;
import org.talblatt.platform.text.SafeHtml;

/**
 * An article's body between the form and the paper. Words without tags become paragraphs; what is
 * laid out in tags is brought into one way of writing it, so that only what somebody changed
 * differs.
 */
final class BodyText {
  private static final Set<String> BLOCKS =
      Set.of(
          "p",
          "h2",
          "h3",
          "ul",
          "ol",
          "blockquote",
          "table",
          "pre",
          "hr",
          "figure",
          "div",
          "section");
  private static final Set<String> HOLD_PARAGRAPHS = Set.of("li", "td", "th", "caption");

  private BodyText() {}

  /** What was typed, made safe; a blank line ends a paragraph where there are no tags for them. */
  static SafeHtml typed(String text) {
    Document typed = Jsoup.parseBodyFragment(text);
    boolean tagged = BLOCKS.stream().anyMatch(tag -> !typed.body().getElementsByTag(tag).isEmpty());
    return clean(tagged ? text : paragraphs(text));
  }

  private static String paragraphs(String text) {
    StringBuilder html = new StringBuilder();
    for (String paragraph : text.replace("\r\n", "\n").replace('\r', '\n').split("\n\\s*\n")) {
      html.append("<p>").append(paragraph.strip().replace("\n", "<br>")).append("</p>");
    }
    return html.toString();
  }

  /** The same text, written our way. */
  static SafeHtml canonical(SafeHtml body) {
    return clean(body.html());
  }

  private static SafeHtml clean(String html) {
    Document document = Jsoup.parseBodyFragment(ArticleHtml.edited(html).html());
    document.outputSettings().prettyPrint(false);
    Element body = document.body();
    wrapLoose(body);
    body.select("li, td, th, caption").forEach(BodyText::unwrapOnly);
    body.select("p, h2, h3, li, blockquote").stream()
        .filter(BodyText::blank)
        .toList()
        .forEach(Node::remove);
    dropSpace(body);
    return ArticleHtml.edited(body.html());
  }

  /** Words outside of any block become paragraphs. */
  private static void wrapLoose(Element body) {
    Element paragraph = null;
    for (Node node : List.copyOf(body.childNodes())) {
      boolean block = node instanceof Element element && BLOCKS.contains(element.normalName());
      if (block) {
        paragraph = null;
      } else if (paragraph != null) {
        paragraph.appendChild(node);
      } else if (!(node instanceof TextNode text && text.isBlank())) {
        paragraph = new Element("p");
        node.before(paragraph);
        paragraph.appendChild(node);
      }
    }
  }

  private static void unwrapOnly(Element holder) {
    if (HOLD_PARAGRAPHS.contains(holder.normalName())) {
      List<Element> paragraphs = holder.children().stream().filter(c -> c.nameIs("p")).toList();
      if (paragraphs.size() == 1) {
        paragraphs.getFirst().unwrap();
      }
    }
  }

  private static boolean blank(Element element) {
    return element.text().replace('\u00a0', ' ').isBlank()
        && element.select("img, figure, hr, table").isEmpty();
  }

  /** Line ends between blocks are nobody's words. */
  private static void dropSpace(Element body) {
    for (Element holder : body.select("body, ul, ol, table, thead, tbody, tfoot, tr, blockquote")) {
      for (TextNode text : List.copyOf(holder.textNodes())) {
        if (text.isBlank()) {
          text.remove();
        }
      }
    }
  }

  /** For the plain form: each block on a line of its own. */
  static String lines(SafeHtml body) {
    Document document = Jsoup.parseBodyFragment(body.html());
    document.outputSettings().prettyPrint(false);
    StringBuilder lines = new StringBuilder();
    for (Node node : document.body().childNodes()) {
      String line = node.outerHtml().strip();
      if (!line.isEmpty()) {
        lines.append(lines.isEmpty() ? "" : "\n\n").append(line);
      }
    }
    return lines.toString();
  }
}
