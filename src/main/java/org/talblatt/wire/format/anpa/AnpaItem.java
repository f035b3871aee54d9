package org.talblatt.wire.format.anpa;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.talblatt.wire.UnreadableWire;
import org.talblatt.wire.WireItem;
import org.talblatt.wire.format.Codes;
import org.talblatt.wire.format.Credit;
import org.talblatt.wire.format.Fingerprint;
import org.talblatt.wire.format.FirstSentence;
import org.talblatt.wire.format.ItemBuilder;
import org.talblatt.wire.format.Printable;
import org.talblatt.wire.format.StoryText;

/** One message, from behind SOH. */
final class AnpaItem {
  private static final int MOST_HEAD_LINES = 15;
  private static final int LONGEST_HEADLINE = 140;
  private static final Pattern SLUG_LINE = Pattern.compile("BC-.*|.*,\\s?\\d{2,5}");
  private static final Pattern NOTE =
      Pattern.compile(
          "(?i)\\(?(?:Eds?\\b|Editors?\\b|AP Photos?\\b|AP Video|AP Graphic|AP Audio|With |Note\\b).*");
  private static final Pattern TITLE =
      Pattern.compile(
          "(?i)(?:The )?(?:AP|Associated Press|Kyodo)\\b.{0,40}|.{0,40}(?:Writer|Press|Editor|Correspondent|News)=?");
  private static final Pattern BYLINE = Pattern.compile("(?i)By .*");
  private static final Pattern SIGNED = Pattern.compile("==\\s*(\\p{L}[\\p{L} ]{1,30})");

  /** Kyodo's texts begin without a bracket: "SAITAMA, Japan, Dec. 9 Kyodo - ". */
  private static final Pattern NO_BRACKET =
      Pattern.compile(
          "^(\\s*\\p{Lu}[\\p{Lu}\\p{L} .]{1,40}(?:, [\\p{L} .]{2,30})?), \\p{Lu}\\p{Ll}{2,8}\\.? \\d{1,2} (\\p{Lu}\\p{L}{2,12}) - ");

  private final String message;
  private final AnpaHead head;
  private final ItemBuilder wire = new ItemBuilder();

  AnpaItem(String message) {
    this.message = message;
    this.head = AnpaHead.of(message);
  }

  WireItem read() throws UnreadableWire {
    int stx = message.indexOf('\u0002');
    int etx = message.indexOf('\u0003');
    if (stx < 0 || etx < stx) {
      throw new UnreadableWire("wire.refused.cut-off", message.lines().count());
    }
    AnpaClosing closing = AnpaClosing.of(message.substring(etx));
    List<String> lines = message.substring(stx + 1, etx).lines().toList();
    int text = headLines(lines);
    story(lines.subList(text, lines.size()), closing);
    wire.versionCreated = closing.moment();
    wire.urgency = head.urgency();
    wire.status = head.kills() ? WireItem.Status.CANCELED : WireItem.Status.USABLE;
    wire.version(Long.toString(head.version()));
    wire.signal = signal();
    wire.topic(Codes.own("anpacat", head.desk()), "");
    wire.guid = guid(closing);
    return wire.build();
  }

  private String signal() {
    String take = head.take().toLowerCase(Locale.ROOT);
    if (take.contains("correct")) {
      return "sig:correction";
    }
    return head.version() > 1 || take.contains("writethru") ? "sig:update" : "";
  }

  /** Slug, headline, pictures, notes and byline, until the text begins; where that is. */
  private int headLines(List<String> lines) {
    int at = 0;
    while (at < Math.min(lines.size(), MOST_HEAD_LINES)) {
      String line = Printable.of(AnpaText.plain(lines.get(at)));
      boolean header = line.startsWith("^") || line.stripTrailing().endsWith("+");
      if ((!header && !(at == 0 && isSlug(line.strip()))) || isText(lines.get(at))) {
        break;
      }
      headLine(line.replaceFirst("^\\^", "").strip().replaceFirst("[<=+]$", "").strip());
      at++;
    }
    return at;
  }

  /** A heading over a list or a table: once there is a headline the text begins with it. */
  private boolean isText(String line) {
    String bare = line.strip().replaceFirst("^\\^", "");
    return line.indexOf('\b') >= 0
        || (bare.endsWith("=")
            && !wire.headline.isEmpty()
            && !BYLINE.matcher(bare).matches()
            && !TITLE.matcher(bare).matches());
  }

  private boolean isSlug(String line) {
    return SLUG_LINE.matcher(line).matches() || line.endsWith(head.slug());
  }

  private void headLine(String line) {
    if (NOTE.matcher(line).matches()) {
      wire.note(line, false);
    } else if (BYLINE.matcher(line).matches()) {
      wire.byline = line;
    } else if (!wire.byline.isEmpty() && TITLE.matcher(line).matches()) {
      wire.byline += ", " + line;
    } else if (isSlug(line)) {
      wire.forEditors |=
          line.toLowerCase(Locale.ROOT).matches(".*\\b(?:advisory|daybook|budget)\\b.*");
    } else if (wire.headline.isEmpty() && line.length() <= LONGEST_HEADLINE) {
      wire.headline = line;
    } else if (wire.teaser.isEmpty()) {
      wire.teaser = line;
    } else {
      wire.note(line, false);
    }
  }

  private void story(List<String> lines, AnpaClosing closing) {
    String html = AnpaText.html(lines);
    Matcher signed = SIGNED.matcher(html);
    String agency = closing.agency();
    if (signed.find()) {
      agency = agency.isEmpty() ? signed.group(1).strip() : agency;
      html = html.replaceFirst("(?:<p>)?\\s*==\\s*\\p{L}[\\p{L} ]{1,30}(?=</p>)", "");
    }
    Matcher start = NO_BRACKET.matcher(html.replaceFirst("^<p>", ""));
    String place = "";
    if (start.find()) {
      place = start.group(1).strip();
      html = "<p>" + html.replaceFirst("^<p>", "").substring(start.end());
      agency = agency.isEmpty() ? start.group(2) : agency;
    }
    StoryText.Story story =
        StoryText.of(html, List.of(wire.headline, wire.teaser, wire.byline), place);
    wire.story(story);
    if (repeatsTheBeginning(story)) {
      wire.teaser = "";
    }
    wire.provider = (agency.isEmpty() ? story.agency() : agency).toLowerCase(Locale.ROOT);
    wire.credit = Credit.of("", story.agency(), Credit.spelling(agency), List.of());
    if (wire.headline.isEmpty()) {
      wire.headline = FirstSentence.of(story.body());
    }
  }

  /** AP's long headline often is the first paragraph once more. */
  private boolean repeatsTheBeginning(StoryText.Story story) {
    Element first = Jsoup.parseBodyFragment(story.body().html()).selectFirst("p");
    String beginning = first == null ? "" : first.text();
    return beginning.length() > 60 && wire.teaser.startsWith(beginning.substring(0, 60));
  }

  /** All takes of a story share agency, day and slug; alerts have one slug for all, so a number. */
  private String guid(AnpaClosing closing) {
    String day =
        closing.moment() == null
            ? Fingerprint.of(message)
            : closing.moment().toLocalDate().toString();
    boolean alert = head.slug().toLowerCase(Locale.ROOT).contains("alert") || head.slug().isEmpty();
    return "anpa:%s:%s:%s"
        .formatted(wire.provider, day, alert ? head.slug() + ":" + head.number() : head.slug());
  }
}
