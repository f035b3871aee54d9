package org.talblatt.wire.format;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.talblatt.wire.UnreadableWire;

/**
 * What stands before the root of an XML file. The declaration has done its work once the file is
 * text. A document type names a DTD that is never fetched, so it goes; where it declares entities
 * of its own, the file is a bomb, a spy, or means something else than we would read.
 */
final class XmlProlog {
  private static final String DOCTYPE = "<!DOCTYPE";

  /** Parameter entities only pull in the DTD's parts. */
  private static final Pattern OWN_ENTITY = Pattern.compile("<!ENTITY\\s+(?!%)");

  private final String text;
  private int at;

  private XmlProlog(String text) {
    this.text = text;
  }

  /** The same text, line for line and column for column, with blanks in their places. */
  static String blanked(String text) throws UnreadableWire {
    return new XmlProlog(text).blanked();
  }

  private String blanked() throws UnreadableWire {
    StringBuilder out = new StringBuilder(text);
    while (at < text.length()) {
      int from = at;
      if (text.startsWith("<?", at)) {
        skipPast("?>");
      } else if (text.startsWith("<!--", at)) {
        skipPast("-->");
      } else if (text.startsWith(DOCTYPE, at)) {
        skipDoctype();
      } else if (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == '\uFEFF') {
        at++;
      } else {
        return out.toString();
      }
      blank(out, from, at);
    }
    return out.toString();
  }

  private void skipPast(String end) {
    int found = text.indexOf(end, at);
    at = found < 0 ? text.length() : found + end.length();
  }

  private void skipDoctype() throws UnreadableWire {
    int from = at;
    int subset = 0;
    for (at += DOCTYPE.length(); at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '"' || c == '\'') {
        int quote = text.indexOf(c, at + 1);
        at = quote < 0 ? text.length() - 1 : quote;
      } else if (text.startsWith("<!--", at)) {
        skipPast("-->");
        at--;
      } else if (c == '[' || c == ']') {
        subset += c == '[' ? 1 : -1;
      } else if (c == '>' && subset <= 0) {
        at++;
        break;
      }
    }
    at = Math.min(at, text.length());
    refuseEntities(from);
  }

  private void refuseEntities(int from) throws UnreadableWire {
    Matcher entity = OWN_ENTITY.matcher(text).region(from, at);
    if (entity.find()) {
      Place place = Place.of(text, entity.start());
      throw new UnreadableWire("wire.refused.doctype", place.line(), place.column());
    }
  }

  private static void blank(StringBuilder out, int from, int to) {
    for (int i = from; i < to; i++) {
      if (out.charAt(i) != '\n' && out.charAt(i) != '\r') {
        out.setCharAt(i, ' ');
      }
    }
  }
}
