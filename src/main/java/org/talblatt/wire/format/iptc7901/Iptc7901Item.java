package org.talblatt.wire.format.iptc7901;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.talblatt.wire.UnreadableWire;
import org.talblatt.wire.WireItem;
import org.talblatt.wire.format.Codes;
import org.talblatt.wire.format.Credit;
import org.talblatt.wire.format.Dateline;
import org.talblatt.wire.format.Fingerprint;
import org.talblatt.wire.format.FirstSentence;
import org.talblatt.wire.format.ItemBuilder;
import org.talblatt.wire.format.PlainText;
import org.talblatt.wire.format.Printable;
import org.talblatt.wire.format.StoryText;
import org.talblatt.wire.format.Terms;

/** One message, from behind SOH to its end. */
final class Iptc7901Item {
  private static final char STX = '\u0002';
  private static final char ETX = '\u0003';

  private final String message;
  private final ItemBuilder wire = new ItemBuilder();

  Iptc7901Item(String message) {
    this.message = message;
  }

  WireItem read() throws UnreadableWire {
    Head head =
        Head.at(message).orElseThrow(() -> UnreadableWire.value("header", firstLine(message)));
    Closing closing = closing();
    String slug = slug();
    String story = HeadlineBlock.read(text(closing), wire, closing.moment());
    story(Notebook.cut(story, wire), head);
    wire.urgency = Terms.urgency(head.urgency());
    wire.topic(Codes.own(wire.provider + "cat", head.desk()), "");
    wire.versionCreated = closing.moment();
    wire.guid = guid(head, closing.moment(), slug);
    // a correction doesn't say of which message: as an article of its own it would stand beside it
    wire.mustBeRead |= wire.signal.equals("sig:correction");
    return wire.build();
  }

  private static String firstLine(String text) {
    return text.lines().filter(line -> !line.isBlank()).findFirst().orElse("").strip();
  }

  /** Half a message is none: what is missing may be the line that says not to print it. */
  private Closing closing() throws UnreadableWire {
    int etx = message.indexOf(ETX);
    Optional<Closing> closing = Closing.of(etx < 0 ? message : message.substring(etx));
    return closing.orElseThrow(() -> new UnreadableWire("wire.refused.cut-off", lines()));
  }

  private long lines() {
    return message.lines().count();
  }

  private String text(Closing closing) {
    int etx = message.indexOf(ETX);
    String upToEnd = message.substring(0, etx < 0 ? closing.start() : etx);
    int stx = upToEnd.indexOf(STX);
    return Printable.of(stx < 0 ? withoutHead(upToEnd) : upToEnd.substring(stx + 1));
  }

  /** Without STX: after the first line and the slug, which stands alone between empty lines. */
  private static String withoutHead(String text) {
    List<String> lines = text.lines().dropWhile(String::isBlank).skip(1).toList();
    return String.join(
        "\n",
        lines.stream()
            .dropWhile(String::isBlank)
            .dropWhile(line -> line.strip().endsWith("/") || line.strip().startsWith("/"))
            .toList());
  }

  private String slug() {
    return message
        .lines()
        .skip(1)
        .map(line -> Printable.of(line).strip())
        .filter(line -> !line.isEmpty())
        .findFirst()
        .orElse("");
  }

  private void story(String text, Head head) {
    Element body = Jsoup.parseBodyFragment(PlainText.html(text)).body();
    takeLead(body);
    StoryText.Story story =
        StoryText.of(body.html(), List.of(wire.headline, wire.teaser, wire.byline), "");
    wire.story(story);
    wire.provider = head.provider(story.agency());
    wire.credit = Credit.of("", story.agency(), Credit.spelling(wire.provider), List.of());
    if (wire.headline.isEmpty()) {
      wire.headline = FirstSentence.of(story.body());
    }
  }

  /** A paragraph above the one that the text begins with is the teaser. */
  private void takeLead(Element body) {
    List<Element> paragraphs = body.select("> p");
    if (paragraphs.size() > 1
        && Dateline.atStartOf(paragraphs.get(0).text()).isEmpty()
        && Dateline.atStartOf(paragraphs.get(1).text()).isPresent()) {
      wire.teaser = paragraphs.getFirst().text();
      paragraphs.getFirst().remove();
    }
  }

  /** Agency, day, service and number; where a sender doesn't count, slug and headline instead. */
  private String guid(Head head, OffsetDateTime sent, String slug) {
    String number =
        head.number() > 0 ? Integer.toString(head.number()) : Fingerprint.of(slug, wire.headline);
    return "iptc7901:%s:%s:%s:%s"
        .formatted(wire.provider, sent.toLocalDate(), head.service(), number);
  }
}
