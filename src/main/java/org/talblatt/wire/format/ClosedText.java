package org.talblatt.wire.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.talblatt.wire.WireItem;

/**
 * What in an agency's body is meant for newsrooms: taken out of it, into notes. A single service
 * line is known by its first word. Where a sentence says that what follows is not for the public,
 * nobody but the agency knows where that ends: it goes with all that comes after it, and an editor
 * looks at the rest.
 */
final class ClosedText {
  /** Nothing longer is a line; and no pattern has to search through a text of megabytes. */
  private static final int LONGEST_LINE = 4000;

  private static final Pattern SERVICE_LINE =
      Pattern.compile(
          "\\(?\\s*(?:S\\s?E\\s?R\\s?V\\s?I\\s?C\\s?E|A\\s?V\\s?I\\s?S\\s?O|G\\s?R\\s?A\\s?F\\s?I\\s?K"
              + "|B\\s?I\\s?L\\s?D\\s?A\\s?V\\s?I\\s?S\\s?O|Redaktionelle[rs]? Hinweise?)\\b.*"
              + "|\\(\\s*(?:B\\s?I\\s?L\\s?D(?:\\s?E\\s?R)?|F\\s?O\\s?T\\s?O(?:\\s?S)?"
              + "|V\\s?I\\s?D\\s?E\\s?O(?:\\s?S)?)\\s*[-–—:].*"
              + "|\\((?:\\p{Lu}\\s){4,20}+.*",
          Pattern.DOTALL);
  private static final Pattern WEB_ADDRESS =
      Pattern.compile("(?:https?://|www\\.)[\\w./?=&%#~+,:;@!-]*[\\w/]");
  private static final Pattern EMPTY_LINE = Pattern.compile("\\n\\s*\\n");
  private static final Set<String> BLOCKS =
      Set.of(
          "p",
          "li",
          "div",
          "td",
          "th",
          "pre",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "blockquote",
          "dt",
          "dd",
          "section",
          "article",
          "aside",
          "address",
          "center",
          "block");
  private static final String HIDDEN =
      "[hidden], [style~=(?i)(?:display\\s*:\\s*none|visibility\\s*:\\s*hidden)]";

  private final Element body;
  private final List<String> notes = new ArrayList<>();
  private final List<WireItem.Related> links = new ArrayList<>();
  private boolean opened;

  ClosedText(Element body) {
    this.body = body;
  }

  /** Takes out what a browser would not show. */
  void takeHidden() {
    for (Element hidden : body.select(HIDDEN)) {
      if (hidden.ownerDocument() != null && !hidden.equals(body)) {
        note(hidden.text());
        hidden.remove();
      }
    }
  }

  /** Takes out blocks as they were sent; those that only empty lines divide have to wait. */
  void takeBlocks() {
    take(blocks().stream().filter(b -> !EMPTY_LINE.matcher(b.wholeText().strip()).find()).toList());
  }

  /** Takes out what is left of it, now that every text stands in a block. */
  void takeParagraphs() {
    take(blocks());
  }

  /** What was taken, in order. */
  List<String> notes() {
    return notes;
  }

  /** The addresses in service lines. */
  List<WireItem.Related> links() {
    return links;
  }

  /** Whether something in the body was, or still is, said not to be for the public. */
  boolean mustBeRead() {
    return opened || NotForPrint.saidIn(body.text());
  }

  private void take(List<Element> blocks) {
    for (Element block : blocks) {
      String text = block.text().strip();
      if (NotForPrint.opensWith(text)) {
        takeFrom(block);
        return;
      }
      String wording = NotForPrint.wording(text);
      if (wording.length() < LONGEST_LINE && SERVICE_LINE.matcher(wording).matches()) {
        note(text);
        findLinks(text);
        drop(block);
      }
    }
  }

  /** The innermost blocks, in the text's order. */
  private List<Element> blocks() {
    return body.getAllElements().stream()
        .filter(element -> !element.equals(body) && BLOCKS.contains(element.normalName()))
        .filter(
            element -> element.children().stream().noneMatch(c -> BLOCKS.contains(c.normalName())))
        .toList();
  }

  private void takeFrom(Element block) {
    opened = true;
    List<String> taken = new ArrayList<>(List.of(block.text()));
    for (Node at = block; at != null && !at.equals(body); at = at.parent()) {
      for (Node next = at.nextSibling(); next != null; next = at.nextSibling()) {
        taken.add(text(next));
        next.remove();
      }
    }
    drop(block);
    note(String.join("\n", taken.stream().filter(text -> !text.isBlank()).toList()));
  }

  private static String text(Node node) {
    return node instanceof Element element
        ? element.text()
        : node instanceof TextNode text ? text.text() : "";
  }

  /** A table keeps its cells. */
  private static void drop(Element block) {
    if (block.is("td, th")) {
      block.empty();
    } else {
      block.remove();
    }
  }

  private void findLinks(String line) {
    Matcher address = WEB_ADDRESS.matcher(line);
    while (address.find()) {
      String found = address.group();
      links.add(
          new WireItem.Related(
              "service", found.startsWith("www.") ? "https://" + found : found, found));
    }
  }

  private void note(String text) {
    if (!text.isBlank()) {
      notes.add(text);
    }
  }
}
