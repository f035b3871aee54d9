package org.talblatt.wire.format.nitf;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.talblatt.wire.UnreadableWire;
import org.talblatt.wire.WireItem;
import org.talblatt.wire.format.ClosingSign;
import org.talblatt.wire.format.Credit;
import org.talblatt.wire.format.FirstSentence;
import org.talblatt.wire.format.ItemBuilder;
import org.talblatt.wire.format.Languages;
import org.talblatt.wire.format.Moments;
import org.talblatt.wire.format.StoryText;
import org.talblatt.wire.format.Terms;
import org.talblatt.wire.format.Xml;
import org.w3c.dom.Element;

/** One NITF document as an item. */
final class NitfItem {
  private final Element nitf;
  private final NitfHead head;
  private final NitfBody body;
  private final ItemBuilder wire = new ItemBuilder();

  NitfItem(Element nitf) {
    this.nitf = nitf;
    this.head = new NitfHead(nitf);
    this.body = NitfBody.of(nitf);
  }

  String guid() {
    return head.guid();
  }

  /** A kill names the earlier document that it means, not itself. */
  boolean killsAnother() {
    return !predecessor().isEmpty()
        && !predecessor().equals(guid())
        && Stream.of("management-idref-status", "management-status")
            .map(name -> Terms.status(head.value("docdata", name)))
            .anyMatch(WireItem.Status.CANCELED::equals);
  }

  String predecessor() {
    return head.value("docdata", "management-doc-idref");
  }

  /** The cancel of the earlier document. */
  WireItem readKill() throws UnreadableWire {
    wire.guid = predecessor();
    wire.provider = head.provider();
    wire.status = WireItem.Status.CANCELED;
    wire.versionCreated = Moments.of(head.value("date.issue", "norm"));
    wire.headline = head.headline();
    return wire.build();
  }

  WireItem read() throws UnreadableWire {
    identity();
    management();
    lines();
    wire.rights = rights();
    NitfTopics.read(head, wire);
    notes();
    story();
    NitfPictures.read(nitf, wire);
    return wire.build();
  }

  private void identity() throws UnreadableWire {
    wire.guid = head.guid();
    wire.provider = head.provider();
    wire.status = status();
    wire.version(head.value("du-key", "version"));
    wire.versionCreated = Moments.of(head.value("date.issue", "norm"));
    wire.language =
        Languages.tag(
            Stream.of(nitf.getAttribute("xml:lang"), nitf.getAttribute("baselang"), bodyLanguage())
                .filter(tag -> !tag.isBlank())
                .findFirst()
                .orElse(""));
  }

  private String bodyLanguage() {
    Element inner = Xml.child(nitf, "body");
    return inner == null ? "" : inner.getAttribute("xml:lang");
  }

  private WireItem.Status status() {
    String status = head.value("docdata", "management-status");
    boolean held = status.equals("embargoed") && !head.value("date.release", "norm").isEmpty();
    return held ? WireItem.Status.USABLE : Terms.status(status);
  }

  private void management() throws UnreadableWire {
    wire.urgency = Terms.urgency(head.value("urgency", "ed-urg"));
    wire.expires = Moments.of(head.value("date.expire", "norm"));
    String release = head.value("date.release", "norm");
    if (head.value("docdata", "management-status").equals("embargoed")) {
      wire.embargo(release);
    } else if (Moments.of(release) != null) {
      holdUntil(release);
    } else {
      // some leave their template's "YYYYMMDD" there
      wire.mustBeRead |= release.matches(".*\\d{4}.*") && !release.startsWith("Y");
    }
  }

  /** A release later than the document's own moment is an embargo, whatever its status says. */
  private void holdUntil(String release) throws UnreadableWire {
    if (wire.versionCreated == null
        || Objects.requireNonNull(Moments.of(release)).isAfter(wire.versionCreated)) {
      wire.embargo(release);
    }
  }

  private void lines() {
    wire.headline = body.headline().isEmpty() ? withoutTake(title()) : body.headline();
    wire.subhead = body.subhead();
    wire.kicker = body.kicker();
    wire.teaser = same(body.teaser(), wire.headline) ? "" : body.teaser();
    if (ClosingSign.is(body.byline())) {
      wire.note(body.byline(), false);
    } else {
      wire.byline = body.byline();
    }
    if (same(wire.subhead, wire.headline) || keywords().contains(wire.subhead)) {
      wire.subhead = "";
    }
  }

  private List<String> keywords() {
    return head.all("keyword").stream().map(one -> one.getAttribute("key")).toList();
  }

  private static boolean same(String one, String other) {
    return one.equalsIgnoreCase(other);
  }

  private String title() {
    return head.all("title").stream().map(Xml::text).findFirst().orElse("");
  }

  /** PA numbers the pieces of a story: "1 SOCCER INT-Teams". */
  private static String withoutTake(String title) {
    return title.replaceFirst("^\\d{1,2} (?=\\p{Lu}{3})", "");
  }

  private String rights() {
    List<String> lines = new ArrayList<>();
    for (Element copyright : head.all("doc.copyright")) {
      add(lines, (copyright.getAttribute("year") + " " + copyright.getAttribute("holder")).strip());
    }
    for (Element rights : head.all("doc.rights")) {
      Stream.of("owner", "type", "geography", "limitations")
          .forEach(name -> add(lines, Xml.collapse(rights.getAttribute(name))));
    }
    Xml.all(Xml.child(nitf, "body"), "rights").forEach(rights -> add(lines, Xml.text(rights)));
    return String.join("\n", lines);
  }

  private static void add(List<String> lines, String line) {
    if (!line.isEmpty() && lines.stream().noneMatch(known -> known.contains(line))) {
      lines.add(line);
    }
  }

  private void notes() {
    head.all("ed-msg").forEach(message -> wire.note(message.getAttribute("info"), false));
    head.all("revision-history").forEach(one -> wire.note(one.getAttribute("comment"), false));
    body.notes().forEach(note -> wire.note(note, false));
    String correction = head.value("correction", "info");
    if (!head.all("correction").isEmpty()) {
      wire.signal = "sig:correction";
      wire.correctionNote = Xml.collapse(correction);
    }
  }

  private void story() {
    ClosingSign.Cut text = ClosingSign.cut(body.html());
    StoryText.Story story =
        StoryText.of(
            text.html(),
            List.of(wire.headline, wire.subhead, wire.kicker, wire.teaser, wire.byline),
            body.dateline());
    wire.story(story);
    wire.note(text.sign(), false);
    wire.credit = Credit.of("", story.agency(), house(), sources());
    if (wire.headline.isEmpty()) {
      wire.headline = FirstSentence.of(story.body());
    }
  }

  private String house() {
    String distributor = body.distributor();
    return distributor.isEmpty() || !Credit.spelling(wire.provider).equals(wire.provider)
        ? Credit.spelling(wire.provider)
        : distributor;
  }

  private List<String> sources() {
    return head.all("from-src").stream()
        .map(source -> source.getAttribute("src-name"))
        .filter(name -> !name.contains(".") && !NitfHead.house(name).equals(wire.provider))
        .toList();
  }
}
