package org.talblatt.wire.format.iptc7901;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.talblatt.wire.UnreadableWire;
import org.talblatt.wire.format.ItemBuilder;
import org.talblatt.wire.format.Xml;

/**
 * What stands above the text and ends in an equals sign: remarks in brackets, takes in capitals,
 * the headline over one or more lines, who wrote it.
 */
final class HeadlineBlock {
  private static final int MOST_LINES = 15;
  private static final Pattern REMARK = Pattern.compile("\\((.*)\\)");
  private static final Pattern CORRECTION =
      Pattern.compile(
          "(?i)(?:berichtigung|korrektur|correction|corrects|rectificatif|rettifica|correzione)\\b[:\\s]*(.*)");
  private static final Pattern REPEAT =
      Pattern.compile("(?i)(?:wiederholung|repeat|répétition|ripetizione)\\b.*");
  private static final Pattern EMBARGO = Pattern.compile("(?i).*\\b(?:sperrfrist|embargo)\\b(.*)");
  private static final Pattern MOMENT =
      Pattern.compile(
          ".*?(\\d{1,2})\\.\\s?(\\d{1,2})\\.\\s?(\\d{4})?\\D{0,12}?(\\d{1,2})[.:]?(\\d{2})\\b.*");
  private static final Pattern PICTURE =
      Pattern.compile("(?i)(?:mit )?(?:foto|bild|grafik|video|photo|graphic)\\w*\\b.*");
  private static final Pattern URGENT =
      Pattern.compile("(?i)(?:eil|blitz|flash|urgent|extra|priorität)\\b.*");
  private static final Pattern TAKE =
      Pattern.compile(
          "(?:\\d(?:ST|ND|RD|TH) )?(?:LEAD|NET|REFILE|EXTRA|CORRECTION|CORRECTED|UPDATE|REPEAT|ROUNDUP"
              + "|ADVISORY|URGENT|FEATURE|PREVIEW|ANALYSIS|DIARY|FLASH|NEWS IN BRIEF)(?: [A-Z0-9 ]{1,30})?");
  private static final Pattern BYLINE =
      Pattern.compile("(?:Von|By|Par|Di|De) (?:\\p{Lu}|dpa|sda|ats|our|staff|unser).*");
  private static final Pattern WORDS = Pattern.compile("[\\p{L} -]{3,40}");

  private final ItemBuilder wire;
  private final List<String> headline = new ArrayList<>();

  private HeadlineBlock(ItemBuilder wire) {
    this.wire = wire;
  }

  /** Reads it; what follows it is the text. */
  static String read(String text, ItemBuilder wire, OffsetDateTime sent) throws UnreadableWire {
    List<String> lines = text.lines().toList();
    HeadlineBlock block = new HeadlineBlock(wire);
    int first = 0;
    while (first < lines.size() && lines.get(first).isBlank()) {
      first++;
    }
    int end = block.end(lines, first);
    for (String line : lines.subList(first, end)) {
      block.line(line.strip().replaceFirst("\\s*=$", ""), sent);
    }
    wire.headline = Xml.collapse(String.join(" ", block.headline));
    return String.join("\n", lines.subList(end, lines.size()));
  }

  /** After the line that ends it; where none does, at the first empty line. */
  private int end(List<String> lines, int first) {
    int last = Math.min(lines.size(), first + MOST_LINES);
    for (int i = first; i < last; i++) {
      if (lines.get(i).stripTrailing().endsWith("=")) {
        return i + 1;
      }
    }
    for (int i = first; i < last; i++) {
      if (lines.get(i).isBlank()) {
        return i;
      }
    }
    return first;
  }

  private void line(String line, OffsetDateTime sent) throws UnreadableWire {
    Matcher remark = REMARK.matcher(line);
    if (remark.matches()) {
      remark(remark.group(1).strip(), sent);
    } else if (headline.isEmpty() && TAKE.matcher(line).matches()) {
      take(line);
    } else if (!headline.isEmpty() && BYLINE.matcher(line).matches()) {
      wire.byline = line;
    } else if (!wire.byline.isEmpty()) {
      wire.byline += " " + line;
    } else if (!line.isEmpty()) {
      headline.add(line);
    }
  }

  private void take(String line) {
    if (line.contains("CORRECT") || line.contains("REFILE")) {
      wire.signal = "sig:correction";
    } else if (wire.signal.isEmpty() && line.contains("REPEAT")) {
      wire.signal = "sig:repeat";
    } else if (wire.signal.isEmpty() && line.matches(".*\\b(?:LEAD|UPDATE|NET)\\b.*")) {
      wire.signal = "sig:update";
    }
    wire.forEditors |= line.contains("ADVISORY") || line.contains("DIARY");
  }

  private void remark(String remark, OffsetDateTime sent) throws UnreadableWire {
    Matcher correction = CORRECTION.matcher(remark);
    Matcher embargo = EMBARGO.matcher(remark);
    if (correction.matches()) {
      wire.signal = "sig:correction";
      wire.correctionNote = correction.group(1).strip();
    } else if (REPEAT.matcher(remark).matches()) {
      wire.signal = wire.signal.isEmpty() ? "sig:repeat" : wire.signal;
    } else if (embargo.matches()) {
      wire.embargo = moment(embargo.group(1), sent);
      wire.note(remark, false);
    } else if (PICTURE.matcher(remark).matches()) {
      wire.note(remark, false);
    } else if (WORDS.matcher(remark).matches() && !URGENT.matcher(remark).matches()) {
      wire.topic("genre:" + remark, remark);
    } else if (!URGENT.matcher(remark).matches()) {
      wire.note(remark, false);
    }
  }

  /** An embargo that nobody understands is not taken for none. */
  private static OffsetDateTime moment(String text, OffsetDateTime sent) throws UnreadableWire {
    Matcher moment = MOMENT.matcher(text);
    if (!moment.matches()) {
      throw UnreadableWire.value("embargo", text.strip());
    }
    int year = moment.group(3) == null ? sent.getYear() : Integer.parseInt(moment.group(3));
    try {
      return LocalDate.of(
              year, Integer.parseInt(moment.group(2)), Integer.parseInt(moment.group(1)))
          .atTime(Integer.parseInt(moment.group(4)), Integer.parseInt(moment.group(5)))
          .atZone(ZoneId.of("Europe/Berlin"))
          .toOffsetDateTime();
    } catch (DateTimeException none) {
      throw UnreadableWire.value("embargo", text.strip());
    }
  }
}
