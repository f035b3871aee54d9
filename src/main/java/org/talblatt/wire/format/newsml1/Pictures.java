package org.talblatt.wire.format.newsml1;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.talblatt.wire.WireItem;
import org.talblatt.wire.format.ItemBuilder;
import org.talblatt.wire.format.Markup;
import org.talblatt.wire.format.Xml;
import org.w3c.dom.Element;

/**
 * Pictures of a NewsML 1 item. AFP puts each into a component with its caption and a component for
 * every size; others give all sizes in one component, or a small one beside the large.
 */
final class Pictures {
  private static final Set<String> SMALL = Set.of("thumbnail", "quicklook", "preview");

  private Pictures() {}

  static void read(Components components, ItemBuilder wire) {
    Map<Element, Element> largest = new LinkedHashMap<>();
    for (Element file : components.files()) {
      Element component = Components.parent(file);
      if (component != null && isPicture(file)) {
        largest.merge(
            picture(component), file, (one, other) -> pixels(other) > pixels(one) ? other : one);
      }
    }
    largest.forEach((picture, file) -> add(picture, file, largest.keySet(), wire));
    for (Element file : components.files()) {
      if (!isPicture(file)) {
        String kind = Components.mime(file).strip();
        wire.related.add(
            new WireItem.Related(kind, file.getAttribute("Href").strip(), title(file)));
      }
    }
  }

  private static void add(Element picture, Element file, Set<Element> all, ItemBuilder wire) {
    boolean smallOfAnother =
        SMALL.contains(Components.role(picture))
            && all.stream()
                .anyMatch(
                    o ->
                        !o.equals(picture)
                            && o.getParentNode().isSameNode(picture.getParentNode()));
    if (smallOfAnother) {
      return;
    }
    String caption = caption(picture);
    String headline = line(picture, "HeadLine");
    wire.pictures.add(
        new WireItem.Picture(
            file.getAttribute("Href").strip(),
            caption.isEmpty() ? headline : caption,
            credit(picture),
            caption.isEmpty() ? "" : headline,
            line(picture, "CopyrightLine"),
            null));
  }

  private static String title(Element file) {
    return Xml.all(file, "Property").stream()
        .filter(property -> Components.formalName(property).equals("Title"))
        .map(property -> property.getAttribute("Value"))
        .findFirst()
        .orElse("");
  }

  private static boolean isPicture(Element file) {
    String mime = Components.mime(file);
    return Stream.of("photo", "image", "picture", "jpeg", "jpg", "png", "graphic")
            .anyMatch(mime::contains)
        && !mime.contains("video");
  }

  /** The component that is the whole picture: the one that holds caption and sizes, if any does. */
  private static Element picture(Element component) {
    Element outer = Components.parent(component);
    return outer != null && hasCaption(outer) && !Xml.name(outer).equals("NewsItem")
        ? outer
        : component;
  }

  private static boolean hasCaption(Element component) {
    return Xml.children(component, "NewsComponent").stream()
        .anyMatch(inner -> Components.role(inner).equals("caption"));
  }

  /** Whether a component is a picture with its caption, or a size of one. */
  static boolean isPictureOrOfOne(Element component) {
    return hasCaption(component)
        || isOfPicture(component)
        || (Xml.child(component, "NewsComponent") == null
            && !Xml.children(component, "ContentItem").isEmpty()
            && Xml.children(component, "ContentItem").stream().allMatch(Pictures::isPicture));
  }

  static boolean isOfPicture(@Nullable Element component) {
    Element outer = component == null ? null : Components.parent(component);
    return outer != null && hasCaption(outer);
  }

  private static String caption(Element picture) {
    return Xml.children(picture, "NewsComponent").stream()
        .filter(inner -> Components.role(inner).equals("caption"))
        .flatMap(inner -> Xml.all(inner, "DataContent").stream())
        .map(content -> Xml.collapse(Markup.blockText(content)))
        .findFirst()
        .orElse("");
  }

  private static String credit(Element picture) {
    List<String> names =
        Stream.of("ByLine", "CreditLine")
            .map(name -> line(picture, name))
            .filter(name -> !name.isEmpty())
            .distinct()
            .toList();
    return String.join("/", names);
  }

  private static String line(Element picture, String name) {
    return Xml.text(Xml.child(picture, "NewsLines"), name);
  }

  private static long pixels(Element file) {
    return number(file, "Width") * number(file, "Height");
  }

  private static long number(Element file, String name) {
    return Xml.all(file, "Property").stream()
        .filter(property -> Components.formalName(property).endsWith(name))
        .map(property -> property.getAttribute("Value"))
        .filter(value -> value.matches("\\d{1,6}"))
        .map(Long::valueOf)
        .max(Comparator.naturalOrder())
        .orElse(0L);
  }
}
