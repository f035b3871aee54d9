package org.talblatt.wire.format.g2;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.talblatt.wire.format.Terms;
import org.talblatt.wire.format.Xml;
import org.w3c.dom.Element;

/**
 * Which of an item's headlines is which: by role where there is one, else by rank, else by order.
 */
final class G2Headlines {
  private G2Headlines() {}

  static @Nullable Element main(List<Element> all) {
    return all.stream()
        .filter(headline -> !isSub(headline) && !isKicker(headline))
        .filter(headline -> !Xml.text(headline).isEmpty())
        .min(Comparator.comparingInt(G2Headlines::place))
        .orElse(null);
  }

  static @Nullable Element sub(List<Element> all) {
    return all.stream().filter(headline -> isSub(headline)).findFirst().orElse(null);
  }

  static @Nullable Element kicker(List<Element> all) {
    return all.stream().filter(headline -> isKicker(headline)).findFirst().orElse(null);
  }

  private static int place(Element headline) {
    String role = role(headline);
    String rank = headline.getAttribute("rank");
    boolean named = role.endsWith("main") || role.endsWith("title") || role.endsWith("headline");
    return (named || role.isEmpty() ? 0 : 100)
        + (rank.matches("\\d{1,2}") ? Integer.parseInt(rank) : 1);
  }

  private static boolean isSub(Element headline) {
    return role(headline).contains("sub");
  }

  /** The digitalwires converter gives the kicker rank 3 and no role. */
  private static boolean isKicker(Element headline) {
    String role = role(headline);
    return role.contains("kicker")
        || role.contains("overline")
        || (role.isEmpty() && headline.getAttribute("rank").equals("3"));
  }

  private static String role(Element headline) {
    return Terms.localPart(headline.getAttribute("role")).toLowerCase(Locale.ROOT);
  }
}
