package org.talblatt.wire.format;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.talblatt.platform.text.ArticleHtml;
import org.talblatt.platform.text.SafeHtml;
import org.talblatt.wire.WireItem;

/**
 * An agency's body as the text of an article: what only repeats the head, what is meant for
 * newsrooms and what can't be shown here is taken out, and handed on where it has a place.
 */
public final class StoryText {
  /** Nothing longer is a note; and no pattern has to search through a text of megabytes. */
  private static final int LONGEST_NOTE = 4000;

  private static final Pattern CORRECTION =
      Pattern.compile("^[\\s-]*KORREKTUR-?\\s?HINWEIS:?[\\s-]*(.*?)[\\s-]*$", Pattern.DOTALL);
  private static final Pattern ESCAPED_TWICE =
      Pattern.compile("&(?:#\\d{1,6}|#x[0-9a-fA-F]{1,5}|quot|amp|lt|gt|apos|nbsp);");
  private static final Pattern EMPTY_LINE = Pattern.compile("\\n\\s*\\n");

  /** ANSA ends its texts with the codes of its old distribution. */
  private static final Pattern ROUTING_CODES =
      Pattern.compile("(?=.*\\d.*\\d)[A-Z0-9]{2,}+(?: [A-Z0-9]{2,}+){3,}+");

  private static final int LONGEST_CODES = 500;

  private static final Set<String> EMBEDS =
      Set.of("dnl-twitterembed", "dnl-youtubeembed", "dnl-wgchart", "dnl-dwchart");
  private static final String NOT_TEXT =
      "script, style, iframe, head, title, header, footer, nav, img, dnl-image, video, audio, object,"
          + " section.notepad, section.np-nonpublic, .np-nonpublic, .notepad, .closingline,"
          + " figure:has(img), figcaption";

  private final Element body;
  private final ClosedText closed;
  private String correctionNote = "";
  private Dateline dateline = new Dateline("", "", 0);

  private StoryText(Element body) {
    this.body = body;
    this.closed = new ClosedText(body);
  }

  /**
   * What a body held.
   *
   * @param closed what is not for the public
   * @param mustBeRead where it is not plain what else isn't
   * @param tooLarge it was not read: no story is so long
   */
  public record Story(
      SafeHtml body,
      String dateline,
      String agency,
      String correctionNote,
      List<String> closed,
      List<WireItem.Related> links,
      boolean mustBeRead,
      boolean tooLarge) {
    private static final Story UNREAD =
        new Story(SafeHtml.EMPTY, "", "", "", List.of(), List.of(), true, true);
  }

  /**
   * Reads a body.
   *
   * @param repeated the item's headline, subheadline, kicker, teaser, byline: dropped where the
   *     body begins with them again
   * @param declaredDateline the dateline field as sent; empty where there is none
   */
  public static Story of(String html, List<String> repeated, String declaredDateline) {
    if (BodyBound.isPassedBy(html)) {
      return Story.UNREAD;
    }
    Document document = Jsoup.parseBodyFragment(html);
    document.outputSettings().prettyPrint(false);
    StoryText text = new StoryText(document.body());
    text.keepMainPart();
    text.unescape(text.body);
    text.replaceEmbeds();
    text.body.select(NOT_TEXT).remove();
    text.closed.takeHidden();
    text.takeCorrection();
    text.closed.takeBlocks();
    text.dropRepeated(repeated);
    text.paragraphs();
    text.takeDateline(declaredDateline);
    text.closed.takeParagraphs();
    text.dropEmpty();
    text.collapse(text.body);
    return text.story();
  }

  private Story story() {
    return new Story(
        ArticleHtml.clean(body.html().strip()),
        dateline.place(),
        dateline.agency(),
        correctionNote,
        closed.notes(),
        closed.links(),
        closed.mustBeRead(),
        false);
  }

  /** dpa's own pages: the text is one section among headers and notepads. */
  private void keepMainPart() {
    List<Element> main = body.select("section.main, section.infobox, section.linkbox");
    if (!body.select("section.main").isEmpty()) {
      body.empty();
      main.forEach(body::appendChild);
    }
  }

  /**
   * STT and others escape twice, so that a reader would see the entity instead of the apostrophe.
   * Escaped or not, what can't be printed goes.
   */
  private void unescape(Element element) {
    for (Node child : List.copyOf(element.childNodes())) {
      if (child instanceof Element inner) {
        unescape(inner);
      } else if (child instanceof TextNode text) {
        String whole = text.getWholeText();
        boolean twice = ESCAPED_TWICE.matcher(whole).find();
        text.text(Printable.of(twice ? Parser.unescapeEntities(whole, true) : whole));
      }
    }
  }

  /** What would load from elsewhere becomes a link there. */
  private void replaceEmbeds() {
    for (Element embed : body.getAllElements()) {
      String address = embed.attr("src");
      if (EMBEDS.contains(embed.normalName())) {
        if (address.startsWith("https://") || address.startsWith("http://")) {
          Element link = new Element("a").attr("href", address).text(host(address));
          embed.replaceWith(new Element("p").appendChild(link));
        } else {
          embed.remove();
        }
      }
    }
  }

  private static String host(String address) {
    return address.replaceFirst("^https?://(?:www\\.)?", "").replaceFirst("[/?#].*$", "");
  }

  private void takeCorrection() {
    for (Element block : body.select("pre, p")) {
      String text = block.text().strip();
      Matcher matcher = CORRECTION.matcher(text);
      if (text.length() < LONGEST_NOTE && matcher.matches()) {
        correctionNote = Xml.collapse(matcher.group(1).replaceAll("-{5,}", " "));
        block.remove();
        return;
      }
    }
  }

  private void dropRepeated(List<String> repeated) {
    Set<String> known =
        Set.copyOf(repeated.stream().map(StoryText::plain).filter(t -> !t.isEmpty()).toList());
    for (Element element : body.select("h1, h2, h3, p.teaser, p.byline, p.kicker")) {
      if (known.contains(plain(element.text()))) {
        element.remove();
      }
    }
    body.select("h1").forEach(heading -> heading.tagName("h2"));
  }

  private static String plain(String text) {
    return text.replaceAll("[\\s\\u00a0]+", " ").strip().toLowerCase(Locale.ROOT);
  }

  /** Text that stands in no block, or only between line breaks, gets paragraphs. */
  private void paragraphs() {
    for (Element container : body.select("body, div, section, article, block")) {
      for (TextNode loose : container.textNodes()) {
        String text = loose.getWholeText().strip();
        if (text.length() < LONGEST_CODES && ROUTING_CODES.matcher(text).matches()) {
          loose.remove();
        } else if (!loose.isBlank()) {
          wrap(loose);
        }
      }
    }
  }

  private static void wrap(TextNode loose) {
    for (String paragraph : EMPTY_LINE.split(loose.getWholeText(), -1)) {
      if (!paragraph.isBlank()) {
        loose.before(new Element("p").text(Xml.collapse(paragraph)));
      }
    }
    loose.remove();
  }

  private void takeDateline(String declared) {
    Element first = firstParagraph();
    Dateline field = Dateline.of(declared);
    if (first != null) {
      Element marked = first.selectFirst("span.dateline");
      if (marked != null) {
        dateline = Dateline.of(marked.text());
        marked.remove();
      } else {
        Dateline.atStartOf(first.wholeText()).ifPresent(found -> cut(first, found));
      }
      first.select("span.credit").remove();
      trimStart(first);
    }
    if (!field.place().isEmpty() || dateline.agency().isEmpty()) {
      dateline =
          new Dateline(
              field.place().isEmpty() ? dateline.place() : field.place(),
              field.agency().isEmpty() ? dateline.agency() : field.agency(),
              0);
    }
  }

  private @org.jspecify.annotations.Nullable Element firstParagraph() {
    return body.select("p, pre").stream()
        .filter(paragraph -> !paragraph.text().isBlank())
        .findFirst()
        .orElse(null);
  }

  private void cut(Element paragraph, Dateline found) {
    dateline = found;
    int left = found.length();
    for (TextNode text : textNodes(paragraph)) {
      String whole = text.getWholeText();
      int taken = Math.min(left, whole.length());
      text.text(whole.substring(taken));
      left -= taken;
      if (left == 0) {
        return;
      }
    }
  }

  private static void trimStart(Element paragraph) {
    for (TextNode text : textNodes(paragraph)) {
      String trimmed = text.getWholeText().replaceFirst("^[\\s\\u00a0]+", "");
      text.text(trimmed);
      if (!trimmed.isEmpty()) {
        return;
      }
    }
  }

  private static List<TextNode> textNodes(Element paragraph) {
    return paragraph.nodeStream(TextNode.class).toList();
  }

  /** Indentation of the agency's file is no part of the text. */
  private void collapse(Element element) {
    for (Node child : List.copyOf(element.childNodes())) {
      if (child instanceof TextNode text) {
        String single = text.getWholeText().replaceAll("[ \\t\\r\\n]+", " ");
        text.text(element.isBlock() && single.isBlank() && !element.is("p, li, td") ? "" : single);
      } else if (child instanceof Element inner && !inner.normalName().equals("pre")) {
        collapse(inner);
      }
    }
  }

  private void dropEmpty() {
    for (Element paragraph : body.select("p, h2, h3, pre, blockquote, li")) {
      if (paragraph.text().replace('\u00a0', ' ').isBlank()) {
        paragraph.remove();
      }
    }
    for (Element list : body.select("ul, ol")) {
      if (list.text().isBlank()) {
        list.remove();
      }
    }
  }
}
