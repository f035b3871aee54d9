package org.talblatt.wire.format.iptc7901;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.talblatt.wire.WireItem;
import org.talblatt.wire.format.ItemBuilder;
import org.talblatt.wire.format.NotForPrint;
import org.talblatt.wire.format.Xml;

/**
 * What follows the text and is for newsrooms: {@code # Notizblock}, {@code * * * *}, the editors'
 * signs in the last line. All of it is closed; only what was corrected is said to readers, too.
 */
final class Notebook {
  private static final Pattern BEGINS =
      Pattern.compile("#\\s.*|\\*\\s?\\*\\s?\\*\\s?\\*[\\s*]*|\\s*(?:\\*{3,}|_{5,}|-{5,})\\s*");
  private static final Pattern SIGNS =
      Pattern.compile(
          "(?:dpa|sda|ats|apa|afp|ansa|ap|rtr)(?:/\\p{L}+)?(?:[ /]+[\\p{Ll}\\d/]{1,6}){1,9}");
  private static final Pattern SECTION = Pattern.compile("##\\s*(.*)");
  private static final Pattern CORRECTION =
      Pattern.compile("(?i)(?:berichtigung|korrektur|correction|rectificatif|rettifica).*");
  private static final Pattern LINK =
      Pattern.compile("\\[([^\\]]{0,300})\\]\\((https?://[^)\\s]{1,500})\\)");

  private final ItemBuilder wire;
  private final List<String> correction = new ArrayList<>();

  private Notebook(ItemBuilder wire) {
    this.wire = wire;
  }

  /** The text without it. */
  static String cut(String text, ItemBuilder wire) {
    List<String> lines = text.lines().toList();
    int start = 0;
    while (start < lines.size() && !begins(lines.get(start).strip())) {
      start++;
    }
    Notebook notebook = new Notebook(wire);
    int end = start;
    if (start == lines.size()) {
      end = notebook.signs(lines);
    }
    notebook.read(lines.subList(Math.min(end, start), lines.size()));
    return String.join("\n", lines.subList(0, Math.min(end, start)));
  }

  private static boolean begins(String line) {
    return BEGINS.matcher(line).matches() || (line.length() < 200 && NotForPrint.saidIn(line));
  }

  /** Where the line of signs stands that ends a text without a notebook. */
  private int signs(List<String> lines) {
    for (int i = lines.size() - 1; i >= 0; i--) {
      if (!lines.get(i).isBlank()) {
        return SIGNS.matcher(lines.get(i).strip()).matches() ? i : lines.size();
      }
    }
    return lines.size();
  }

  private void read(List<String> lines) {
    boolean corrects = false;
    boolean open = true;
    for (String line : lines) {
      Matcher section = SECTION.matcher(line.strip());
      if (section.matches()) {
        corrects = CORRECTION.matcher(section.group(1)).matches();
      } else if (begins(line.strip())) {
        open = open && line.strip().startsWith("#");
        corrects = false;
      } else if (corrects && open && !line.isBlank() && !SIGNS.matcher(line.strip()).matches()) {
        correction.add(line.strip().replaceFirst("^-\\s*", ""));
      }
      if (open) {
        links(line);
      }
    }
    wire.note(String.join("\n", lines), false);
    if (!correction.isEmpty()) {
      wire.correctionNote = Xml.collapse(String.join(" ", correction));
    }
  }

  private void links(String line) {
    Matcher link = LINK.matcher(line);
    while (link.find()) {
      wire.related.add(new WireItem.Related("notebook", link.group(2), link.group(1)));
    }
  }
}
