package org.talblatt.wire.format.newsml1;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.talblatt.wire.format.Xml;
import org.w3c.dom.Element;

/** Who an item is, without its revision. */
final class Identification {
  /** Houses whose addresses don't end in the name that they are known by. */
  private static final Map<String, String> HOUSES =
      Map.of("itar-tass", "tass", "efeservicios", "efe", "kyodonews", "kyodo", "ats", "sda");

  private final Element item;
  private final @Nullable Element identifier;

  Identification(Element item) {
    this.item = item;
    this.identifier = Xml.child(Xml.child(item, "Identification"), "NewsIdentifier");
  }

  /**
   * The public identifier without its revision. Where an agency leaves the item's own part out of
   * it, that is put at its end; where it has none at all, its moment and headline stand for it.
   */
  String guid() {
    String id = plain("NewsItemId");
    String whole = publicIdentifier();
    if (whole.isEmpty()) {
      return "";
    }
    if (id.isEmpty() || id.matches("0+")) {
      return named(whole);
    }
    return whole.contains(id) ? whole : whole + ":" + id;
  }

  private String publicIdentifier() {
    String given = plain("PublicIdentifier");
    if (!given.isEmpty()) {
      String revision = plain("RevisionId");
      return revision.isEmpty()
          ? given
          : given.replaceFirst(":" + java.util.regex.Pattern.quote(revision) + "\\p{Lu}?$", "");
    }
    String provider = plain("ProviderId");
    String day = plain("DateId");
    return provider.isEmpty() ? "" : "urn:newsml:" + provider + (day.isEmpty() ? "" : ":" + day);
  }

  private String named(String whole) {
    for (Element component : Xml.children(item, "NewsComponent")) {
      String own = component.getAttribute("Duid");
      if (own.length() >= 6) {
        return whole + ":" + own;
      }
    }
    String line =
        Xml.all(item, "HeadLine").stream()
            .map(Xml::text)
            .filter(text -> !text.isEmpty())
            .findFirst()
            .orElse("");
    return line.isEmpty()
        ? ""
        : whole
            + ":"
            + plain("DateId")
            + ":"
            + UUID.nameUUIDFromBytes(line.getBytes(StandardCharsets.UTF_8));
  }

  /** "afp" of "afp.com". */
  String provider() {
    String[] labels = plain("ProviderId").toLowerCase(Locale.ROOT).split("\\.", -1);
    String name = labels.length < 2 ? labels[0] : labels[labels.length - 2];
    return HOUSES.getOrDefault(name, name);
  }

  String revision() {
    return plain("RevisionId");
  }

  /** What a revision does to the one before: N, U, A or R. */
  String update() {
    Element revision = Xml.child(identifier, "RevisionId");
    return revision == null ? "" : revision.getAttribute("Update");
  }

  private String plain(String name) {
    return Xml.text(identifier, name);
  }
}
