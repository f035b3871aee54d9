package org.talblatt.wire.format.newsml1;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
import org.talblatt.wire.format.nitf.NitfBody;
import org.talblatt.wire.format.nitf.NitfPictures;
import org.w3c.dom.Element;

/** One item of NewsML 1. */
final class NewsItem {
  private final Element item;
  private final @Nullable Element envelope;
  private final @Nullable Element management;
  private final Identification identification;
  private final ItemBuilder wire = new ItemBuilder();

  NewsItem(Element item, @Nullable Element envelope) {
    this.item = item;
    this.envelope = envelope;
    this.management = Xml.child(item, "NewsManagement");
    this.identification = new Identification(item);
  }

  String guid() {
    return identification.guid();
  }

  WireItem read() throws UnreadableWire {
    Components components = new Components(item);
    management();
    identity(components);
    lines(components);
    new Metadata(item, components, wire).read();
    story(components);
    Pictures.read(components, wire);
    wire.kind = kind(components);
    return wire.build();
  }

  private void management() throws UnreadableWire {
    String status = formalName("Status").toLowerCase(Locale.ROOT);
    Element change = Xml.child(management, "StatusWillChange");
    String moment = Xml.text(change, "DateAndTime");
    boolean held = status.equals("embargoed") && !moment.isEmpty();
    wire.status = held ? WireItem.Status.USABLE : Terms.status(status);
    if (held) {
      wire.embargo(moment);
    } else if (change != null
        && Terms.status(Components.formalName(Xml.child(change, "FutureStatus")))
            != WireItem.Status.USABLE) {
      wire.expires = Moments.of(moment);
    }
    wire.firstCreated = Moments.of(Xml.text(management, "FirstCreated"));
    wire.versionCreated = Moments.of(Xml.text(management, "ThisRevisionCreated"));
    wire.urgency = Terms.urgency(value("Urgency"));
    if (wire.urgency == null) {
      wire.urgency = Terms.urgency(Components.formalName(Xml.child(envelope, "Priority")));
    }
    wire.signal = signal(formalName("Instruction").toLowerCase(Locale.ROOT));
    Xml.children(management, "Comment").forEach(one -> wire.note(Xml.text(one), false));
  }

  private String formalName(String name) {
    return Components.formalName(Xml.child(management, name));
  }

  private String value(String name) {
    return formalName(name).isEmpty() ? Xml.text(management, name) : formalName(name);
  }

  private static String signal(String instruction) {
    return instruction.contains("correct") || instruction.contains("rectif")
        ? "sig:correction"
        : instruction.contains("update") ? "sig:update" : "";
  }

  private void identity(Components components) throws UnreadableWire {
    wire.guid = identification.guid();
    wire.provider = identification.provider();
    wire.version(identification.revision());
    wire.updated = Moments.of(Xml.text(envelope, "DateAndTime"));
    if (wire.signal.isEmpty() && identification.update().matches("[AR]")) {
      wire.signal = "sig:update";
    }
    wire.language =
        Languages.tag(
            Stream.concat(
                    components.metadata("Language").stream().map(Components::formalName),
                    Stream.concat(Stream.of(item), components.all().stream())
                        .map(one -> one.getAttribute("xml:lang")))
                .filter(tag -> !tag.isBlank())
                .findFirst()
                .orElse(""));
  }

  private void lines(Components components) {
    wire.headline = components.line("HeadLine");
    wire.subhead = components.line("SubHeadLine");
    wire.byline = components.line("ByLine");
    if (wire.headline.isEmpty()) {
      wire.headline = role(components, "title", "headline");
    }
    wire.teaser = role(components, "abstract", "summary", "teaser");
  }

  private static String role(Components components, String... roles) {
    return components.ofRole(roles).stream()
        .map(Contents::plain)
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("");
  }

  private void story(Components components) {
    List<Element> contents = components.story();
    NitfBody nitf =
        contents.stream()
            .map(content -> Contents.nitf(Xml.child(content, "DataContent")))
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
    if (nitf != null) {
      fill(nitf);
    }
    contents.forEach(content -> NitfPictures.read(content, wire));
    ClosingSign.Cut text = ClosingSign.cut(Contents.html(contents));
    StoryText.Story story =
        StoryText.of(
            text.html(),
            List.of(wire.headline, wire.subhead, wire.kicker, wire.teaser, wire.byline),
            dateline(components, nitf));
    wire.story(story);
    wire.note(text.sign(), false);
    wire.credit =
        Credit.of(
            components.line("CreditLine"),
            story.agency(),
            provider(components),
            sources(components));
    if (wire.headline.isEmpty()) {
      wire.headline = FirstSentence.of(story.body());
    }
  }

  /** What the inner document says where the outer one doesn't. */
  private void fill(NitfBody nitf) {
    wire.headline = wire.headline.isEmpty() ? nitf.headline() : wire.headline;
    wire.byline =
        wire.byline.isEmpty() && !ClosingSign.is(nitf.byline()) ? nitf.byline() : wire.byline;
    wire.teaser = wire.teaser.isEmpty() ? nitf.teaser() : wire.teaser;
    nitf.notes().forEach(note -> wire.note(note, false));
  }

  /** Some put a moment there. */
  private static String dateline(Components components, @Nullable NitfBody nitf) {
    String line = components.line("DateLine");
    if (line.isEmpty() && nitf != null) {
      return nitf.dateline();
    }
    return line.matches("\\d.*") ? "" : line;
  }

  private String provider(Components components) {
    String known = Credit.spelling(wire.provider);
    if (!known.equals(wire.provider)) {
      return known;
    }
    Element sender = Xml.child(Xml.child(envelope, "SentFrom"), "Party");
    return Stream.concat(parties(components, "Provider"), Stream.of(Components.formalName(sender)))
        .filter(name -> !name.isEmpty() && !name.contains("."))
        .findFirst()
        .orElse(known);
  }

  private static List<String> sources(Components components) {
    return parties(components, "Source").filter(name -> !name.isEmpty()).distinct().toList();
  }

  private static Stream<String> parties(Components components, String name) {
    return components.metadata(name).stream()
        .flatMap(one -> Xml.children(one, "Party").stream())
        .map(Components::formalName);
  }

  private WireItem.Kind kind(Components components) {
    String media =
        components.all().stream()
            .flatMap(one -> Stream.concat(Stream.of(Components.role(one)), media(one)))
            .reduce("", (one, other) -> one + " " + other);
    if (media.contains("video") || media.contains("clip")) {
      return wire.body.html().length() > 600 ? WireItem.Kind.TEXT : WireItem.Kind.VIDEO;
    }
    if (!wire.body.isEmpty()) {
      return WireItem.Kind.TEXT;
    }
    if (media.contains("audio") || media.contains("sound")) {
      return WireItem.Kind.AUDIO;
    }
    return wire.pictures.isEmpty() ? WireItem.Kind.TEXT : WireItem.Kind.PICTURE;
  }

  private static Stream<String> media(Element component) {
    return Xml.children(component, "ContentItem").stream().map(Components::mime);
  }
}
