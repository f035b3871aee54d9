package org.talblatt.wire.format.nitf;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.talblatt.wire.format.Xml;
import org.w3c.dom.Element;

/**
 * A document's head: who it is and whose. Agencies put the pieces at other depths than the standard
 * has them, so each is looked for in the whole head.
 */
final class NitfHead {
  /** How the houses name themselves in their documents, where that isn't how they are known. */
  private static final List<String[]> HOUSES =
      List.of(
          new String[] {"australian associated press", "aap"},
          new String[] {"associated press", "ap"},
          new String[] {"agence france presse", "afp"},
          new String[] {"agence france-presse", "afp"},
          new String[] {"press association", "pa"},
          new String[] {"canadian press", "cp"},
          new String[] {"agencia efe", "efe"},
          new String[] {"deutsche presse-agentur", "dpa"},
          new String[] {"dpa-infocom", "dpa"},
          new String[] {"austria presse agentur", "apa"},
          new String[] {"keystone-sda", "sda"});

  private final Element nitf;
  private final @Nullable Element head;

  NitfHead(Element nitf) {
    this.nitf = nitf;
    this.head = Xml.child(nitf, "head");
  }

  /** Every element of this name in the head. */
  List<Element> all(String name) {
    return Xml.all(head, name);
  }

  /** An attribute of the first such element that has it; empty where none does. */
  String value(String element, String attribute) {
    return all(element).stream()
        .map(one -> one.getAttribute(attribute).strip())
        .filter(value -> !value.isEmpty())
        .findFirst()
        .orElse("");
  }

  /**
   * The document's identifier without NTB's version at its end. AP sends none: then its moment and
   * its headline stand for it, so that a repeat is known as one.
   */
  String guid() {
    String id = value("doc-id", "id-string");
    if (!id.isEmpty()) {
      return value("du-key", "version").isEmpty() ? id : id.replaceFirst("_\\d{1,3}$", "");
    }
    String line = headline() + "\n" + value("doc-id", "regsrc");
    String date = value("date.issue", "norm");
    return date.isEmpty() || headline().isEmpty()
        ? ""
        : date + ":" + UUID.nameUUIDFromBytes(line.getBytes(StandardCharsets.UTF_8));
  }

  String headline() {
    return Stream.of("hl1", "title")
        .flatMap(name -> Xml.all(nitf, name).stream())
        .map(Xml::text)
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("");
  }

  /** Short and in lower case; empty where no house is named. */
  String provider() {
    return Stream.concat(
            Stream.of(
                value("doc-id", "regsrc"),
                house(value("doc.copyright", "holder")),
                house(Xml.all(nitf, "distributor").stream().map(Xml::text).findFirst().orElse("")),
                value("doc.rights", "owner"),
                value("from-src", "src-name")),
            all("meta").stream()
                .filter(meta -> meta.getAttribute("name").equals("origin"))
                .map(meta -> meta.getAttribute("content")))
        .map(NitfHead::house)
        .filter(name -> !name.isEmpty())
        .findFirst()
        .orElse("");
  }

  /** "The Associated Press" -> "ap"; a name that we don't know as it is, in one word. */
  static String house(String name) {
    String lower = name.strip().toLowerCase(Locale.ROOT);
    for (String[] house : HOUSES) {
      if (lower.contains(house[0])) {
        return Objects.requireNonNull(house[1]);
      }
    }
    return lower.replaceFirst("^the ", "").replaceAll("[^\\p{L}\\p{N}._-]+", "-");
  }
}
