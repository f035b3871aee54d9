package org.talblatt.wire.format.newsml1;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.talblatt.wire.WireItem;
import org.talblatt.wire.format.ItemBuilder;
import org.talblatt.wire.format.Terms;
import org.talblatt.wire.format.Xml;
import org.w3c.dom.Element;

/** What NewsML 1 says about an item: subjects, genres, keywords, places, notes, links, rights. */
final class Metadata {
  private static final Set<String> PLACES = Set.of("city", "sublocation", "countryarea", "country");
  private static final Set<String> LEVELS =
      Set.of("Subject", "SubjectMatter", "SubjectDetail", "SubjectQualifier");

  /** AFP's programmes and notices to newsrooms. */
  private static final Set<String> FOR_EDITORS =
      Set.of("program", "programme", "advisory", "forecast", "agenda", "daybook", "prévisions");

  private final Element item;
  private final Components components;
  private final ItemBuilder wire;

  Metadata(Element item, Components components, ItemBuilder wire) {
    this.item = item;
    this.components = components;
    this.wire = wire;
  }

  void read() {
    topics();
    places();
    notes();
    links();
    wire.rights = rights();
  }

  private void topics() {
    for (Element subject : components.metadata("SubjectCode")) {
      for (Element level : Xml.children(subject)) {
        String code = Components.formalName(level);
        if (LEVELS.contains(Xml.name(level)) && !code.isEmpty()) {
          wire.topic(code.matches("\\d{8}") ? "subj:" + code : code, name(code));
        }
      }
    }
    for (Element genre : components.metadata("Genre")) {
      String name = Components.formalName(genre);
      wire.topic(name.isEmpty() ? "" : "genre:" + name, name);
      wire.forEditors |= FOR_EDITORS.contains(name.toLowerCase(Locale.ROOT));
    }
    lines("KeywordLine").forEach(keyword -> wire.topic("", keyword));
    for (Element property : components.metadata("Property")) {
      if (Components.formalName(property).matches("Keyword|BW\\w*Keywords")) {
        wire.topic("", property.getAttribute("Value").strip());
      }
    }
  }

  private List<String> lines(String name) {
    return components.all().stream()
        .flatMap(component -> Xml.children(Xml.child(component, "NewsLines"), name).stream())
        .map(Xml::text)
        .toList();
  }

  /**
   * The name that the item's own list of topics gives to a code, in the item's language if it can.
   */
  private String name(String code) {
    for (Element topic : Xml.all(item, "Topic")) {
      if (Xml.text(topic, "FormalName").equals(code)) {
        List<Element> names =
            Xml.children(topic, "Description").stream()
                .filter(one -> !one.getAttribute("Variant").equals("Category"))
                .toList();
        return names.stream()
            .filter(one -> one.getAttribute("xml:lang").equals(wire.language))
            .findFirst()
            .or(() -> names.stream().findFirst())
            .map(Xml::text)
            .orElse("");
      }
    }
    return "";
  }

  private void places() {
    for (Element location : components.metadata("Location")) {
      for (Element property : Xml.children(location, "Property")) {
        if (PLACES.contains(Components.formalName(property).toLowerCase(Locale.ROOT))) {
          wire.place("", property.getAttribute("Value").strip());
        }
      }
    }
  }

  private void notes() {
    for (Element line : components.all()) {
      for (Element news : Xml.children(Xml.child(line, "NewsLines"), "NewsLine")) {
        newsLine(Components.formalName(Xml.child(news, "NewsLineType")), news);
      }
    }
    for (Element property : components.metadata("Property")) {
      if (Components.formalName(property).matches("EditorialInfo|EditorsNote|EdNote")) {
        wire.note(property.getAttribute("Value"), false);
      }
    }
    for (Element property : components.metadata("Property")) {
      if (wire.urgency == null && Components.formalName(property).equals("Priority")) {
        wire.urgency = Terms.urgency(property.getAttribute("Value").strip());
      }
    }
    components.ofRole("contact").forEach(contact -> wire.note(Contents.plain(contact), false));
  }

  private void newsLine(String type, Element line) {
    String text = Xml.text(line, "NewsLineText");
    if (type.equalsIgnoreCase("CatchWord") || type.equalsIgnoreCase("CatchLine")) {
      wire.kicker = wire.kicker.isEmpty() ? text : wire.kicker;
    } else if (!type.contains("URL")) {
      wire.note(text, false);
      wire.signal = wire.signal.isEmpty() ? signal(text) : wire.signal;
    }
  }

  /** AFP begins its advice with the word in capitals: "UPDATES with …", "CORRECTS …". */
  private static String signal(String advice) {
    String word = advice.replaceFirst("[^\\p{Lu}].*", "");
    return word.matches("CORR.*|RECTIF.*|BERICHTIG.*|KORREKT.*")
        ? "sig:correction"
        : word.matches("UPDAT.*|ACTUAL.*|AJOUT.*") ? "sig:update" : "";
  }

  private void links() {
    for (String name : List.of("AssociatedWith", "DerivedFrom")) {
      for (Element link : Xml.children(Xml.child(item, "NewsManagement"), name)) {
        String target = link.getAttribute("NewsItem").strip();
        if (!target.isEmpty()) {
          wire.related.add(new WireItem.Related(name, target, Xml.text(link, "Comment")));
        }
      }
    }
    for (Element reference : Xml.all(Xml.child(item, "NewsComponent"), "NewsItemRef")) {
      wire.related.add(
          new WireItem.Related("NewsItemRef", reference.getAttribute("NewsItem").strip(), ""));
    }
    lines("MoreLink").forEach(link -> wire.related.add(new WireItem.Related("MoreLink", link, "")));
  }

  private String rights() {
    List<String> lines = new ArrayList<>();
    Stream.of("CopyrightLine", "RightsLine").forEach(name -> add(lines, components.line(name)));
    for (Element rights : components.metadata("UsageRights")) {
      Xml.children(rights).forEach(one -> add(lines, Xml.text(one)));
    }
    return String.join("\n", lines);
  }

  private static void add(List<String> lines, String line) {
    if (!line.isEmpty() && !lines.contains(line)) {
      lines.add(line);
    }
  }
}
