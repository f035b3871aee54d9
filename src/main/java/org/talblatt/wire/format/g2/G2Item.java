package org.talblatt.wire.format.g2;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.talblatt.wire.UnreadableWire;
import org.talblatt.wire.WireItem;
import org.talblatt.wire.format.Credit;
import org.talblatt.wire.format.FirstSentence;
import org.talblatt.wire.format.ItemBuilder;
import org.talblatt.wire.format.Languages;
import org.talblatt.wire.format.Moments;
import org.talblatt.wire.format.Printable;
import org.talblatt.wire.format.StoryText;
import org.talblatt.wire.format.Terms;
import org.talblatt.wire.format.Xml;
import org.w3c.dom.Element;

/** One newsItem or packageItem of NewsML-G2. */
final class G2Item {
  private final Element item;
  private final @Nullable Element header;
  private final @Nullable Element rightsInfo;
  private final @Nullable Element itemMeta;
  private final @Nullable Element contentMeta;
  private final ItemBuilder wire = new ItemBuilder();

  G2Item(Element item, @Nullable Element header) {
    this.item = item;
    this.header = header;
    this.rightsInfo = Xml.child(item, "rightsInfo");
    this.itemMeta = Xml.child(item, "itemMeta");
    this.contentMeta = Xml.child(item, "contentMeta");
  }

  WireItem read() throws UnreadableWire {
    management();
    identity();
    headlines();
    description();
    G2Subjects.read(contentMeta, wire);
    G2Notes.read(itemMeta, wire);
    links();
    wire.rights = rights();
    story();
    G2Pictures.read(item, wire, wire.rights);
    return wire.build();
  }

  private void management() throws UnreadableWire {
    wire.kind = kind();
    wire.status = Terms.status(Terms.localPart(code(Xml.child(itemMeta, "pubStatus"))));
    wire.firstCreated =
        Stream.of(Xml.text(itemMeta, "firstCreated"), Xml.text(contentMeta, "contentCreated"))
            .map(Moments::of)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
    wire.embargo(Xml.text(itemMeta, "embargoed"));
    wire.expires = Moments.of(Xml.text(itemMeta, "expires"));
    wire.urgency = Terms.urgency(Xml.text(contentMeta, "urgency"));
    if (wire.urgency == null) {
      wire.urgency = Terms.urgency(Xml.text(header, "priority"));
    }
    wire.signal =
        Terms.signal(Xml.children(itemMeta, "signal").stream().map(G2Item::code).toList());
  }

  private void identity() throws UnreadableWire {
    wire.guid = Printable.of(item.getAttribute("guid")).strip();
    wire.provider = provider();
    wire.version(item.getAttribute("version").strip());
    wire.versionCreated = Moments.of(Xml.text(itemMeta, "versionCreated"));
    wire.updated = Moments.of(Xml.text(header, "sent"));
    wire.language = language();
  }

  private String provider() {
    Element provider = Xml.child(itemMeta, "provider");
    if (provider == null) {
      return "";
    }
    return code(provider).isEmpty()
        ? Xml.text(provider, "name").toLowerCase(Locale.ROOT)
        : Terms.localPart(code(provider)).toLowerCase(Locale.ROOT);
  }

  private String language() {
    String own =
        Xml.children(contentMeta, "language").stream()
            .map(language -> language.getAttribute("tag"))
            .filter(tag -> !tag.isBlank())
            .findFirst()
            .orElse(item.getAttribute("xml:lang"));
    return Languages.tag(own);
  }

  private WireItem.Kind kind() {
    return switch (Terms.localPart(code(Xml.child(itemMeta, "itemClass")))) {
      case "text" -> WireItem.Kind.TEXT;
      case "picture" -> WireItem.Kind.PICTURE;
      case "graphics", "graphic", "animated" -> WireItem.Kind.GRAPHICS;
      case "video" -> WireItem.Kind.VIDEO;
      case "audio" -> WireItem.Kind.AUDIO;
      case "composite" -> WireItem.Kind.COMPOSITE;
      default ->
          Xml.name(item).equals("packageItem") ? WireItem.Kind.COMPOSITE : WireItem.Kind.TEXT;
    };
  }

  private void headlines() {
    List<Element> all = Xml.children(contentMeta, "headline");
    wire.headline = Xml.text(G2Headlines.main(all));
    wire.subhead = Xml.text(G2Headlines.sub(all));
    wire.kicker = Xml.text(G2Headlines.kicker(all));
    if (wire.headline.isEmpty()) {
      wire.headline = Xml.text(itemMeta, "title");
    }
    wire.byline = Xml.text(contentMeta, "by");
  }

  private void description() {
    for (Element description : Xml.children(contentMeta, "description")) {
      String role = Terms.localPart(description.getAttribute("role"));
      if (wire.teaser.isEmpty() && (role.equals("summary") || role.equals("teaser"))) {
        wire.teaser = Xml.text(description);
      }
    }
  }

  private void links() {
    for (Element link : Xml.children(itemMeta, "link")) {
      String target =
          Stream.of("residref", "guidref", "href", "uri")
              .map(link::getAttribute)
              .filter(value -> !value.isBlank())
              .findFirst()
              .orElse("");
      if (!target.isEmpty()) {
        wire.related.add(
            new WireItem.Related(link.getAttribute("rel"), target, Xml.text(link, "title")));
      }
    }
    for (Element group : Xml.all(item, "group")) {
      for (Element reference : Xml.children(group, "itemRef")) {
        String target = reference.getAttribute("residref");
        wire.related.add(
            new WireItem.Related(
                group.getAttribute("role"),
                target.isEmpty() ? reference.getAttribute("href") : target,
                Xml.text(reference, "title")));
      }
    }
  }

  /** Holder, notice and terms, a line each, in the agency's first language. */
  private String rights() {
    List<String> lines = new ArrayList<>();
    for (String name : List.of("copyrightHolder", "copyrightNotice", "usageTerms")) {
      Element element = Xml.child(rightsInfo, name);
      String text = Xml.text(element);
      if (element != null && name.equals("copyrightHolder")) {
        String holder = Xml.text(element, "name");
        text = holder.isEmpty() ? code(element) : holder;
      }
      if (!text.isEmpty() && !lines.contains(text)) {
        lines.add(text);
      }
    }
    return String.join("\n", lines);
  }

  private void story() {
    G2Body body = G2Body.of(Xml.child(item, "contentSet"));
    if (wire.headline.isEmpty()) {
      wire.headline = body.headline();
    }
    if (wire.byline.isEmpty()) {
      wire.byline = body.byline();
    }
    String dateline = Xml.text(contentMeta, "dateline");
    StoryText.Story story =
        StoryText.of(
            body.html(),
            List.of(wire.headline, wire.subhead, wire.kicker, wire.teaser, wire.byline),
            dateline.isEmpty() ? body.dateline() : dateline);
    wire.story(story);
    wire.credit =
        Credit.of(Xml.text(contentMeta, "creditline"), story.agency(), providerName(), origins());
    if (wire.headline.isEmpty()) {
      wire.headline = FirstSentence.of(story.body());
    }
  }

  private String providerName() {
    String name = Xml.text(Xml.child(itemMeta, "provider"), "name");
    String known = Credit.spelling(wire.provider);
    return known.equals(wire.provider) && !name.isEmpty() && !known.equals("dpa") ? name : known;
  }

  /** Where the provider had the text from: sources marked as origin, by name or code. */
  private List<String> origins() {
    return Xml.children(contentMeta, "infoSource").stream()
        .filter(
            source ->
                List.of("originfo", "origProv", "contentSource")
                    .contains(Terms.localPart(source.getAttribute("role"))))
        .map(
            source ->
                Xml.text(source, "name").isEmpty()
                    ? Terms.localPart(code(source))
                    : Xml.text(source, "name"))
        .toList();
  }

  /** A code in whichever attribute the agency put it. */
  static String code(@Nullable Element element) {
    if (element == null) {
      return "";
    }
    return Stream.of("qcode", "literal", "uri")
        .map(name -> element.getAttribute(name).strip())
        .filter(value -> !value.isEmpty())
        .findFirst()
        .orElse("");
  }
}
