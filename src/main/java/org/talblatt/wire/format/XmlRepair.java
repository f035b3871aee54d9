package org.talblatt.wire.format;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/**
 * XML as agencies send it, made well-formed where there is only one thing it can mean: a bare
 * ampersand, a smaller-than sign before a blank, HTML's named characters, characters that XML can't
 * hold, two hyphens in a comment. Whatever is wrong with its tags stays wrong: nobody knows where a
 * paragraph without an end ends.
 */
final class XmlRepair {
  private static final Pattern REFERENCE =
      Pattern.compile("&(?:#(\\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{0,31}));");
  private static final int MOST_REPAIRS = 20_000;
  private static final Pattern PREDEFINED = Pattern.compile("amp|lt|gt|quot|apos");

  private final String text;
  private final StringBuilder out;

  /** By how much what follows an offset of ours lies further back in the original. */
  private final List<int[]> shifts = new ArrayList<>();

  private int at;

  private XmlRepair(String text) {
    this.text = text;
    this.out = new StringBuilder(text.length() + 100);
  }

  static XmlRepair of(String text) {
    XmlRepair repair = new XmlRepair(text);
    while (repair.at < text.length() && !repair.isHopeless()) {
      repair.step();
    }
    return repair;
  }

  /** Nobody sends so many by mistake. */
  boolean isHopeless() {
    return shifts.size() > MOST_REPAIRS;
  }

  String text() {
    return out.toString();
  }

  /** Where a place in the repaired text lies in the original. */
  Place original(Place repaired) {
    int offset = repaired.in(out.toString());
    int shift = 0;
    for (int[] one : shifts) {
      shift = one[0] <= offset ? one[1] : shift;
    }
    return Place.of(text, Math.clamp(offset + (long) shift, 0, text.length()));
  }

  private void step() {
    char c = text.charAt(at);
    if (c == '<') {
      markup();
    } else {
      character(c, false);
    }
  }

  private void markup() {
    if (text.startsWith("<![CDATA[", at)) {
      section("]]>");
    } else if (text.startsWith("<!--", at)) {
      comment();
    } else if (text.startsWith("<?", at)) {
      section("?>");
    } else if (at + 1 < text.length() && opensTag(text.charAt(at + 1))) {
      tag();
    } else {
      replace(1, "&lt;");
    }
  }

  private static boolean opensTag(char next) {
    return Character.isLetter(next) || next == '_' || next == '/' || next == '!';
  }

  /** Kept as it is, but for characters that XML can't hold. */
  private void section(String end) {
    int found = text.indexOf(end, at);
    int to = found < 0 ? text.length() : found + end.length();
    while (at < to) {
      plain(text.charAt(at));
    }
  }

  private void comment() {
    int found = text.indexOf("-->", at + 4);
    int to = found < 0 ? text.length() : found + 3;
    for (; at < to; at++) {
      out.append(text.charAt(at) == '\n' ? '\n' : ' ');
    }
  }

  private void tag() {
    char quote = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      boolean ends = c == '>' && quote == 0;
      if (quote == 0) {
        quote = c == '"' || c == '\'' ? c : 0;
        plain(c);
      } else if (c == quote) {
        quote = 0;
        plain(c);
      } else {
        character(c, true);
      }
      if (ends) {
        return;
      }
    }
  }

  private void character(char c, boolean inValue) {
    if (c == '&') {
      reference();
    } else if (c == '<' && inValue) {
      replace(1, "&lt;");
    } else {
      plain(c);
    }
  }

  private void plain(char c) {
    if (Character.isSurrogate(c) ? isPair() : isXml(c)) {
      int length = Character.isSurrogate(c) ? 2 : 1;
      out.append(text, at, at + length);
      at += length;
    } else {
      replace(1, "");
    }
  }

  private boolean isPair() {
    return at + 1 < text.length()
        && Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1));
  }

  private static boolean isXml(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xd7ff)
        || (c >= 0xe000 && c <= 0xfffd)
        || (c >= 0x10000 && c <= 0x10ffff);
  }

  private void reference() {
    Matcher reference = REFERENCE.matcher(text).region(at, Math.min(text.length(), at + 40));
    if (!reference.lookingAt()) {
      replace(1, "&amp;");
      return;
    }
    String whole = reference.group();
    if (reference.group(3) == null) {
      replace(whole.length(), isXml(number(reference)) ? whole : "");
    } else {
      replace(whole.length(), named(whole, reference.group(3)));
    }
  }

  private static int number(Matcher reference) {
    String decimal = reference.group(1);
    return decimal == null
        ? Integer.parseInt(reference.group(2), 16)
        : Integer.parseInt(decimal, 10);
  }

  /**
   * A name that HTML doesn't know stays, and breaks the file: only its sender knows its meaning.
   */
  private static String named(String whole, String name) {
    if (PREDEFINED.matcher(name).matches()) {
      return whole;
    }
    String character = Parser.unescapeEntities(whole, true);
    return character.replace("&", "&amp;").replace("<", "&lt;").equals("&amp;" + name + ";")
        ? whole
        : character.replace("&", "&amp;").replace("<", "&lt;");
  }

  private void replace(int length, String by) {
    out.append(by);
    at += length;
    if (length != by.length()) {
      shifts.add(new int[] {out.length(), at - out.length()});
    }
  }
}
