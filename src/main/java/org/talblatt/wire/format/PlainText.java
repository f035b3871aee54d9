package org.talblatt.wire.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Entities;

/**
 * Text without markup as HTML: paragraphs as the agency set them, by empty lines or by indented
 * first lines; lists; tables drawn with bars.
 */
public final class PlainText {
  private static final int INDENT = 3;

  /** Where no line is longer, lines end where the paper did. */
  private static final int TELEPRINTER = 80;

  private static final Pattern LINE = Pattern.compile("\\r\\n?|\\n");
  private static final Pattern LIST_ITEM = Pattern.compile("[-*•]\\s+(\\S.*)");
  private static final Pattern ENDS_IN_HYPHEN = Pattern.compile(".*\\p{L}-$");
  private static final Pattern BEGINS_WITH_LETTER = Pattern.compile("\\p{L}.*");

  /** "Landes- und Bundesebene": the hyphen stands for the end of the later word. */
  private static final Set<String> JOINING =
      Set.of("und", "oder", "bzw", "sowie", "bis", "and", "or", "to", "e", "o", "ed", "et", "ou");

  private final StringBuilder html = new StringBuilder();
  private final StringBuilder block = new StringBuilder();
  private final List<String> items = new ArrayList<>();
  private final List<String> rows = new ArrayList<>();
  private boolean inItem;

  private PlainText() {}

  /** As paragraphs, tables and lists. */
  public static String html(String text) {
    PlainText plain = new PlainText();
    List<String> lines = LINE.splitAsStream(text).toList();
    boolean wrapped =
        lines.stream().anyMatch(line -> line.isBlank() || indented(line))
            || lines.stream().allMatch(line -> line.length() <= TELEPRINTER);
    for (String line : lines) {
      plain.add(line);
      if (!wrapped) {
        plain.endBlock();
      }
    }
    plain.endAll();
    return plain.html.toString();
  }

  private static boolean indented(String line) {
    return line.length() > INDENT && line.substring(0, INDENT).isBlank();
  }

  private void add(String line) {
    String text = line.strip();
    Matcher item = LIST_ITEM.matcher(text);
    if (text.startsWith("|") && text.endsWith("|") && text.length() > 2) {
      endList();
      rows.add(text.substring(1, text.length() - 1));
    } else if (text.isEmpty()) {
      endAll();
    } else if (item.matches()) {
      endBlock();
      endTable();
      inItem = true;
      append(item.group(1));
    } else {
      if (indented(line) && !inItem) {
        endBlock();
      }
      endTable();
      append(text);
    }
  }

  private void append(String text) {
    if (!block.isEmpty() && !continuesWord(text)) {
      block.append(' ');
    }
    block.append(text);
  }

  private boolean continuesWord(String next) {
    String first = next.split("[ .,]", 2)[0].toLowerCase(Locale.ROOT);
    return ENDS_IN_HYPHEN.matcher(block).matches()
        && BEGINS_WITH_LETTER.matcher(next).matches()
        && !JOINING.contains(first);
  }

  private void endAll() {
    endList();
    endTable();
  }

  private void endBlock() {
    if (inItem) {
      items.add(block.toString());
    } else if (!block.isEmpty()) {
      writeList();
      html.append("<p>").append(Entities.escape(block.toString())).append("</p>");
    }
    inItem = false;
    block.setLength(0);
  }

  private void endList() {
    endBlock();
    writeList();
  }

  private void writeList() {
    if (!items.isEmpty()) {
      html.append("<ul>");
      items.forEach(i -> html.append("<li>").append(Entities.escape(i)).append("</li>"));
      html.append("</ul>");
      items.clear();
    }
  }

  private void endTable() {
    if (!rows.isEmpty()) {
      html.append(table(rows.stream().map(row -> row.split("\\|", -1)).toList()));
      rows.clear();
    }
  }

  /** Rows of cells as a table; a row of one cell among longer ones is a heading over them. */
  public static String table(List<String[]> rows) {
    int columns = rows.stream().mapToInt(row -> row.length).max().orElse(1);
    StringBuilder table = new StringBuilder("<table><tbody>");
    for (String[] row : rows) {
      table.append("<tr>");
      if (row.length == 1 && columns > 1) {
        table.append("<th colspan=\"").append(columns).append("\">").append(cell(row[0]));
        table.append("</th>");
      } else {
        for (String cell : row) {
          table.append("<td>").append(cell(cell)).append("</td>");
        }
      }
      table.append("</tr>");
    }
    return table.append("</tbody></table>").toString();
  }

  private static String cell(String text) {
    return Entities.escape(text.strip());
  }
}
