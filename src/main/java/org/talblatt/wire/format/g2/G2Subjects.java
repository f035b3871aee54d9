package org.talblatt.wire.format.g2;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.talblatt.wire.format.ItemBuilder;
import org.talblatt.wire.format.Terms;
import org.talblatt.wire.format.Xml;
import org.w3c.dom.Element;

/** What an item is about and where: subjects, desks, genres, keywords; places. */
final class G2Subjects {
  private static final List<String> PLACES = List.of("geoArea", "poi");

  private G2Subjects() {}

  static void read(@Nullable Element contentMeta, ItemBuilder wire) {
    for (Element located : Xml.children(contentMeta, "located")) {
      String code = G2Item.code(located);
      String name = name(located, wire.language);
      wire.place(code, name.isEmpty() ? code : name);
    }
    for (Element subject : Xml.children(contentMeta, "subject")) {
      subject(subject, wire);
    }
    for (Element genre : Xml.children(contentMeta, "genre")) {
      wire.topic(G2Item.code(genre), name(genre, wire.language));
    }
    for (Element keyword : Xml.children(contentMeta, "keyword")) {
      wire.topic("", Xml.text(keyword));
    }
  }

  private static void subject(Element subject, ItemBuilder wire) {
    String type = Terms.localPart(subject.getAttribute("type"));
    String code = G2Item.code(subject);
    String name = name(subject, wire.language);
    if (PLACES.contains(type)) {
      wire.place(code, name);
      return;
    }
    wire.topic(code, name);
    for (Element same : Xml.children(subject, "sameAs")) {
      String sameCode = G2Item.code(same);
      if (sameCode.startsWith("medtop:")) {
        wire.topic(
            sameCode, name(same, wire.language).isEmpty() ? name : name(same, wire.language));
      }
    }
  }

  /**
   * The name in the item's language, else the first; short forms ("rs") only where nothing else is.
   */
  static String name(Element element, String language) {
    List<Element> names =
        Xml.children(element, "name").stream()
            .filter(name -> !name.getAttribute("role").endsWith("mnemonic"))
            .toList();
    if (names.isEmpty()) {
      return Xml.text(element, "name");
    }
    String primary = Locale.forLanguageTag(language).getLanguage();
    return names.stream()
        .filter(name -> speaks(name, primary))
        .findFirst()
        .map(Xml::text)
        .orElseGet(() -> Xml.text(names.getFirst()));
  }

  private static boolean speaks(Element name, String primary) {
    String tag = name.getAttribute("xml:lang");
    return !tag.isEmpty() && Locale.forLanguageTag(tag).getLanguage().equals(primary);
  }
}
