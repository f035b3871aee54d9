package org.talblatt.platform.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/** Makes an article's body safe: a small tag set, links to the web only, nothing that runs. */
public final class ArticleHtml {
  private static final Safelist TAGS =
      new Safelist()
          .addTags(
              "p",
              "br",
              "h2",
              "h3",
              "b",
              "strong",
              "i",
              "em",
              "u",
              "s",
              "sub",
              "sup",
              "blockquote",
              "ul",
              "ol",
              "li",
              "a",
              "table",
              "caption",
              "thead",
              "tbody",
              "tfoot",
              "tr",
              "th",
              "td",
              "pre",
              "hr")
          .addAttributes("a", "href")
          .addAttributes("th", "colspan", "rowspan", "scope")
          .addAttributes("td", "colspan", "rowspan")
          .addAttributes("ol", "start")
          .addProtocols("a", "href", "http", "https", "mailto")
          .addEnforcedAttribute("a", "rel", "noopener");

  private static final String PICTURE_NUMBER = "data-picture";
  private static final String FIGURE = "<figure " + PICTURE_NUMBER + "=\"";
  private static final Pattern PICTURE = Pattern.compile("[1-9][0-9]{0,17}");
  private static final Safelist WITH_PICTURES =
      new Safelist(TAGS).addTags("figure").addAttributes("figure", PICTURE_NUMBER);

  private static final Set<String> BLOCKS =
      Set.of("p", "h2", "h3", "blockquote", "ul", "ol", "table", "pre", "hr", "figure");

  private ArticleHtml() {}

  /** The same text with nothing left but allowed tags; unknown tags lose their brackets only. */
  public static SafeHtml clean(String html) {
    Document dirty = Jsoup.parseBodyFragment(html);
    Document clean = new Cleaner(TAGS).clean(dirty);
    clean.outputSettings().prettyPrint(false);
    return new SafeHtml(clean.body().html());
  }

  /**
   * As {@link #clean}, for what editors write: it may also name pictures of ours, in blocks {@code
   * <figure data-picture="12"></figure>} of their own. An agency's text may not, since a picture
   * that stands in an article becomes public with it.
   */
  public static SafeHtml edited(String html) {
    Document dirty = Jsoup.parseBodyFragment(html);
    dirty.select("figure").forEach(ArticleHtml::alone);
    Document clean = new Cleaner(WITH_PICTURES).clean(dirty);
    clean.outputSettings().prettyPrint(false);
    return new SafeHtml(clean.body().html());
  }

  /** A picture stands between the blocks, never inside one; a figure without one is but a frame. */
  private static void alone(Element figure) {
    if (!PICTURE.matcher(figure.attr(PICTURE_NUMBER)).matches()) {
      figure.unwrap();
      return;
    }
    figure.empty();
    Element inside = figure.parent();
    while (inside != null && !inside.nameIs("body")) {
      inside.after(figure);
      inside = figure.parent();
    }
  }

  /** The numbers of the pictures that stand in a body, in order. */
  public static List<Long> pictures(SafeHtml text) {
    return text.html().contains(FIGURE)
        ? Jsoup.parseBodyFragment(text.html()).select("figure[" + PICTURE_NUMBER + "]").stream()
            .map(figure -> figure.attr(PICTURE_NUMBER))
            .filter(number -> PICTURE.matcher(number).matches())
            .map(Long::valueOf)
            .toList()
        : List.of();
  }

  /** A body cut before and after each picture; a picture is a piece of its own. */
  public static List<SafeHtml> aroundPictures(SafeHtml text) {
    List<SafeHtml> pieces = new ArrayList<>();
    List<SafeHtml> before = new ArrayList<>();
    for (SafeHtml block : blocks(text)) {
      if (pictures(block).isEmpty()) {
        before.add(block);
      } else {
        addJoined(pieces, before);
        pieces.add(block);
      }
    }
    addJoined(pieces, before);
    return pieces;
  }

  private static void addJoined(List<SafeHtml> pieces, List<SafeHtml> blocks) {
    if (!blocks.isEmpty()) {
      pieces.add(joined(blocks));
      blocks.clear();
    }
  }

  /** The block that stands for a picture. */
  public static SafeHtml picture(long number) {
    return new SafeHtml(FIGURE + number + "\"></figure>");
  }

  /**
   * The text's paragraphs, headings, lists, tables and the like, one each; text that stands in none
   * makes a piece of its own, and what holds nothing is left out.
   */
  public static List<SafeHtml> blocks(SafeHtml text) {
    List<SafeHtml> blocks = new ArrayList<>();
    StringBuilder loose = new StringBuilder();
    Document document = Jsoup.parseBodyFragment(text.html());
    document.outputSettings().prettyPrint(false);
    for (Node node : document.body().childNodes()) {
      if (node instanceof Element element && BLOCKS.contains(element.normalName())) {
        add(blocks, loose.toString());
        loose.setLength(0);
        add(blocks, element.outerHtml());
      } else {
        loose.append(node.outerHtml());
      }
    }
    add(blocks, loose.toString());
    return blocks;
  }

  private static void add(List<SafeHtml> blocks, String html) {
    Element body = Jsoup.parseBodyFragment(html).body();
    if (body.hasText() || body.selectFirst("hr, figure") != null) {
      blocks.add(new SafeHtml(html.strip()));
    }
  }

  /** A text made of such pieces. */
  public static SafeHtml joined(List<SafeHtml> blocks) {
    return new SafeHtml(
        blocks.stream()
            .map(SafeHtml::html)
            .filter(html -> !html.isEmpty())
            .collect(Collectors.joining("\n")));
  }
}
