package org.talblatt.wire.format.nitf;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.talblatt.wire.WireItem;
import org.talblatt.wire.format.ItemBuilder;
import org.talblatt.wire.format.Xml;
import org.w3c.dom.Element;

/** The media of a NITF body: pictures, and links to all else. */
public final class NitfPictures {
  private static final Pattern AREA = Pattern.compile("(\\d+),(\\d+),(\\d+),(\\d+)");

  private NitfPictures() {}

  /** Adds the pictures under an element to an item. */
  public static void read(Element root, ItemBuilder wire) {
    for (Element media : Xml.all(root, "media")) {
      Element largest = largest(media);
      if (largest != null) {
        add(media, largest, wire);
      }
    }
  }

  private static void add(Element media, Element largest, ItemBuilder wire) {
    String type = media.getAttribute("media-type");
    String caption = Xml.text(media, "media-caption");
    if (type.equals("image") || largest.getAttribute("mime-type").startsWith("image/")) {
      String credit = Xml.text(media, "media-producer");
      wire.pictures.add(
          new WireItem.Picture(
              source(largest),
              withoutCredit(caption, credit),
              credit,
              Xml.collapse(largest.getAttribute("alternate-text")),
              wire.rights,
              focus(media, largest)));
    } else {
      wire.related.add(new WireItem.Related(type, source(largest), caption));
    }
  }

  private static @Nullable Element largest(Element media) {
    return Xml.children(media, "media-reference").stream()
        .filter(reference -> !source(reference).isEmpty() && !source(reference).startsWith("#"))
        .max(Comparator.comparingLong(NitfPictures::pixels))
        .orElse(null);
  }

  private static String source(Element reference) {
    return Stream.of("source", "data-location")
        .map(name -> reference.getAttribute(name).strip())
        .filter(value -> !value.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static long pixels(Element reference) {
    return (long) number(reference, "width") * number(reference, "height");
  }

  private static int number(Element element, String name) {
    String text = element.getAttribute(name);
    return text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
  }

  /** "… Foto: Max Muster/dpa" says twice who took it. */
  private static String withoutCredit(String caption, String credit) {
    return credit.isEmpty()
        ? caption
        : caption.replaceFirst(
            "\\s*(?:Foto|Photo|Bild)\\s*:\\s*" + Pattern.quote(credit) + "\\s*$", "");
  }

  /** dpa marks the area that must stay in view, as left, top, right, bottom. */
  private static WireItem.@Nullable Focus focus(Element media, Element largest) {
    List<String> areas =
        Xml.children(media, "media-metadata").stream()
            .filter(one -> one.getAttribute("name").equals("image-fovea-region"))
            .map(one -> one.getAttribute("value"))
            .toList();
    Matcher area = AREA.matcher(areas.isEmpty() ? "" : areas.getFirst());
    double width = number(largest, "width");
    double height = number(largest, "height");
    if (!area.matches() || number(area, 3) > width || number(area, 4) > height) {
      return null;
    }
    return new WireItem.Focus(
        (number(area, 1) + number(area, 3)) / 2 / width,
        (number(area, 2) + number(area, 4)) / 2 / height);
  }

  private static double number(Matcher area, int group) {
    return Double.parseDouble(area.group(group));
  }
}
