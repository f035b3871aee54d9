package org.talblatt.platform.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Emphasis;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.StrongEmphasis;

/**
 * Keeps quotes and lists from nesting without end: it would push a text off its page, and each
 * level costs the parser a level of its stack.
 */
final class Shallow {
  /** More than anybody means. */
  private static final int DEEPEST = 8;

  private Shallow() {}

  /** The same text, without the signs that would begin a ninth level in a line. */
  static String of(String text) {
    return text.lines().map(Shallow::line).collect(Collectors.joining("\n"));
  }

  /** A node, and how many quotes and lists, and how many emphases, stand around it. */
  private record Level(Node node, int blocks, int emphases) {
    private boolean block() {
      return node instanceof BlockQuote || node instanceof ListBlock;
    }

    private boolean emphasis() {
      return node instanceof Emphasis || node instanceof StrongEmphasis;
    }

    private boolean tooDeep() {
      return (block() && blocks == DEEPEST) || (emphasis() && emphases == DEEPEST);
    }

    private Level below(Node child) {
      return new Level(child, blocks + (block() ? 1 : 0), emphases + (emphasis() ? 1 : 0));
    }
  }

  /**
   * Takes apart what is nested deeper all the same: lines that are indented ever further, emphasis
   * within emphasis. What stands in it stays. Without recursion: it is there to spare the stack of
   * who draws this.
   */
  static void flatten(Node document) {
    Deque<Level> open = new ArrayDeque<>();
    open.push(new Level(document, 0, 0));
    while (!open.isEmpty()) {
      Level level = open.pop();
      if (level.tooDeep()) {
        for (Node content : contents(level.node())) {
          level.node().insertBefore(content);
          open.push(new Level(content, level.blocks(), level.emphases()));
        }
        loosen(level.node());
        level.node().unlink();
      } else {
        children(level.node()).forEach(child -> open.push(level.below(child)));
      }
    }
  }

  private static List<Node> contents(Node node) {
    return node instanceof ListBlock
        ? children(node).stream().flatMap(item -> children(item).stream()).toList()
        : children(node);
  }

  /** Entries of a list that is none any more are paragraphs of their own. */
  private static void loosen(Node node) {
    if (node.getParent() instanceof ListItem item && item.getParent() instanceof ListBlock list) {
      list.setTight(false);
    }
  }

  private static List<Node> children(Node node) {
    List<Node> children = new ArrayList<>();
    for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
      children.add(child);
    }
    return children;
  }

  private static String line(String line) {
    int position = 0;
    int cut = 0;
    for (int level = 1; ; level++) {
      int next = behindSign(line, position);
      if (next == position) {
        return cut == 0 ? line : line.substring(0, cut) + " " + line.substring(position);
      }
      position = next;
      if (level == DEEPEST) {
        cut = position;
      }
    }
  }

  /** Where the line goes on behind a sign that begins a quote or a list; the same where none is. */
  private static int behindSign(String line, int from) {
    int at = from;
    while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '\t')) {
      at++;
    }
    if (at < line.length() && line.charAt(at) == '>') {
      return at + 1;
    }
    int digits = at;
    while (digits < line.length() && digits - at < 9 && Character.isDigit(line.charAt(digits))) {
      digits++;
    }
    String signs = digits > at ? ".)" : "-*+";
    boolean sign =
        digits + 1 < line.length()
            && signs.indexOf(line.charAt(digits)) >= 0
            && " \t".indexOf(line.charAt(digits + 1)) >= 0;
    return sign ? digits + 1 : from;
  }
}
