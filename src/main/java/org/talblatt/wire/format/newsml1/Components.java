package org.talblatt.wire.format.newsml1;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.talblatt.wire.format.Xml;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The components of an item: a tree in which each agency puts text, titles, captions and pictures
 * in places of its own. A part is known by its role, else by what it holds.
 */
final class Components {
  private static final Set<String> LANGUAGES_FIRST = Set.of("de", "it");

  /** Text that is no part of the story. */
  private static final Set<String> OTHER_TEXT =
      Set.of(
          "stylesheet",
          "caption",
          "contact",
          "title",
          "headline",
          "abstract",
          "summary",
          "teaser",
          "legend",
          "logo",
          "keywords");

  private final List<Element> all = new ArrayList<>();
  private final @Nullable Element root;

  Components(Element item) {
    this.root = Xml.child(item, "NewsComponent");
    if (root != null) {
      collect(root);
    }
  }

  private void collect(Element component) {
    all.add(component);
    List<Element> inner = Xml.children(component, "NewsComponent");
    Element chosen = ofOneLanguage(inner);
    for (Element one : inner) {
      if (chosen == null || chosen.equals(one) || language(one).equals(language(chosen))) {
        collect(one);
      }
    }
  }

  /**
   * Belga sends a story in two languages side by side: the one that our readers read, or the first.
   */
  private static @Nullable Element ofOneLanguage(List<Element> components) {
    List<Element> stories =
        components.stream()
            .filter(one -> !language(one).isEmpty() && Xml.child(one, "NewsLines") != null)
            .filter(
                one -> Xml.all(one, "DataContent").stream().anyMatch(d -> !Xml.text(d).isEmpty()))
            .toList();
    if (stories.stream().map(Components::language).distinct().count() < 2) {
      return null;
    }
    return stories.stream()
        .filter(one -> LANGUAGES_FIRST.contains(language(one)))
        .findFirst()
        .orElse(stories.getFirst());
  }

  private static String language(Element component) {
    return component.getAttribute("xml:lang").toLowerCase(Locale.ROOT).replaceFirst("[-_].*", "");
  }

  /** Every component, the outermost first. */
  List<Element> all() {
    return all;
  }

  /** Its role in lower case; empty where it has none. */
  static String role(@Nullable Element component) {
    Element role = Xml.child(component, "Role");
    return role == null ? "" : role.getAttribute("FormalName").toLowerCase(Locale.ROOT);
  }

  /** The contents in which the story stands, in order. */
  List<Element> story() {
    return contents().filter(content -> !OTHER_TEXT.contains(role(parent(content)))).toList();
  }

  /** The contents of one of these roles. */
  List<Element> ofRole(String... roles) {
    return contents()
        .filter(content -> List.of(roles).contains(role(parent(content))))
        .filter(content -> !Pictures.isOfPicture(parent(content)))
        .toList();
  }

  private Stream<Element> contents() {
    return all.stream()
        .flatMap(component -> Xml.children(component, "ContentItem").stream())
        .filter(content -> Xml.child(content, "DataContent") != null)
        .filter(content -> !mime(content).contains("css"));
  }

  /** Every content that is another file. */
  List<Element> files() {
    return all.stream()
        .flatMap(component -> Xml.children(component, "ContentItem").stream())
        .filter(content -> !content.getAttribute("Href").isBlank())
        .toList();
  }

  /** An element's component. */
  static @Nullable Element parent(Element inner) {
    Node parent = inner.getParentNode();
    return parent instanceof Element element ? element : null;
  }

  static String mime(Element content) {
    return Stream.of("MimeType", "MediaType", "Format")
        .map(name -> formalName(Xml.child(content, name)).toLowerCase(Locale.ROOT))
        .reduce("", (one, other) -> one + " " + other);
  }

  static String formalName(@Nullable Element element) {
    return element == null ? "" : element.getAttribute("FormalName").strip();
  }

  /** The first line of this name that is none of a picture's, the outermost first. */
  String line(String name) {
    return all.stream()
        .filter(component -> !Pictures.isPictureOrOfOne(component))
        .flatMap(component -> Xml.children(Xml.child(component, "NewsLines"), name).stream())
        .map(Xml::text)
        .filter(text -> !text.isEmpty() && !text.matches("(?i)no headline\\W*"))
        .findFirst()
        .orElse("");
  }

  /** Every such element in the metadata of the components, pictures' left out. */
  List<Element> metadata(String name) {
    return all.stream()
        .filter(component -> !Pictures.isPictureOrOfOne(component))
        .flatMap(component -> Xml.children(component).stream())
        .filter(child -> Xml.name(child).contains("Meta"))
        .flatMap(child -> Xml.all(child, name).stream())
        .toList();
  }
}
