package org.talblatt.wire.format.anpa;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Entities;
import org.talblatt.wire.format.PlainText;

/** The text between STX and ETX as HTML: paragraphs, headings over lists, tables by columns. */
final class AnpaText {
  private static final char TABLE_LINE = '\b';
  private static final Pattern COLUMN = Pattern.compile("[\\u001e\\u001f][\\u001e\\u001f ]*");
  private static final Pattern RULE = Pattern.compile("_{2,}=?");

  /** Stands in the credit. */
  private static final Pattern CREDIT = Pattern.compile("\\^?By The Associated Press[=<]?");

  private final StringBuilder html = new StringBuilder();
  private final StringBuilder paragraph = new StringBuilder();
  private final List<String[]> rows = new ArrayList<>();

  private AnpaText() {}

  static String html(List<String> lines) {
    AnpaText text = new AnpaText();
    lines.forEach(text::add);
    text.endParagraph();
    text.endTable();
    return text.html.toString();
  }

  private void add(String line) {
    if (line.indexOf(TABLE_LINE) >= 0) {
      endParagraph();
      String cells = plain(line.replace("\b", "").strip()).replaceFirst("^\\^", "");
      rows.add(
          COLUMN.splitAsStream(cells).map(c -> c.equals("_") ? "–" : c).toArray(String[]::new));
      return;
    }
    endTable();
    String text = plain(line).strip();
    if (text.isEmpty()) {
      endParagraph();
    } else if (RULE.matcher(text).matches()) {
      endParagraph();
      html.append("<hr>");
    } else if (CREDIT.matcher(text).matches()) {
      endParagraph();
    } else if (text.startsWith("^")) {
      endParagraph();
      String heading = text.substring(1).replaceFirst("[=<]$", "");
      html.append("<h3>").append(Entities.escape(heading)).append("</h3>");
    } else {
      if (line.startsWith("\t") || line.startsWith("   ")) {
        endParagraph();
      }
      paragraph.append(paragraph.isEmpty() ? "" : " ").append(text);
    }
  }

  /** The few signs that teleprinters had no key for. */
  static String plain(String line) {
    return line.replace('\u0010', ' ')
        .replace("``", "“")
        .replace("''", "”")
        .replace(" _ ", " – ")
        .replace("{", "½");
  }

  private void endParagraph() {
    if (!paragraph.isEmpty()) {
      html.append("<p>").append(Entities.escape(paragraph.toString())).append("</p>");
      paragraph.setLength(0);
    }
  }

  private void endTable() {
    if (!rows.isEmpty()) {
      html.append(PlainText.table(rows));
      rows.clear();
    }
  }
}
