package org.talblatt.platform.text;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.commonmark.Extension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/**
 * A reader's light markup to safe HTML: paragraphs, line breaks, bold, italic, quotes, lists and
 * links. HTML, headings, pictures and code stay what they are: text. Links show their host and
 * carry {@code nofollow ugc noopener}.
 */
public final class CommentMarkup {
  private static final Parser PARSER =
      Parser.builder()
          .extensions(List.<Extension>of())
          .enabledBlockTypes(Set.of(BlockQuote.class, ListBlock.class))
          .build();
  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).softbreak("<br>").build();
  private static final Safelist TAGS =
      new Safelist()
          .addTags("p", "br", "strong", "em", "blockquote", "ul", "ol", "li", "a", "span")
          .addAttributes("a", "href", "rel")
          .addAttributes("ol", "start")
          .addProtocols("a", "href", "http", "https")
          .addEnforcedAttribute("a", "rel", "nofollow ugc noopener");

  private CommentMarkup() {}

  /**
   * Renders a reader's text. {@code mentions} gets each piece of plain text outside links, already
   * escaped as HTML, and may put links to readers into it.
   */
  public static SafeHtml render(String text, UnaryOperator<String> mentions) {
    Node tree = PARSER.parse(text);
    Document dirty = Jsoup.parseBodyFragment(RENDERER.render(tree));
    Document clean = new Cleaner(TAGS).clean(dirty);
    clean.outputSettings().prettyPrint(false);
    clean.body().select("a").forEach(CommentMarkup::showHost);
    link(clean.body(), mentions);
    return new SafeHtml(clean.body().html().strip());
  }

  private static void showHost(Element link) {
    String host = hostOf(link.attr("href"));
    if (host.isEmpty()) {
      link.unwrap();
    } else if (!link.text().toLowerCase(Locale.ROOT).contains(host)) {
      link.after(new TextNode(" [" + host + "]"));
    }
  }

  private static String hostOf(String href) {
    try {
      String host = URI.create(href).getHost();
      return host == null ? "" : host.toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "");
    } catch (IllegalArgumentException notAnAddress) {
      return "";
    }
  }

  private static void link(Element element, UnaryOperator<String> mentions) {
    for (org.jsoup.nodes.Node child : List.copyOf(element.childNodes())) {
      if (child instanceof Element inner) {
        if (!inner.normalName().equals("a")) {
          link(inner, mentions);
        }
      } else if (child instanceof TextNode plain) {
        String escaped = plain.outerHtml();
        String linked = mentions.apply(escaped);
        if (!linked.equals(escaped)) {
          plain.before(new org.jsoup.nodes.DataNode(linked));
          plain.remove();
        }
      }
    }
  }
}
